using System.Text;
using System.Text.Json;
using IntegrationHub.OpenBadges.Model;

namespace IntegrationHub.OpenBadges.Verification;

/// <summary>The signed credentials inside a credential: endorsements, and what a learner record joins.</summary>
/// <param name="Endorsements">Endorsements as JSON or JWT, UTF-8.</param>
/// <param name="Joined">Joined credentials as JSON or JWT, UTF-8.</param>
/// <param name="Ids">Ids of all that the credential speaks of, which an endorsement may be about.</param>
internal sealed record InnerCredentials(List<byte[]> Endorsements, List<byte[]> Joined, HashSet<string> Ids)
{
    public static InnerCredentials Of(JsonElement credential)
    {
        var inner = new InnerCredentials([], [], []);
        inner.Gather(credential);
        return inner;
    }

    private void Gather(JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.Array)
            foreach (var item in element.EnumerateArray())
                Gather(item);
        if (element.ValueKind != JsonValueKind.Object)
            return;

        if (element.Text("id") is { } id)
            Ids.Add(id);
        foreach (var member in element.EnumerateObject())
        {
            if (member.Name is "endorsement" or "endorsementJwt")
                Endorsements.AddRange(element.All(member.Name).Select(Utf8));
            else if (member.Name == "verifiableCredential")
                Joined.AddRange(element.All(member.Name).Select(Utf8));
            else
                Gather(member.Value);
        }
    }

    private static byte[] Utf8(JsonElement credential) => Encoding.UTF8.GetBytes(
        credential.ValueKind == JsonValueKind.String
            ? credential.GetString()!
            : EnvelopedCredential.Open(credential) ?? credential.GetRawText());
}
