using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Model.MicroCredentials;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Catalogue.Reading;

public sealed class IssuerReadingTests : IDisposable
{
    private readonly IssuerOnDisk _catalogue = new();

    [Fact]
    public void An_issuer_is_read_as_it_is_written()
    {
        var issuer = Read().Issuer.ShouldNotBeNull();
        issuer.Did.ShouldBe("did:web:localhost%3A7071:issuers:lac");
        (issuer.Url, issuer.Email).ShouldBe((new("https://www.lac.example.ca"), "titres@lac.example.ca"));
        (issuer.Ed25519, issuer.Rsa).ShouldBe(("LAC_ISSUER_ED25519", "LAC_ISSUER_RSA"));
        issuer.Previous.ShouldBe([new(IssuerOnDisk.Multikey, null), new(null, IssuerOnDisk.Jwk)]);
        issuer.LinkedInOrganization.ShouldBe(1234567);
        issuer.Colours.ShouldBe(new Colours("#0b3d5c", new Colours().Secondary, "#ffffff"));
        issuer.Logo.ShouldNotBeNull().MediaType.ShouldBe(Picture.Svg);
    }

    [Fact]
    public void An_entry_says_all_that_a_credential_shows()
    {
        var water = Read().MicroCredentials["water-sampling"];
        var badge = water.Badge.ShouldNotBeNull();
        badge.Class.ShouldBeNull();
        badge.Image.ShouldNotBeNull().Content.ToArray().ShouldBe(IssuerOnDisk.Png);
        (badge.AchievementType, badge.FieldOfStudy).ShouldBe(("Certificate", new("Environnement", "Environment")));
        badge.Tags.ShouldBe(["water", "eau"]);
        water.Validity.ShouldBe(new Validity(36));
        water.Summary.QualityAssurance.ShouldBe(
            new QualityBody(new("le comité", "the committee"), new("https://www.lac.example.ca/quality")));
        water.Summary.LearningOutcomes[0].Alignments.ShouldBeEmpty();
        water
            .Summary.LearningOutcomes[1]
            .Alignments.ShouldBe([
                new Alignment("ESCO", "S1.2", new("filtrer l’eau", "filter water"), new("https://skills.example.ca/filter")),
            ]);
        water.Offerings[0].Period.ShouldBe(new LearningPeriod(new(2026, 1, 12), new(2026, 3, 20)));
    }

    [Fact]
    public void A_badge_may_be_no_more_than_wanted()
    {
        _catalogue.Spoil(
            IssuerOnDisk.Water,
            "badge:\n  image: water.png\n  achievementType: Certificate\n  tags: [water, eau]\n  fieldOfStudy: { fr: Environnement, en: "
                + "Environment }",
            "badge: {}");
        var badge = Read().MicroCredentials["water-sampling"].Badge.ShouldNotBeNull();
        (badge.Image, badge.AchievementType).ShouldBe((null, BadgeDesign.MicroCredential));
    }

    [Fact]
    public void A_replaced_picture_comes_into_force_and_the_last_good_one_outlives_a_restart()
    {
        var lastGood = Directory.CreateTempSubdirectory("last-good-");
        CatalogueFolders.Open(_catalogue.Folder, lastGood: lastGood.FullName);
        _catalogue.Write(IssuerOnDisk.Image, "spoilt");
        var kept = CatalogueFolders.Open(_catalogue.Folder, lastGood: lastGood.FullName).Get("lac").MicroCredentials["water-sampling"];
        kept.Badge!.Image!.Content.ToArray().ShouldBe(IssuerOnDisk.Png);
        lastGood.Delete(recursive: true);
    }

    public void Dispose() => _catalogue.Dispose();

    private Institution Read() => CatalogueFolders.Open(_catalogue.Folder).Get("lac");
}
