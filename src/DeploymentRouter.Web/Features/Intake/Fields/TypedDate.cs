using System.Globalization;
using DeploymentRouter.Core.Intake;
using MudBlazor;

namespace DeploymentRouter.Web.Features.Intake.Fields;

/// <summary>Lets the calendar read what people type, and show nothing for what it cannot read: complaining is Continue's business.</summary>
public sealed class TypedDate : IReversibleConverter<DateTime?, string?>
{
    public const string Format = "d MMM yyyy";

    public string? Convert(DateTime? input) => input?.ToString(Format, CultureInfo.InvariantCulture);

    public DateTime? ConvertBack(string? input) => TypedText.Day(input ?? "")?.ToDateTime(TimeOnly.MinValue);
}
