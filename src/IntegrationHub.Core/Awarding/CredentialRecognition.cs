using IntegrationHub.Core.Messaging;
using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Core.Model.MicroCredentials;

namespace IntegrationHub.Core.Awarding;

/// <summary>A verified credential of another house counts for a learner.</summary>
/// <param name="Institution">The tenant.</param>
/// <param name="Learner">The learner, by opaque id.</param>
/// <param name="MicroCredential">Code of the micro-credential that may rest on it.</param>
/// <param name="Name">Name of the recognised credential that it is.</param>
/// <param name="Credential">What the other house issued.</param>
public sealed record CredentialRecognition(
    string Institution,
    string Learner,
    string MicroCredential,
    string Name,
    ExternalCredential Credential) : HubMessage(Institution), IMessageKind
{
    static string IMessageKind.Kind => "recognition";

    /// <inheritdoc/>
    public override string Queue => QueueNames.Completions;

    /// <inheritdoc/>
    public override bool IsOfAnAward => true;

    /// <inheritdoc/>
    public override string? NamedLearner => Learner;

    /// <summary>As part of a dossier, worth what the institution says. The later look at the same credential counts.</summary>
    public StackedCredential PartOf(RecognisedCredential recognised) =>
        new(
            Name,
            Credential.Id,
            (int)(Credential.Seen - DateTimeOffset.UnixEpoch).TotalMinutes,
            Credential.Earned,
            Credential.ValidUntil,
            Credential.IsTakenBack ? Credential.Seen : null,
            recognised.Hours ?? 0,
            recognised.Credits ?? 0);
}
