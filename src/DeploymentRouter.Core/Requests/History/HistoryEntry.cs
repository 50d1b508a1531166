namespace DeploymentRouter.Core.Requests.History;

/// <summary>One line of the append-only history.</summary>
/// <param name="Number">Position in the history, from 1, without gaps.</param>
/// <param name="Act">Number of the first entry of the same act: one act may take several entries.</param>
/// <param name="At">UTC.</param>
/// <param name="By">Who acted.</param>
/// <param name="What">What happened.</param>
public sealed record HistoryEntry(int Number, int Act, DateTime At, Actor By, Happening What)
{
    /// <summary>The same without revenue and market figures.</summary>
    public HistoryEntry WithoutCommercial() => What switch
    {
        Opened opened => this with { What = opened with { Customer = opened.Customer.WithoutCommercial() } },
        CustomerChanged changed => this with { What = new CustomerChanged(changed.Customer.WithoutCommercial()) },
        _ => this,
    };
}

/// <summary>A person as the history remembers them, whatever becomes of the account.</summary>
public sealed record Actor(string PersonId, string Name, string TeamId);
