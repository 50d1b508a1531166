using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using DeploymentRouter.Core.People;
using DeploymentRouter.Persistence.Requests;
using Microsoft.Extensions.DependencyInjection;

namespace DeploymentRouter.Web.Tests.Api;

public sealed class ImportTests(RunningApp app) : IClassFixture<RunningApp>
{
    private const string Requests = "/api/v1/imports/requests";
    private const string Csv = "text/csv";
    private const string JsonLines = "application/jsonl";
    private const string Head = "key,customer.name,customer.engagement,answer.users_full\n";

    [Theory]
    [InlineData(Csv)]
    [InlineData(JsonLines)]
    public async Task All_lines_are_filed_and_the_same_file_again_files_nothing(string type)
    {
        using var api = await CeAsync();
        var name = $"Import {type} Mills";
        var body = type == Csv
            ? $"{Head}opp-{type}-1,{name},new-production,300\nopp-{type}-2,\"{name}, second\",new-production,\n"
            : $$$"""
               {"key":"opp-{{{type}}}-1","fields":{"customer.name":"{{{name}}}","customer.engagement":"new-production","answer.users_full":"300"}}

               {"key":"opp-{{{type}}}-2","fields":{"customer.name":"{{{name}}}, second","customer.engagement":"new-production"}}
               """;
        var first = await SendAsync(api, body, type);

        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        var report = await first.JsonAsync();
        Assert.Equal((2, 2, true), (report.GetProperty("rows").GetInt32(), report.GetProperty("good").GetInt32(), report.GetProperty("isStored").GetBoolean()));
        var number = report.GetProperty("filed")[0].GetProperty("number").GetInt32();
        Assert.Equal(name, (await app.Services.GetRequiredService<RequestStore>().FindAsync(number))!.Customer.Name);

        var again = await (await SendAsync(api, body, type)).JsonAsync();
        Assert.Equal((0, 2, false), (again.GetProperty("good").GetInt32(), again.GetProperty("skipped").GetArrayLength(), again.GetProperty("isStored").GetBoolean()));
        Assert.Contains($"Filed already as DR-{number}, skipped.", again.GetProperty("skipped")[0].GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_anything_wrong_nothing_is_filed_unless_only_the_good_lines_are_asked_for()
    {
        using var api = await CeAsync();
        const string body = Head + "mode-1,Mode Mills,new-production,300\nmode-2,,new-production,\nmode-3,Mode Third,party,many\nmode-1,Mode Fourth,new-production,\n";

        var dry = await (await SendAsync(api, body, Csv, "dry-run")).JsonAsync();
        Assert.Equal((4, 1, false), (dry.GetProperty("rows").GetInt32(), dry.GetProperty("good").GetInt32(), dry.GetProperty("isStored").GetBoolean()));
        var all = await SendAsync(api, body, Csv, "all-or-nothing");
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "ImportRefused"), (all.StatusCode, await all.RefusalAsync()));
        var faults = Faults((await all.JsonAsync()).GetProperty("report"));
        Assert.Equal([3, 4, 5], faults.Select(fault => fault.Line));
        Assert.Equal("customer.name: Enter the customer’s name.", faults[0].Text);
        Assert.Contains("customer.engagement: Choose what kind of work it is.", faults[1].Text, StringComparison.Ordinal);
        Assert.Equal("The key is that of line 2. Give each line its own.", faults[2].Text);

        var good = await (await SendAsync(api, body, Csv, "only-good")).JsonAsync();
        Assert.Equal((1, 3, true), (good.GetProperty("filed").GetArrayLength(), good.GetProperty("faults").GetArrayLength(), good.GetProperty("isStored").GetBoolean()));
    }

