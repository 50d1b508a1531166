using DeploymentRouter.Core.People;
using DeploymentRouter.Core.Requests.Attachments;
using DeploymentRouter.Core.Requests.History;

namespace DeploymentRouter.Core.Requests;

/// <content>Files and links. Like comments they stand beside the acts: possible in every state, and nobody is overtaken by them.</content>
public sealed partial class Request
{
    private readonly List<(long Size, DateTime At)> _removedFiles = [];

    /// <summary>Files that are attached now, oldest first.</summary>
    public IReadOnlyList<AttachedFile> Files => _files;

    /// <summary>Links that are attached now, oldest first.</summary>
    public IReadOnlyList<AttachedLink> Links => _links;

    /// <summary>Why a file of this size cannot be attached any more; null: it can.</summary>
    /// <param name="size">In bytes.</param>
    /// <param name="now">UTC.</param>
    public Refusal? WhyNotAttach(long size, DateTime now) =>
        size == 0 ? Refusals.FileEmpty()
        : size > AttachmentLimits.MaxFileBytes ? Refusals.FileTooLarge()
        : _files.Count >= AttachmentLimits.MaxFiles ? Refusals.TooManyFiles(AttachmentLimits.MaxFiles)
        : _files.Sum(file => file.Size) + size > AttachmentLimits.MaxAllBytes ? Refusals.FilesTooLarge()
        : BytesKept(now) + size > AttachmentLimits.MaxKeptBytes ? Refusals.TooMuchRemoved()
        : null;

    /// <summary>Attaches a file whose bytes are stored already.</summary>
    /// <param name="name">As <see cref="FileName.Clean"/> made it.</param>
    public Outcome Attach(string name, long size, string sha256, Person by, DateTime now)
    {
        if (FileKinds.Of(name) is not { } kind) return Refusals.FileKindNotTaken(FileKinds.Names);
        if (WhyNotAttach(size, now) is { } refusal) return refusal;
        if (_files.Exists(file => file.Name == name && file.Sha256 == sha256)) return Refusals.SameFileThere(name);
        Record(by, now, new FileAttached(name, size, sha256, kind.ContentType));
        return Outcome.Done;
    }

    /// <summary>Attaches a link.</summary>
    /// <param name="title">What it leads to; empty: its address says it.</param>
    public Outcome AddLink(string title, string url, Person by, DateTime now)
    {
        var (shown, address) = (title.Trim(), url.Trim());
        if (address.Length == 0) return Refusals.FieldInvalid("Address: write where the link leads.");
        if (address.Length > FieldCheck.MaxText || !TextCheck.IsLine(address) || FieldCheck.LinkProblem("Address", address) is not null)
            return Refusals.FieldInvalid("Address: write a whole address that begins with https://.");
        if (TextCheck.Problem(shown, AttachmentLimits.MaxTitle) is { } problem) return problem;
        if (_links.Count >= AttachmentLimits.MaxLinks) return Refusals.TooManyLinks(AttachmentLimits.MaxLinks);
        if (_links.Exists(link => link.Url == address)) return Refusals.NothingChanged();
        Record(by, now, new LinkAdded(shown, address));
        return Outcome.Done;
    }

    /// <summary>Takes a file or a link away. The history keeps that it was there.</summary>
    /// <param name="number">The number of the entry that attached it.</param>
    public Outcome Detach(int number, Person by, DateTime now)
    {
        if (WhyNotDetach(number, by) is { } refusal) return refusal;
        Record(by, now, _files.Exists(file => file.Number == number) ? new FileRemoved(number) : new LinkRemoved(number));
        return Outcome.Done;
    }

    /// <summary>Why <paramref name="by"/> cannot take it away; null: they can.</summary>
    public Refusal? WhyNotDetach(int number, Person by)
    {
        var attached = _files.Find(file => file.Number == number)?.By ?? _links.Find(link => link.Number == number)?.By;
        return attached is null ? Refusals.NotAttached()
            : by.IsAdmin || attached.PersonId == by.Id || by.TeamId == FilingTeamId || (OwnerTeamId is { } owner && by.TeamId == owner) ? null
            : Refusals.NotYourAct("remove it", $"{attached.Name}, {TeamName(FilingTeamId)} or the team that has the ball");
    }

    private long BytesKept(DateTime now) =>
        _files.Sum(file => file.Size) + _removedFiles.Where(file => now - file.At < AttachmentLimits.KeptAfterRemoval).Sum(file => file.Size);

    private void FoldAttachment(HistoryEntry entry)
    {
        switch (entry.What)
        {
            case FileAttached file:
                _files.Add(new AttachedFile(entry.Number, file.Name, file.Size, file.Sha256, file.ContentType, entry.By, entry.At));
                break;
            case FileRemoved removed:
                _removedFiles.AddRange(_files.Where(file => file.Number == removed.Attached).Select(file => (file.Size, entry.At)));
                _files.RemoveAll(file => file.Number == removed.Attached);
                break;
            case LinkAdded link:
                _links.Add(new AttachedLink(entry.Number, link.Title, link.Url, entry.By, entry.At));
                break;
            case LinkRemoved removed:
                _links.RemoveAll(link => link.Number == removed.Attached);
                break;
        }
    }
}
