using System.Net;
using System.Net.Http.Headers;
using System.Text;
using DeploymentRouter.Persistence.Requests;

namespace DeploymentRouter.Web.Tests.Api;

public sealed class FilesApiTests(RunningApp app) : IClassFixture<RunningApp>
{
    private const int TooMuch = 20_000_001;
    private static readonly string Files = $"/api/v1/requests/{RequestStore.FirstNumber}/files";

    [Fact]
    public async Task A_file_goes_there_and_back()
    {
        using var api = await app.ApiAsync("wren-lanternby");
        var attached = await api.PostAsync($"{Files}?name=notes.txt", Bytes("What the customer said."));
        Assert.Equal(HttpStatusCode.Created, attached.StatusCode);
        var at = attached.Headers.Location!.ToString();

        var back = await api.GetAsync(at);
        Assert.Equal("What the customer said.", await back.Content.ReadAsStringAsync());
        Assert.Equal(("attachment", "notes.txt"), (back.Content.Headers.ContentDisposition!.DispositionType, back.Content.Headers.ContentDisposition.FileName));
        Assert.Equal(HttpStatusCode.NotModified, (await api.SendAsync(HttpMethod.Get, at, body: null, ("If-None-Match", back.Headers.ETag!.Tag))).StatusCode);
        Assert.Contains((await api.ReadAsync(Files)).GetProperty("files").EnumerateArray(), file => file.GetProperty("address").GetString() == at);

        var entry = (await attached.JsonAsync()).GetProperty("entry").GetInt32();
        Assert.True((await api.SendAsync(HttpMethod.Post, $"/api/v1/requests/{RequestStore.FirstNumber}/acts/detach", new { entry })).IsSuccessStatusCode);
        await (await api.GetAsync(at)).RefusedAsync(HttpStatusCode.NotFound, "NotFound");
    }

    [Fact]
    public async Task A_form_may_carry_it()
    {
        using var api = await app.ApiAsync("wren-lanternby");
        using var form = new MultipartFormDataContent { { new StringContent("x"), "note" }, { Bytes("From a form."), "file", "form.txt" } };
        var attached = await api.PostAsync(Files, form);

        Assert.Equal(HttpStatusCode.Created, attached.StatusCode);
        Assert.Equal("form.txt", (await attached.JsonAsync()).GetProperty("name").GetString());
        using var empty = new MultipartFormDataContent { { new StringContent("x"), "note" } };
        await (await api.PostAsync(Files, empty)).RefusedAsync(HttpStatusCode.BadRequest, "FileMissing");
    }

    [Fact]
    public async Task What_cannot_be_attached_is_said()
    {
        using var api = await app.ApiAsync("wren-lanternby");
        await (await api.PostAsync($"{Files}?name=run.exe", Bytes("MZ"))).RefusedAsync(HttpStatusCode.UnprocessableEntity, "FileKindNotTaken");
        await (await api.PostAsync($"{Files}?name=a.pdf", Bytes("no pdf"))).RefusedAsync(HttpStatusCode.UnprocessableEntity, "FileIsNotWhatItSays");
        await (await api.PostAsync(Files, Bytes("x"))).RefusedAsync(HttpStatusCode.UnprocessableEntity, "FileWithoutName");
        await (await api.PostAsync($"{Files}?name=a.txt", new ByteArrayContent(new byte[TooMuch]))).RefusedAsync(HttpStatusCode.RequestEntityTooLarge, "FileTooLarge");
        await (await api.PostAsync("/api/v1/requests/999999/files?name=a.txt", Bytes("x"))).RefusedAsync(HttpStatusCode.NotFound, "NotFound");
    }

    private static ByteArrayContent Bytes(string text)
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(text));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        return content;
    }
}
