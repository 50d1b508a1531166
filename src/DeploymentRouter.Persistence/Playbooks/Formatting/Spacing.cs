using YamlDotNet.Core.Tokens;

namespace DeploymentRouter.Persistence.Playbooks.Formatting;

/// <summary>How many spaces stand between two tokens of one line.</summary>
internal static class Spacing
{
    /// <summary>Null: as its author wrote it.</summary>
    public static int? Between(Token left, Token right) => (left, right) switch
    {
        (_, FlowSequenceEnd or FlowMappingEnd or FlowEntry or Value) => 0,
        (FlowSequenceStart or FlowMappingStart, _) => 0,
        (BlockEntry or Value or FlowEntry, _) => 1,
        _ => null,
    };
}
