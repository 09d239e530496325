using Refit;

namespace IntegrationHub.Api;

/// <summary>The identifiers by which sources know learners. They stand in bodies, never in addresses.</summary>
public interface IIdentitiesApi
{
    /// <summary>
    /// Links an identifier to a student number and continues what waits for it; 404 for an unknown institution or source, 422 for
    /// an unknown student, 503 where the SIS does not answer.
    /// </summary>
    [Post("/api/identities")]
    Task<IdentityResponse> AddIdentity([Body] IdentityRequest request, CancellationToken cancellation = default);

    /// <summary>Loads lines of a table of identifiers; errors as for one.</summary>
    [Post("/api/identities/table")]
    Task<IdentityTableResponse> LoadIdentities([Body] IdentityTableRequest request, CancellationToken cancellation = default);

    /// <summary>The student that an identifier belongs to; 404 where none is linked.</summary>
    [Post("/api/identities/find")]
    Task<FoundIdentityResponse> FindIdentity([Body] IdentityRequest request, CancellationToken cancellation = default);

    /// <summary>Removes an identifier, or, with the kind studentNumber, all of a student's; 404 where none is linked.</summary>
    [Delete("/api/identities")]
    Task<ForgottenIdentitiesResponse> ForgetIdentity([Body] IdentityRequest request, CancellationToken cancellation = default);
}
