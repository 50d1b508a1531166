using Microsoft.AspNetCore.OpenApi;

namespace DeploymentRouter.Web.Api.Reference;

/// <summary>The reference, made once of the document that programs read.</summary>
public sealed class ReferenceDocument(IServiceScopeFactory scopes)
{
    private readonly Lock _making = new();
    private Task<ReferenceView>? _view;

    public Task<ReferenceView> ReadAsync()
    {
        lock (_making) return _view is { IsFaulted: false } made ? made : _view = MakeAsync();
    }

    private async Task<ReferenceView> MakeAsync()
    {
        await using var scope = scopes.CreateAsyncScope();
        return ReferenceView.Of(await scope.ServiceProvider.GetRequiredKeyedService<IOpenApiDocumentProvider>(ApiV1.Document).GetOpenApiDocumentAsync());
    }
}
