using System.IO.Compression;
using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using DeploymentRouter.Core.Requests.Attachments;
using DeploymentRouter.Persistence.Requests;
using Microsoft.Extensions.DependencyInjection;

namespace DeploymentRouter.Web.Tests.Features.Requests;

/// <summary>Files over plain HTTP, as a browser or something worse sends them.</summary>
public sealed class FileEndpointTests(RunningApp app) : IClassFixture<RunningApp>, IAsyncLifetime
{
    private const string Requests = "/requests/1002/files";
    private static readonly byte[] Pdf = Encoding.ASCII.GetBytes("%PDF-1.7 a plan");
    private readonly HttpClient _visitor = app.Visitor();
    private string _token = "";

    public async Task InitializeAsync()
    {
        await RunningApp.SignInAsync(_visitor, "wren-lanternby");
        _token = RunningApp.TokenIn(await _visitor.GetStringAsync("/requests"));
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task A_file_comes_back_as_it_was_and_can_only_be_saved()
    {
        var content = RandomNumberGenerator.GetBytes(300_000);
        Pdf.CopyTo(content, 0);
        var sent = await SendAsync("Angebot für Gräfin.pdf", content);
        Assert.Equal(HttpStatusCode.Created, sent.StatusCode);
        var number = (await sent.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("number").GetInt32();

        var got = await _visitor.GetAsync($"{Requests}/{number}");
        Assert.Equal(content, await got.Content.ReadAsByteArrayAsync());
        Assert.Equal("application/pdf", got.Content.Headers.ContentType!.MediaType);
        Assert.Equal("attachment", got.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Contains("filename*=UTF-8''Angebot%20f%C3%BCr%20Gr%C3%A4fin.pdf", got.Content.Headers.GetValues("Content-Disposition").Single(), StringComparison.Ordinal);
        Assert.Equal("nosniff", got.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("default-src 'none'; sandbox", got.Headers.GetValues("Content-Security-Policy").Single());
    }

    [Theory]
    [InlineData("page.html", "<html></html>", "FileKindNotTaken")]
    [InlineData("drawing.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>", "FileKindNotTaken")]
    [InlineData("run.exe", "MZ", "FileKindNotTaken")]
    [InlineData("plan.pdf.exe", "%PDF-1.7", "FileKindNotTaken")]
    [InlineData("plan", "%PDF-1.7", "FileKindNotTaken")]
    [InlineData("plan.pdf", "<html><script>alert(1)</script>", "FileIsNotWhatItSays")]
    [InlineData("page.txt", "\uFEFF  <!DOCTYPE html><script>alert(1)</script>", "FileIsNotWhatItSays")]
    [InlineData("drawing.txt", "<SVG onload=alert(1)>", "FileIsNotWhatItSays")]
    [InlineData("data.json", "{\"a\": \"\u0000\"}", "FileIsNotWhatItSays")]
    [InlineData("picture.png", "GIF89a", "FileIsNotWhatItSays")]
    [InlineData("book.xlsx", "PK\u0003\u0004 and no more", "FileIsNotWhatItSays")]
    [InlineData("empty.pdf", "", "FileEmpty")]
    [InlineData("..", "%PDF-1.7", "FileWithoutName")]
    [InlineData("%00", "%PDF-1.7", "FileWithoutName")]
    [InlineData("", "%PDF-1.7", "FileWithoutName")]
    public async Task What_is_not_taken_is_refused_by_name(string name, string content, string refusal)
    {
        var answer = await SendAsync(name is "%00" ? "\0" : name, Encoding.UTF8.GetBytes(content));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var said = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(refusal, said.GetProperty("refusal").GetString());
        Assert.EndsWith(".", said.GetProperty("sentence").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bytes_that_are_no_text_are_not_taken_as_text() =>
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await SendAsync("log.txt", [0xC3, 0x28, 0x41])).StatusCode);

    [Theory]
    [InlineData("word/vbaProject.bin", HttpStatusCode.UnprocessableEntity)]
    [InlineData("word/document.xml", HttpStatusCode.Created)]
    public async Task An_office_document_is_taken_without_macros(string part, HttpStatusCode status)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            archive.CreateEntry("[Content_Types].xml");
            archive.CreateEntry(part);
        }

        Assert.Equal(status, (await SendAsync($"{part.Length}.docx", bytes.ToArray())).StatusCode);
    }

    [Theory]
    [InlineData("../../secret.pdf", "secret.pdf")]
    [InlineData("..\\..\\plan b.pdf", "plan b.pdf")]
    [InlineData("two\r\nX-Evil: 1.pdf", "twoX-Evil_ 1.pdf")]
    [InlineData("pl\0an c.pdf", "plan c.pdf")]
    [InlineData("\"quoted\"; filename=x.pdf", "_quoted_; filename=x.pdf")]
    public async Task No_name_leads_anywhere_else(string sent, string kept)
    {
        var answer = await SendAsync(sent, [.. Pdf, .. Encoding.UTF8.GetBytes(kept)]);
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        var said = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(kept, said.GetProperty("name").GetString());
        var got = await _visitor.GetAsync($"{Requests}/{said.GetProperty("number").GetInt32()}");
        Assert.Equal(HttpStatusCode.OK, got.StatusCode);
        Assert.False(got.Headers.Contains("X-Evil"));
    }

    [Fact]
    public async Task Twenty_one_megabytes_are_refused_clearly_with_and_without_a_length()
    {
        var large = new byte[21_000_000];
        Pdf.CopyTo(large, 0);
        foreach (var chunked in new[] { false, true })
        {
            var answer = await SendAsync("large.pdf", large, chunked);
            Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
            Assert.StartsWith("A file has at most 20 MB.", (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("sentence").GetString(), StringComparison.Ordinal);
        }

        var largest = large[..(int)AttachmentLimits.MaxFileBytes];
        Assert.Equal(HttpStatusCode.Created, (await SendAsync("largest.pdf", largest)).StatusCode);
    }

    [Fact]
    public async Task Two_at_once_are_both_attached_and_the_same_content_is_stored_once()
    {
        byte[] content = [.. Pdf, .. Guid.NewGuid().ToByteArray()];
        var answers = await Task.WhenAll(SendAsync("one.pdf", content), SendAsync("other.pdf", content));
        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Created, answer.StatusCode));
        var request = (await app.Services.GetRequiredService<RequestStore>().FindAsync(1002))!;
        var hash = Convert.ToHexStringLower(SHA256.HashData(content));
        Assert.Equal(2, request.Files.Count(file => file.Sha256 == hash));
        var files = Path.Combine(app.DataDirectory, "files");
        Assert.Single(Directory.GetFiles(files, hash, SearchOption.AllDirectories));
        Assert.Empty(Directory.GetFiles(Path.Combine(files, "incoming")));
    }

    [Fact]
    public async Task Nobody_sends_or_reads_without_being_signed_in_or_from_another_site()
    {
        Assert.Equal(HttpStatusCode.Redirect, (await app.Visitor().GetAsync($"{Requests}/1")).StatusCode);
        Assert.NotEqual(HttpStatusCode.Created, (await app.Visitor().PostAsync($"{Requests}?name=a.pdf", new ByteArrayContent(Pdf))).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await _visitor.PostAsync($"{Requests}?name=a.pdf", new ByteArrayContent(Pdf))).StatusCode);
    }

