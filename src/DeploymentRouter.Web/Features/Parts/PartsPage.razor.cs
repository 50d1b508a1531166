using DeploymentRouter.Web.Components.Parts;

namespace DeploymentRouter.Web.Features.Parts;

/// <summary>Every part in every state, for those who build pages; only in Development.</summary>
public sealed partial class PartsPage
{
    private static readonly string[] Teams = ["cloud", "ce", "ie", "tpm", "tam", "sales"];

    private static readonly (ChipState State, string Says)[] Chips =
    [
        (ChipState.TookPart, "took part"),
        (ChipState.Ball, "has the ball now"),
        (ChipState.Next, "will get it"),
    ];

    private readonly Crumb[] _crumbs = [new("Start", "/"), new("Parts")];
    private readonly DateTime _now = DateTime.UtcNow;
    private IReadOnlyList<FieldError> _errors = [];
    private bool _open;

    protected override void OnInitialized()
    {
        if (!Environment.IsDevelopment()) Navigation.NotFound();
    }

    private void Fail() => _errors =
    [
        new("users", "Enter 14,500 or fewer"),
        new("plain", "Say what the other blocker is"),
    ];

    private void Qualify() => Toasts.Say("Marrowbridge Health is qualified. Next: Orrery Labs.", undo: () => Task.CompletedTask);
}
