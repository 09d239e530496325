using IntegrationHub.Core.Badges;
using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Testing;
using IntegrationHub.Testing.Connectors;
using Shouldly;
using Xunit;

namespace IntegrationHub.Core.Tests.Badges;

/// <summary>Names that anybody may see, links that only one may use, indexes that tell nothing.</summary>
public sealed class NamesTests
{
    private const string Pepper = "a pepper of more than sixteen letters";

    private static readonly AwardId Award = new(DossierId.Of("lacnord", "learner", "water"), 0);

    private static readonly CredentialId Id = CredentialId.Of(Award, Pepper);

    private static ClaimLink Links { get; } = new(new IssuingInstitution(), new FakeSecrets(IssuingInstitution.Secrets));

    [Fact]
    public void The_same_award_has_the_same_credential_and_nobody_without_the_pepper_can_tell_which()
    {
        CredentialId.Of(Award, Pepper).ShouldBe(Id);
        CredentialId.Of(Award, Pepper + "!").ShouldNotBe(Id);
        CredentialId.Of(new(Award.Dossier, 1), Pepper).ShouldNotBe(Id);
        Id.ToString().ShouldNotContain(Award.Dossier.Name);
    }

    [Fact]
    public void A_written_id_is_read_back() => CredentialId.Parse(Id.ToString()).ShouldBe(Id);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("lacnord")]
    [InlineData("lacnord-tooshort")]
    [InlineData("lacnord-AAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("-aaaaaaaaaaaaaaaaaaaaaaaaaa")]
    [InlineData("lac/nord-aaaaaaaaaaaaaaaaaaaaaaaaaa")]
    [InlineData("lacnord-aaaaaaaaaaaaaaaaaaaaaaaaaa-b")]
    public void What_is_no_id_is_not_read(string? text) => CredentialId.TryParse(text, out _).ShouldBeFalse();

    [Fact]
    public void A_claim_link_opens_its_credential()
    {
        Links.Opens(Links.Token(Id), out var opened).ShouldBeTrue();
        opened.ShouldBe(Id);
    }

    [Fact]
    public void A_claim_link_with_any_character_changed_opens_nothing()
    {
        var token = Links.Token(Id);
        for (var at = 0; at < token.Length; at++)
            Links.Opens(token[..at] + (token[at] == 'a' ? 'b' : 'a') + token[(at + 1)..], out _).ShouldBeFalse($"at {at}");
    }

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData("lacnord-aaaaaaaaaaaaaaaaaaaaaaaaaa")]
    [InlineData("nowhere-aaaaaaaaaaaaaaaaaaaaaaaaaa-bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb")]
    public void What_is_no_claim_link_opens_nothing(string token) => Links.Opens(token, out _).ShouldBeFalse();

    [Fact]
    public void Every_index_of_a_list_is_given_once_and_in_no_order()
    {
        byte[] key = [.. Enumerable.Range(0, 32).Select(at => (byte)at)];
        var number = Tries.Of(StatusEntry.Bits);
        var indexes = Enumerable.Range(0, number).Select(serial => Shuffle.Index(key, serial)).ToArray();

        indexes.Distinct().Count().ShouldBe(number);
        indexes.ShouldAllBe(index => index >= 0 && index < StatusEntry.Bits);
        indexes.Zip(indexes.Skip(1)).Count(pair => pair.Second > pair.First).ShouldBeInRange(number * 49 / 100, number * 51 / 100);
    }

    [Fact]
    public void Another_list_has_another_order() =>
        Shuffle.Index(new byte[32], 1).ShouldNotBe(Shuffle.Index([.. Enumerable.Repeat((byte)7, 32)], 1));
}
