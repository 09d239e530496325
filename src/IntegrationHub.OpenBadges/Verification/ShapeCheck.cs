using System.Text.Json;
using IntegrationHub.OpenBadges.Model;

namespace IntegrationHub.OpenBadges.Verification;

/// <summary>Whether a credential has what the standard requires. One value may stand where the strict schema wants an array of one: they mean the same.</summary>
internal static class ShapeCheck
{
    private static readonly string[] s_times = ["validFrom", "validUntil", "issuanceDate", "expirationDate", "awardedDate"];
    private static readonly string[] s_periods = ["activityStartDate", "activityEndDate"];

    public static Check Of(JsonElement credential, CredentialKind kind)
    {
        if (kind == CredentialKind.Other)
            return Check.Failed(CheckKind.Shape, Reason.TypeWrong, "type");

        var begin = credential.Texts("@context").FirstOrDefault() == ContextAddress.CredentialsV1 ? "issuanceDate" : "validFrom";
        return Faults(credential, kind.ToString(), "").Concat(Missing(credential, [begin], ""))
            .Concat(Times(credential, s_times, ""))
            .Concat(credential.IdOf("issuer") is null ? [Check.Failed(CheckKind.Shape, Reason.ValueMalformed, "issuer")] : [])
            .Concat(credential.All("credentialSubject").SelectMany(subject => Subject(subject, kind)))
            .FirstOrDefault() ?? Check.Passed(CheckKind.Shape);
    }

    public static bool HasSoundTimes(JsonElement credential) => !Times(credential, s_times, "").Any();

    private static IEnumerable<Check> Subject(JsonElement subject, CredentialKind kind)
    {
        if (kind == CredentialKind.Badge && subject.Text("id") is null && !subject.All("identifier").Any())
            yield return Check.Failed(CheckKind.Shape, Reason.MemberMissing, "credentialSubject.id");
        foreach (var fault in Times(subject, s_periods, "credentialSubject."))
            yield return fault;
    }

    /// <summary>Profiles and pictures may be given by their id alone.</summary>
    private static IEnumerable<Check> Faults(JsonElement element, string name, string path) => (element.ValueKind, name) switch
    {
        (JsonValueKind.Object, _) => Inside(element, name, path),
        (JsonValueKind.String, "Profile" or "Image") => [],
        _ => [Check.Failed(CheckKind.Shape, Reason.ValueMalformed, path.TrimEnd('.'))],
    };

    private static IEnumerable<Check> Inside(JsonElement element, string name, string path)
    {
        var shape = Shapes.Of(name);
        if (shape.Type is not null && !element.Texts("type").Contains(shape.Type))
            yield return Check.Failed(CheckKind.Shape, element.Member("type") is null ? Reason.MemberMissing : Reason.TypeWrong, path + "type");
        foreach (var fault in Missing(element, shape.Required, path))
            yield return fault;
        foreach (var (member, held) in shape.Holds)
            foreach (var (index, one) in element.All(member).Index())
                foreach (var fault in Faults(one, held, element.Member(member)!.Value.ValueKind == JsonValueKind.Array ? $"{path}{member}[{index}]." : $"{path}{member}."))
                    yield return fault;
    }

    private static IEnumerable<Check> Missing(JsonElement element, string[] required, string path) =>
        required.Where(member => !element.All(member).Any()).Select(member => Check.Failed(CheckKind.Shape, Reason.MemberMissing, path + member));

    private static IEnumerable<Check> Times(JsonElement element, string[] members, string path) =>
        members.Where(member => !element.IsTimeOrAbsent(member))
            .Select(member => Check.Failed(CheckKind.Shape, Reason.ValueMalformed, path + member));
}
