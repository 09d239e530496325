using System.Text;
using System.Text.Json;
using IntegrationHub.OpenBadges.Model;
using IntegrationHub.Testing.OpenBadges;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.OpenBadges.Model;

public sealed class ModelTests
{
    private static readonly JsonElement Badge = Parse(SampleBadges.Full().ToUtf8());

    [Fact]
    public void Types_are_arrays_but_of_pictures_and_identifiers()
    {
        Badge.GetProperty("type").GetRawText().ShouldBe("""["VerifiableCredential","AchievementCredential"]""");
        Subject("type").GetRawText().ShouldBe("""["AchievementSubject"]""");
        Achievement("type").GetRawText().ShouldBe("""["Achievement"]""");
        Badge.GetProperty("issuer").GetProperty("type").GetRawText().ShouldBe("""["Profile"]""");
        Subject("identifier")[0].GetProperty("type").GetString().ShouldBe("IdentityObject");
        Badge.GetProperty("image").GetProperty("type").GetString().ShouldBe("Image");
    }

    [Fact]
    public void Contexts_come_in_the_order_of_the_standard() =>
        Badge
            .GetProperty("@context")
            .EnumerateArray()
            .Select(address => address.GetString())
            .ShouldBe([
                "https://www.w3.org/ns/credentials/v2",
                "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
                "https://purl.imsglobal.org/spec/ob/v3p0/extensions.json",
            ]);

    [Fact]
    public void Times_are_utc_to_the_second() => Badge.GetProperty("validFrom").GetString().ShouldBe("2026-05-04T17:00:00Z");

    [Fact]
    public void What_is_not_said_is_not_written() => Encoding.UTF8.GetString(SampleBadges.Least().ToUtf8()).ShouldNotContain("null");

    [Fact]
    public void One_status_is_an_object_and_two_are_an_array()
    {
        Badge.GetProperty("credentialStatus").ValueKind.ShouldBe(JsonValueKind.Array);
        var one = SampleBadges.Full() with { CredentialStatus = [SampleBadges.Full().CredentialStatus![0]] };
        Parse(one.ToUtf8()).GetProperty("credentialStatus").GetProperty("statusPurpose").GetString().ShouldBe("revocation");
        CredentialJson.ReadAchievement(one.ToUtf8()).CredentialStatus!.Count.ShouldBe(1);
    }

    [Fact]
    public void Every_script_stands_as_it_is() =>
        Encoding.UTF8.GetString(SampleBadges.Full().ToUtf8()).ShouldContain("Œuvres d’été ® ᐃᓄᒃᑎᑐᑦ شهادة");

    [Fact]
    public void An_embedded_endorsement_keeps_every_value()
    {
        const string endorsement = """{"b":1.0,"a":"é","proof":[]}""";
        var badge = SampleBadges.Least() with { Endorsement = [Parse(Encoding.UTF8.GetBytes(endorsement))] };
        Parse(badge.ToUtf8()).GetProperty("endorsement")[0].GetRawText().ShouldBe(endorsement);
    }

    [Fact]
    public void A_badge_reads_back_as_it_was_written() =>
        CredentialJson.ReadAchievement(SampleBadges.Full().ToUtf8()).ToUtf8().ShouldBe(SampleBadges.Full().ToUtf8());

    [Fact]
    public void The_hash_is_of_identifier_and_salt()
    {
        RecipientHash.Of("a@example.ca", "deadsea").ShouldBe("sha256$411210e57a28e7c1e9006d404b54bcbfb27d13b6c5a07feec7ddc27c4bdd9f9f");
        RecipientHash.Matches("sha256$411210e57a28e7c1e9006d404b54bcbfb27d13b6c5a07feec7ddc27c4bdd9f9f", "a@example.ca", "deadsea")
            .ShouldBeTrue();
        RecipientHash.Matches("sha256$411210e57a28e7c1e9006d404b54bcbfb27d13b6c5a07feec7ddc27c4bdd9f9f", "a@example.ca", "another")
            .ShouldBeFalse();
    }

    [Fact]
    public void A_published_badge_in_the_strict_shape_is_read_and_written_without_loss()
    {
        var published = Published.Bytes("educredentials/minimal_valid_obv3.json");
        var written = Parse(CredentialJson.ReadAchievement(published).ToUtf8());

        foreach (var member in Parse(published).EnumerateObject().Where(member => member.Name != "proof"))
            JsonElement.DeepEquals(written.GetProperty(member.Name), member.Value).ShouldBeTrue(member.Name);
    }

    private static JsonElement Subject(string member) => Badge.GetProperty("credentialSubject").GetProperty(member);

    private static JsonElement Achievement(string member) => Subject("achievement").GetProperty(member);

    private static JsonElement Parse(byte[] json) => JsonDocument.Parse(json).RootElement;
}
