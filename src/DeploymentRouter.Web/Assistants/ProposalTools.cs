using System.ComponentModel;
using System.Text.Json;
using DeploymentRouter.Core.People;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Persistence.Requests;
using DeploymentRouter.Web.Api;
using DeploymentRouter.Web.Api.Deciding;
using DeploymentRouter.Web.SignIn;
using ModelContextProtocol;
using ModelContextProtocol.Server;

namespace DeploymentRouter.Web.Assistants;

/// <summary>Proposals: said to the people on a request, who decide.</summary>
[McpServerToolType]
internal sealed class ProposalTools(IHttpContextAccessor http, PlaybookInForce playbook, RequestStore store, RequestDesk desk)
{
    [McpServerTool(Name = "propose_answers", Title = "Propose answers", ReadOnly = false, Destructive = false, Idempotent = false, OpenWorld = false)]
    [Description("Proposes answers for a request: everybody on it reads them, with your reason, as a comment in the token's name. Nothing is changed or decided; a person gives the answers. Needs a token that may act.")]
    public async Task<Proposal> ProposeAsync(
        [Description("The request's number.")] int request,
        [Description("The answers, by question id; null proposes to leave one open.")] IReadOnlyDictionary<string, JsonElement> answers,
        [Description("Why, and where it comes from; the people on the request read it.")] string why,
        CancellationToken cancel)
    {
        var caller = http.HttpContext!;
        if (!TokenSignIn.Has(caller.User, TokenScope.Act)) throw new McpException("The token may not be used for this. Make one that may act.");
        if (answers.Count == 0) throw new McpException("Propose at least one answer.");
        var sight = await caller.SightAsync();
        if (await store.FindAsync(request, sight, cancel) is not { } found) throw Said.NotFound("request");
        var after = Said.Answers(playbook.Current, answers, found.Answers);
        var lines = answers.Keys.Select(id => playbook.Current.Question(id)).Select(question => $"- {question.Label}: {(after[question.Id] is { } answer ? Wording.Label(question, answer) : "open")}");
        var text = $"Proposed by an assistant:\n{string.Join('\n', lines)}\n\nWhy: {why.Trim()}";
        return await desk.CommentAsync(found.Id, sight, text, caller.Caller(), cancel) switch
        {
            ActResult.Done => new Proposal(request, DecisionJson.Of(playbook.Current, playbook.Current.Rules.Decide(after))),
            ActResult.Refused refused => throw Said.Refused(refused.Refusal),
            _ => throw Said.NotFound("request"),
        };
    }
}

/// <param name="Request">The request whose people read the proposal.</param>
/// <param name="WouldBe">What would come out if they gave these answers.</param>
internal sealed record Proposal(int Request, DecisionJson WouldBe);
