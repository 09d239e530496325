using System.Globalization;
using IntegrationHub.Core.Model.MicroCredentials;

namespace IntegrationHub.Core.Model.Awards;

/// <summary>A verified credential of another house, on its way through the queue to a dossier that may rest on it.</summary>
/// <param name="Learner">The learner, by opaque id.</param>
/// <param name="MicroCredential">Code of the micro-credential that may rest on it.</param>
/// <param name="Name">Name of the recognised credential that it is.</param>
/// <param name="Credential">What the other house issued.</param>
public sealed record Recognition(string Learner, string MicroCredential, string Name, ExternalCredential Credential)
{
    /// <summary>As part of a dossier, worth what the institution says. The later look at the same credential counts.</summary>
    public StackedCredential PartOf(RecognisedCredential recognised) => new(
        Name,
        Credential.Id,
        (int)(Credential.Seen - DateTimeOffset.UnixEpoch).TotalMinutes,
        Credential.Earned,
        Credential.ValidUntil,
        Credential.IsTakenBack ? Credential.Seen : null,
        recognised.Hours ?? 0,
        recognised.Credits ?? 0);

    /// <summary>As a message's reference.</summary>
    public string ToReference() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Learner}/{MicroCredential}/{Name}/{Credential.Earned:O}/{Credential.ValidUntil:O}/{Credential.Seen:O}/{(Credential.IsTakenBack ? "takenBack" : "valid")}/{Credential.Id}");

    /// <summary>Reads what <see cref="ToReference"/> wrote.</summary>
    /// <exception cref="FormatException">It is something else.</exception>
    public static Recognition Parse(string? reference) =>
        reference?.Split('/', 8) is [var learner, var code, var name, var earned, var until, var seen, ("valid" or "takenBack") and var standing, var id]
            ? new(learner, code, name, new(id, Time(earned), until.Length == 0 ? null : Time(until), Time(seen), standing == "takenBack"))
            : throw new FormatException("This is no recognition (learner/micro-credential/name/earned/until/seen/standing/credential).");

    private static DateTimeOffset Time(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind);
}

/// <summary>A credential of another house, as it was found when it was looked at.</summary>
/// <param name="Id">Its own id.</param>
/// <param name="Earned">When it was awarded.</param>
/// <param name="ValidUntil">Its own end; null where it has none.</param>
/// <param name="Seen">When it was looked at.</param>
/// <param name="IsTakenBack">Whether its issuer had revoked or suspended it by then.</param>
public sealed record ExternalCredential(string Id, DateTimeOffset Earned, DateTimeOffset? ValidUntil, DateTimeOffset Seen, bool IsTakenBack)
{
    /// <summary>What a dossier tells of one.</summary>
    public static ExternalCredential Of(StackedCredential part) => new(part.Award, part.Earned, part.ValidUntil, DateTimeOffset.UnixEpoch.AddMinutes(part.Revision), part.Ended is not null);
}