    [Fact]
    public async Task What_is_not_there_is_not_found()
    {
        Assert.Equal(HttpStatusCode.NotFound, (await _visitor.GetAsync($"{Requests}/1")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await _visitor.GetAsync($"{Requests}/99999")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await _visitor.GetAsync("/requests/99999/files/1")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await SendAsync("a.pdf", Pdf, to: "/requests/99999/files")).StatusCode);

        var number = (await (await SendAsync("gone.pdf", [.. Pdf, 1])).Content.ReadFromJsonAsync<JsonElement>()).GetProperty("number").GetInt32();
        var store = app.Services.GetRequiredService<RequestStore>();
        var request = (await store.FindAsync(1002))!;
        await app.Services.GetRequiredService<RequestDesk>().ActAsync(request.Id, request.Version, (one, now) => one.Detach(number, RequestWalk.Wren, now));
        Assert.Equal(HttpStatusCode.NotFound, (await _visitor.GetAsync($"{Requests}/{number}")).StatusCode);
    }

    private async Task<HttpResponseMessage> SendAsync(string name, byte[] content, bool chunked = false, string to = Requests)
    {
        using var message = new HttpRequestMessage(HttpMethod.Post, $"{to}?name={Uri.EscapeDataString(name)}");
        message.Headers.Add("RequestVerificationToken", _token);
        message.Headers.TransferEncodingChunked = chunked;
        message.Content = chunked ? new StreamContent(new Unmeasured(content)) : new ByteArrayContent(content);
        return await _visitor.SendAsync(message);
    }

    private sealed class Unmeasured(byte[] content) : MemoryStream(content)
    {
        public override bool CanSeek => false;
    }
}
