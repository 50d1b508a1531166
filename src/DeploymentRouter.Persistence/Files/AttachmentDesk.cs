using DeploymentRouter.Core.People;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Core.Requests.Attachments;
using DeploymentRouter.Persistence.Requests;

namespace DeploymentRouter.Persistence.Files;

/// <summary>Takes files for requests and gives them out. The bytes are on disk before the history says that they are.</summary>
public sealed class AttachmentDesk(FileStore files, RequestStore requests, RequestDesk desk, TimeProvider time)
{
    /// <summary>Receives a file and attaches it.</summary>
    /// <param name="name">As a browser sent it.</param>
    /// <param name="length">As a browser said it, in bytes; null: it did not.</param>
    public async Task<AttachResult> AttachAsync(int requestNumber, string? name, long? length, Stream body, Person by, Sight sight, CancellationToken cancel)
    {
        if (await requests.FindAsync(requestNumber, sight, cancel) is not { } request) return new AttachResult(null, null);
        if (FileName.Clean(name) is not { } clean) return Refused(Refusals.FileWithoutName());
        if (FileKinds.Of(clean) is not { } kind) return Refused(Refusals.FileKindNotTaken(FileKinds.Names));
        // What is not known yet is looked at once it is: one byte is the least there can be.
        if (request.WhyNotAttach(length ?? 1, Now) is { } refusal) return Refused(refusal);
        using var incoming = await files.ReceiveAsync(body, AttachmentLimits.MaxFileBytes, cancel);
        if (request.WhyNotAttach(incoming.Size, Now) is { } late) return Refused(late);
        if (!await FileSniffer.IsAsync(kind, incoming.Path, cancel)) return Refused(Refusals.FileIsNotWhatItSays(clean, kind.Extension[1..]));
        files.Keep(incoming);
        return await desk.ActAsync(request.Id, sight, int.MaxValue, (one, now) => one.Attach(clean, incoming.Size, incoming.Sha256, by, now), cancel) switch
        {
            ActResult.Done done => new AttachResult(done.Request.Files[^1], null),
            ActResult.Refused refused => Refused(refused.Refusal),
            _ => new AttachResult(null, null),
        };
    }

    /// <summary>A file that is attached now, with its bytes; null: there is none.</summary>
    public async Task<(AttachedFile File, Stream Bytes)?> OpenAsync(int requestNumber, int entry, Sight sight, CancellationToken cancel) =>
        await requests.FindAsync(requestNumber, sight, cancel) is { } request
        && request.Files.FirstOrDefault(file => file.Number == entry) is { } file
        && files.Open(file.Sha256) is { } bytes
            ? (file, bytes)
            : null;

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    private static AttachResult Refused(Refusal refusal) => new(null, refusal);
}

/// <summary>What became of a file. Neither: there is no such request.</summary>
public sealed record AttachResult(AttachedFile? File, Refusal? Refusal);
