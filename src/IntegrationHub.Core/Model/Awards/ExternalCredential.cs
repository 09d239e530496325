namespace IntegrationHub.Core.Model.Awards;

/// <summary>A credential of another house, as it was found when it was looked at.</summary>
/// <param name="Id">Its own id.</param>
/// <param name="Earned">When it was awarded.</param>
/// <param name="ValidUntil">Its own end; null where it has none.</param>
/// <param name="Seen">When it was looked at.</param>
/// <param name="IsTakenBack">Whether its issuer had revoked or suspended it by then.</param>
public sealed record ExternalCredential(string Id, DateTimeOffset Earned, DateTimeOffset? ValidUntil, DateTimeOffset Seen, bool IsTakenBack)
{
    /// <summary>What a dossier tells of one.</summary>
    public static ExternalCredential Of(StackedCredential part) =>
        new(part.Award, part.Earned, part.ValidUntil, DateTimeOffset.UnixEpoch.AddMinutes(part.Revision), part.Ended is not null);
}
