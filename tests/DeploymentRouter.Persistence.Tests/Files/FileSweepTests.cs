using System.Text;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Core.Requests.Attachments;
using DeploymentRouter.Persistence.Files;
using DeploymentRouter.Persistence.Schema;
using DeploymentRouter.Persistence.Tests.Queues;
using Microsoft.EntityFrameworkCore;
using static DeploymentRouter.Persistence.Tests.Queues.Office;

namespace DeploymentRouter.Persistence.Tests.Files;

/// <summary>Which bytes a sweep deletes.</summary>
public sealed class FileSweepTests : IAsyncLifetime
{
    private readonly Office _office = new();

    public Task InitializeAsync() => _office.InitializeAsync();

    public Task DisposeAsync() => _office.DisposeAsync();

    [Fact]
    public async Task What_was_removed_is_deleted_a_day_later_and_what_is_attached_stays()
    {
        var request = await _office.JointAsync("Orrery Labs");
        var (kept, gone) = (await AttachAsync(request, "kept"), await AttachAsync(request, "gone"));
        await RemoveAsync(request, gone);

        await StartAfterAsync(TimeSpan.FromHours(23));
        Assert.Equal([true, true], new[] { IsThere(kept), IsThere(gone) });

        await StartAfterAsync(TimeSpan.FromHours(2));
        Assert.Equal([true, false], new[] { IsThere(kept), IsThere(gone) });
    }

    [Fact]
    public async Task Bytes_that_another_request_names_stay()
    {
        var (one, other) = (await _office.JointAsync("Orrery Labs"), await _office.JointAsync("Aster Foundry"));
        var removed = await AttachAsync(one, "the same");
        var shared = await AttachAsync(other, "the same");
        Assert.Equal(removed.Sha256, shared.Sha256);
        await RemoveAsync(one, removed);

        await StartAfterAsync(TimeSpan.FromDays(3));

        Assert.True(IsThere(shared));
    }

    [Fact]
    public async Task What_no_history_ever_named_is_deleted_a_day_later()
    {
        using var lost = await _office.Get<FileStore>().ReceiveAsync(new MemoryStream(Encoding.UTF8.GetBytes("lost")), 100, default);
        _office.Get<FileStore>().Keep(lost);
        SetAges(_office.Time.GetUtcNow().UtcDateTime);
        await SweepAsync();
        Assert.True(IsThere(lost.Sha256));

        await StartAfterAsync(TimeSpan.FromHours(25));

        Assert.False(IsThere(lost.Sha256));
    }

    [Fact]
    public async Task With_a_history_that_cannot_be_read_nothing_is_deleted()
    {
        var request = await _office.JointAsync("Orrery Labs");
        var gone = await AttachAsync(request, "gone");
        await RemoveAsync(request, gone);
        await using (var db = await _office.Get<IDbContextFactory<RouterDb>>().CreateDbContextAsync())
            await db.History.Where(row => row.Number == 1).ExecuteUpdateAsync(row => row.SetProperty(one => one.What, "{"));

        await StartAfterAsync(TimeSpan.FromDays(3));

        Assert.True(IsThere(gone));
    }

    [Fact]
    public async Task What_is_brought_again_is_new_again()
    {
        var request = await _office.JointAsync("Orrery Labs");
        var gone = await AttachAsync(request, "gone");
        SetAges(DateTime.UtcNow.AddDays(-3));

        using var again = await _office.Get<FileStore>().ReceiveAsync(new MemoryStream(Encoding.UTF8.GetBytes("gone")), 100, default);
        _office.Get<FileStore>().Keep(again);
        _office.Get<FileStore>().Sweep(_ => false, DateTime.UtcNow);

        Assert.True(IsThere(gone));
    }

    private async Task<AttachedFile> AttachAsync(Request request, string text)
    {
        var body = new MemoryStream(Encoding.UTF8.GetBytes(text));
        var result = await _office.Get<AttachmentDesk>().AttachAsync(request.Number, $"{text}.txt", body.Length, body, Ce, default);
        SetAges(_office.Time.GetUtcNow().UtcDateTime);
        return result.File ?? throw new InvalidOperationException(result.Refusal?.Sentence);
    }

    private async Task RemoveAsync(Request request, AttachedFile file) =>
        await _office.DoAsync((await _office.Get<Persistence.Requests.RequestStore>().FindAsync(request.Id))!, (r, now) => r.Detach(file.Number, Ce, now));

    private async Task StartAfterAsync(TimeSpan time)
    {
        _office.Time.Advance(time);
        await SweepAsync();
    }

    private Task SweepAsync() => RouterData.SweepFilesAsync(_office.Get<IServiceProvider>());

    // The file system goes by its own clock, the office by another.
    private void SetAges(DateTime at)
    {
        foreach (var path in Directory.EnumerateFiles(_office.FilesDirectory, "*", SearchOption.AllDirectories)) File.SetLastWriteTimeUtc(path, at);
    }

    private bool IsThere(AttachedFile file) => IsThere(file.Sha256);

    private bool IsThere(string sha256) => File.Exists(Path.Combine(_office.FilesDirectory, sha256[..2], sha256));
}
