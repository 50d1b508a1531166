using System.Buffers;
using System.IO.Pipelines;

namespace DeploymentRouter.Web.CommandLine.Deciding;

/// <summary>A line of input without its line end; its bytes are valid until the next batch is asked for.</summary>
public readonly record struct InputLine(long Number, ReadOnlyMemory<byte> Utf8, bool IsTooLong);

/// <summary>Splits a stream into lines, with a limit on memory however long a line gets.</summary>
public sealed class InputLines(Stream input)
{
    /// <summary>The longest line, in bytes; a case with every answer has about one thousand.</summary>
    public const int MaxLength = 1024 * 1024;

    private readonly List<InputLine> batch = [];
    private long number;
    private bool isSkipping;

    /// <summary>All lines that have arrived, again and again, so that answers can be written before more is waited for.</summary>
    public async IAsyncEnumerable<IReadOnlyList<InputLine>> BatchesAsync()
    {
        var reader = PipeReader.Create(input, new StreamPipeReaderOptions(bufferSize: 256 * 1024, minimumReadSize: 64 * 1024));
        ReadResult read;
        do
        {
            read = await reader.ReadAsync();
            var rest = TakeLines(read.Buffer);
            if (read.IsCompleted && (rest.Length > 0 || isSkipping))
                rest = TakeLast(rest);
            if (rest.Length > MaxLength)
                (isSkipping, rest) = (true, rest.Slice(rest.End));
            if (batch.Count > 0)
                yield return batch;
            batch.Clear();
            reader.AdvanceTo(rest.Start, rest.End);
        }
        while (!read.IsCompleted);
        await reader.CompleteAsync();
    }

    private ReadOnlySequence<byte> TakeLines(ReadOnlySequence<byte> buffer)
    {
        while (buffer.PositionOf((byte)'\n') is { } end)
        {
            Add(buffer.Slice(0, end));
            buffer = buffer.Slice(buffer.GetPosition(1, end));
        }
        return buffer;
    }

    // The last line may end with the stream instead of a line end.
    private ReadOnlySequence<byte> TakeLast(ReadOnlySequence<byte> rest)
    {
        Add(rest);
        return rest.Slice(rest.End);
    }

    private void Add(ReadOnlySequence<byte> line)
    {
        var isTooLong = isSkipping || line.Length > MaxLength;
        isSkipping = false;
        batch.Add(new InputLine(++number, isTooLong ? default : line.IsSingleSegment ? line.First : line.ToArray(), isTooLong));
    }
}
