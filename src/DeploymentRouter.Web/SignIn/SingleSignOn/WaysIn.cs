namespace DeploymentRouter.Web.SignIn.SingleSignOn;

/// <summary>How people can come in.</summary>
/// <param name="Provider">Null: no identity provider is configured.</param>
/// <param name="HasLocal">Whether what this installation keeps itself opens anything: passwords, passkeys, links, the set-up page, demo people.</param>
public sealed record WaysIn(SingleSignOnSettings? Provider, bool HasLocal);
