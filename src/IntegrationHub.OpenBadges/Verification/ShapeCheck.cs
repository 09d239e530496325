using System.Text.Json;
using IntegrationHub.OpenBadges.Model;

namespace IntegrationHub.OpenBadges.Verification;

/// <summary>
/// Whether a credential has what the standard requires. One value may stand where the strict schema wants an array of one: they mean
/// the same.
/// </summary>
internal static class ShapeCheck
{
    private static readonly string[] CredentialTimes = ["validFrom", "validUntil", "issuanceDate", "expirationDate", "awardedDate"];
    private static readonly string[] SubjectTimes = ["activityStartDate", "activityEndDate"];

    /// <summary>The first fault; before all others a malformed value, which may hide what it says.</summary>
    public static VerificationCheck Of(JsonElement credential, CredentialKind kind)
    {
        var faults = Malformed(credential).Concat(Nonstandard(credential, kind)).ToList();
        return faults.Find(fault => fault.Reason == VerificationReason.ValueMalformed)
            ?? faults.FirstOrDefault() ?? CheckKind.Shape.Passed();
    }

    /// <summary>Of whatever kind it is: who issued it and until when is read in one shape only.</summary>
    private static IEnumerable<VerificationCheck> Malformed(JsonElement credential) => Times(credential, CredentialTimes, "")
        .Concat(credential.Member("issuer") is not null && credential.IdOf("issuer") is null
            ? [CheckKind.Shape.Failed(VerificationReason.ValueMalformed, "issuer")]
            : []);

    private static IEnumerable<VerificationCheck> Nonstandard(JsonElement credential, CredentialKind kind)
    {
        if (kind == CredentialKind.Other)
            return [CheckKind.Shape.Failed(VerificationReason.TypeWrong, "type")];
        var begin = credential.Texts("@context").FirstOrDefault() == ContextAddress.CredentialsV1 ? "issuanceDate" : "validFrom";
        return Faults(credential, kind.ToString(), "").Concat(Missing(credential, [begin], ""))
            .Concat(credential.All("credentialSubject").SelectMany(subject => Subject(subject, kind)));
    }

    public static bool HasSoundTimes(JsonElement credential) => !Times(credential, CredentialTimes, "").Any();

    private static IEnumerable<VerificationCheck> Subject(JsonElement subject, CredentialKind kind)
    {
        if (kind == CredentialKind.Badge && subject.Text("id") is null && !subject.All("identifier").Any())
            yield return CheckKind.Shape.Failed(VerificationReason.MemberMissing, "credentialSubject.id");
        foreach (var fault in Times(subject, SubjectTimes, "credentialSubject."))
            yield return fault;
    }

    /// <summary>Profiles and pictures may be given by their id alone.</summary>
    private static IEnumerable<VerificationCheck> Faults(JsonElement element, string name, string path) => (element.ValueKind, name) switch
    {
        (JsonValueKind.Object, _) => Inside(element, name, path),
        (JsonValueKind.String, "Profile" or "Image") => [],
        _ => [CheckKind.Shape.Failed(VerificationReason.ValueMalformed, path.TrimEnd('.'))],
    };

    private static IEnumerable<VerificationCheck> Inside(JsonElement element, string name, string path)
    {
        var shape = ShapeRules.Of(name);
        if (shape.Type is not null && !element.Texts("type").Contains(shape.Type))
            yield return CheckKind.Shape.Failed(element.Member("type") is null
                ? VerificationReason.MemberMissing
                : VerificationReason.TypeWrong, path + "type");
        foreach (var fault in Missing(element, shape.Required, path))
            yield return fault;
        foreach (var (member, held) in shape.Holds)
            foreach (var (index, one) in element.All(member).Index())
                foreach (var fault in Faults(one, held, element.Member(member)!.Value.ValueKind == JsonValueKind.Array
                    ? $"{path}{member}[{index}]."
                    : $"{path}{member}."))
                    yield return fault;
    }

    private static IEnumerable<VerificationCheck> Missing(JsonElement element, string[] required, string path) =>
        required.Where(member => !element.All(member).Any())
            .Select(member => CheckKind.Shape.Failed(VerificationReason.MemberMissing, path + member));

    private static IEnumerable<VerificationCheck> Times(JsonElement element, string[] members, string path) =>
        members.Where(member => !element.IsTimeOrAbsent(member))
            .Select(member => CheckKind.Shape.Failed(VerificationReason.ValueMalformed, path + member));
}
