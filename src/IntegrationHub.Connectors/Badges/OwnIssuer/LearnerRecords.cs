using System.Text.Json;
using IntegrationHub.Connectors.Texts;
using IntegrationHub.Core.Badges;
using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.OpenBadges.Model;

namespace IntegrationHub.Connectors.Badges.OwnIssuer;

/// <summary>A learner's credentials as one signed comprehensive learner record (CLR 2.0; toolkit, chapter 14).</summary>
public sealed class LearnerRecords(AchievementMapping achievements, Signing signing, TimeProvider time)
{
    /// <summary>Makes the record. What is revoked or erased is not in it.</summary>
    /// <param name="institution">The tenant.</param>
    /// <param name="opened">The credential whose subject stands for the learner.</param>
    /// <param name="own">The institution's credentials of this learner.</param>
    /// <param name="outside">Credentials of others that the learner joins; they have been verified.</param>
    /// <param name="language"><c>fr</c> or <c>en</c>.</param>
    /// <returns>UTF-8 JSON.</returns>
    public byte[] Make(
        Institution institution,
        Credential opened,
        IReadOnlyList<Credential> own,
        IReadOnlyList<JsonElement> outside,
        string language)
    {
        var now = time.GetUtcNow();
        var joined = own.Where(credential => credential is { Documents: not null, Standing: not CredentialStatus.Revoked })
            .Select(credential => JsonElement.Parse(credential.Documents!.Json));
        var name = institution.Name.In(language);
        var record = new ClrCredential
        {
            Id = $"urn:uuid:{Guid.NewGuid()}",
            Name = ConnectorTexts.In(language, "record.name", name),
            Description = ConnectorTexts.In(language, "record.description", name),
            AwardedDate = now,
            ValidFrom = now,
            Issuer = achievements.Profile(institution, language),
            Partial = true,
            CredentialSubject = new() { Id = opened.Holder!.Subject, VerifiableCredential = [.. joined, .. outside] },
            CredentialSchema = [new() { Id = SchemaAddress.Clr }],
        };
        return signing.Embed(institution, record.ToUtf8(), now);
    }
}
