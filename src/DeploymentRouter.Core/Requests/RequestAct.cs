namespace DeploymentRouter.Core.Requests;

/// <summary>What people can do to a request.</summary>
public enum RequestAct
{
    Comment,
    ChangeCustomer,
    Answer,
    Reroute,
    Override,
    Assign,
    Take,
    Accept,
    Return,
    Tick,
    SaveForm,
    Complete,
    Offer,
    SendBack,
    Decline,
    Pin,
    Unpin,
    Appeal,
    Hold,
    Resume,
    Withdraw,
    Reopen,
    Undo,
    RecordReading,
    WithdrawReading,
    ClearOver,
    Engage,
}