    [Fact]
    public async Task A_key_that_filed_something_else_is_told()
    {
        using var api = await CeAsync();
        await SendAsync(api, Head + "else-1,Else Mills,new-production,300\n", Csv);
        var other = await SendAsync(api, Head + "else-1,Else Mills,new-production,301\n", Csv);

        Assert.Contains("which says something else", Faults((await other.JsonAsync()).GetProperty("report"))[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hostile_cells_are_text_or_faults_and_never_an_error_of_ours()
    {
        using var api = await CeAsync();
        var formula = await (await SendAsync(api, Head + "hostile-1,\"=HYPERLINK(\"\"http://example.invalid\"\")\",new-production,\n", Csv)).JsonAsync();
        var number = formula.GetProperty("filed")[0].GetProperty("number").GetInt32();
        Assert.Equal("=HYPERLINK(\"http://example.invalid\")", (await app.Services.GetRequiredService<RequestStore>().FindAsync(number))!.Customer.Name);

        var nul = await SendAsync(api, Head + "hostile-2,Nul\0Mills,new-production,\n", Csv, "dry-run");
        Assert.Contains("customer.name", Assert.Single(Faults(await nul.JsonAsync())).Text, StringComparison.Ordinal);
        var escaped = await SendAsync(api, """{"key":"hostile-3","fields":{"customer.name":"Nul\u0000Mills","customer.engagement":"new-production"}}""", JsonLines, "dry-run");
        Assert.Contains("customer.name", Assert.Single(Faults(await escaped.JsonAsync())).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Csv)]
    [InlineData(JsonLines)]
    public async Task A_line_of_ten_megabytes_is_told_by_its_number(string type)
    {
        using var api = await CeAsync();
        var huge = new string('x', 10 * 1024 * 1024);
        var body = type == Csv ? $"{Head}big-1,{huge},new-production,\n" : "{\"key\":\"big-1\",\"fields\":{\"customer.name\":\"" + huge + "\"}}\n{\"key\":\"big-2\",\"fields\":{\"customer.name\":\"After It\",\"customer.engagement\":\"new-production\"}}";
        var report = await (await SendAsync(api, body, type, "dry-run")).JsonAsync();

        Assert.Contains("65,536 characters", Assert.Single(Faults(report)).Text, StringComparison.Ordinal);
        Assert.Equal(type == Csv ? 0 : 1, report.GetProperty("good").GetInt32());
    }

    [Theory]
    [InlineData(Csv, "name,engagement\n", "The first line names the columns")]
    [InlineData(Csv, "key,customer.name,answer.no_such\na,b,c\n", "There is no field 'answer.no_such'.")]
    [InlineData(Csv, "key,customer.name,customer.name\na,b,c\n", "The column customer.name is there twice.")]
    [InlineData(Csv, "", "The first line names the columns")]
    [InlineData(Csv, Head + "\"quoted\" badly,A,new-production,\n", "A quotation mark stands where none belongs.")]
    [InlineData(Csv, Head + ",A,new-production,\n", "key: write 1 to 255 characters")]
    [InlineData(JsonLines, "[1,2]", "The line is not a JSON object.")]
    [InlineData(JsonLines, "{\"key\":\"a\",\"fields\":{\"customer.name\":{}}}", "customer.name: write the value in quotation marks.")]
    [InlineData(JsonLines, "{\"key\":\"a\",\"key\":\"b\"}", "key is there twice.")]
    [InlineData(JsonLines, "{\"key\":\"\\ud800\"}", "The line is not JSON.")]
    [InlineData(JsonLines, "nonsense", "The line is not JSON.")]
    public async Task What_cannot_be_read_says_what_to_do(string type, string body, string expected)
    {
        using var api = await CeAsync();
        var answer = await SendAsync(api, body, type, "dry-run");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains(Faults(await answer.JsonAsync()), fault => fault.Text.Contains(expected, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Letters_of_another_encoding_are_refused()
    {
        using var api = await CeAsync();
        foreach (var type in new[] { Csv, JsonLines })
        {
            var content = new ByteArrayContent([.. Encoding.ASCII.GetBytes(Head + "enc-1,Caf"), 0xE9, .. Encoding.ASCII.GetBytes(",new-production,\n")]);
            content.Headers.ContentType = new MediaTypeHeaderValue(type);
            var report = await (await api.PostAsync($"{Requests}?mode=dry-run", content)).JsonAsync();
            Assert.Contains(Faults(report), fault => fault.Text.StartsWith("It is not UTF-8 text.", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Another_kind_of_body_or_mode_and_whoever_may_not_are_refused()
    {
        using var api = await CeAsync();
        var kind = await SendAsync(api, "{}", "application/json");
        Assert.Equal((HttpStatusCode.UnsupportedMediaType, "MediaTypeNotTaken"), (kind.StatusCode, await kind.RefusalAsync()));
        var mode = await SendAsync(api, Head, Csv, "perhaps");
        Assert.Equal((HttpStatusCode.BadRequest, "ModeUnknown"), (mode.StatusCode, await mode.RefusalAsync()));
        using var sales = await app.ApiAsync("juniper-goldfinch");
        var notTheirs = await SendAsync(sales, Head, Csv);
        Assert.Equal((HttpStatusCode.Forbidden, "NotYourAct"), (notTheirs.StatusCode, await notTheirs.RefusalAsync()));
        using var narrow = await app.ApiAsync("wren-lanternby", TokenScope.Read, TokenScope.Act);
        var scope = await SendAsync(narrow, Head, Csv);
        Assert.Equal((HttpStatusCode.Forbidden, "TokenScopeTooNarrow"), (scope.StatusCode, await scope.RefusalAsync()));
    }

    [Fact]
    public async Task A_file_of_more_bytes_than_are_taken_is_refused()
    {
        using var api = await CeAsync();
        var content = new ByteArrayContent(new byte[Persistence.Importing.ImportFile.MaxBytes + 1]);
        content.Headers.ContentType = new MediaTypeHeaderValue(Csv);
        var answer = await api.PostAsync(Requests, content);

        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, "TooLarge"), (answer.StatusCode, await answer.RefusalAsync()));
    }

    [Fact]
    public async Task The_same_import_under_a_key_is_answered_as_before()
    {
        using var api = await CeAsync();
        api.DefaultRequestHeaders.Add("Idempotency-Key", "import-keyed");
        var first = await SendAsync(api, Head + "keyed-1,Keyed Mills,new-production,\n", Csv);
        var again = await SendAsync(api, Head + "keyed-1,Keyed Mills,new-production,\n", Csv);

        Assert.Equal(await first.Content.ReadAsStringAsync(), await again.Content.ReadAsStringAsync());
        Assert.True(again.Headers.Contains("Idempotency-Replayed"));
    }

    private Task<HttpClient> CeAsync() => app.ApiAsync("wren-lanternby", TokenScope.Import);

    private static List<(int Line, string Text)> Faults(JsonElement report) =>
        [.. report.GetProperty("faults").EnumerateArray().Select(fault => (fault.GetProperty("line").GetInt32(), fault.GetProperty("text").GetString()!))];

    private static Task<HttpResponseMessage> SendAsync(HttpClient api, string body, string type, string? mode = null) =>
        api.PostAsync(mode is null ? Requests : $"{Requests}?mode={mode}", new StringContent(body, Encoding.UTF8, type));
}
