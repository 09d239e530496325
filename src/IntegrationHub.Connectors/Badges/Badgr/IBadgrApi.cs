using Refit;

namespace IntegrationHub.Connectors.Badges.Badgr;

/// <summary>Badgr v2, as Canvas Credentials and Parchment Digital Badges speak it.</summary>
internal interface IBadgrApi
{
    [Post("/o/token")]
    Task<BadgrToken> Token([Body(BodySerializationMethod.UrlEncoded)] IDictionary<string, string> form, CancellationToken cancellation);

    /// <summary>What a recipient holds, expired or not; revoked ones are left out.</summary>
    [Get("/v2/badgeclasses/{badgeClass}/assertions?include_expired=1")]
    Task<BadgrEnvelope> Assertions([Authorize("Bearer")] string token, string badgeClass, string recipient, CancellationToken cancellation);

    [Get("/v2/assertions/{id}")]
    Task<BadgrEnvelope> Assertion([Authorize("Bearer")] string token, string id, CancellationToken cancellation);

    [Delete("/v2/assertions/{id}")]
    Task<BadgrEnvelope> Revoke(
        [Authorize("Bearer")] string token,
        string id,
        [Body] BadgrRevocation revocation,
        CancellationToken cancellation);


    [Post("/v2/badgeclasses/{badgeClass}/assertions")]
    Task<BadgrEnvelope> Award(
        [Authorize("Bearer")] string token,
        string badgeClass,
        [Body] BadgrAward award,
        CancellationToken cancellation);
}
