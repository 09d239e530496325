using Refit;

namespace IntegrationHub.Connectors.Lms.Canvas.Api;

/// <summary>Canvas's REST API, version 1; the token is an access token of a user who may read what is asked.</summary>
internal interface ICanvasApi
{
    [Get("/api/v1/users/{id}")]
    Task<CanvasUser> User([Authorize("Bearer")] string token, string id, CancellationToken cancellation);
}
