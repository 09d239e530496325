using System.Buffers.Text;
using CsCheck;
using IntegrationHub.OpenBadges.Keys;
using IntegrationHub.Testing;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.OpenBadges.Keys;

public sealed class KeyTests
{
    [Theory]
    [InlineData("", "z")]
    [InlineData("00", "z1")]
    [InlineData("0000287FB4CD", "z11233QC4")]
    [InlineData("48656C6C6F20576F726C6421", "z2NEpo7TZRRrLZSi2U")]
    [InlineData(
        "54686520717569636B2062726F776E20666F78206A756D7073206F76657220746865206C617A7920646F672E",
        "zUSm3fpXnKG5EUBx2ndxBDMPVciP5hGey2Jh4NDv6gmeo1LkMeiKrLJUUBk6Z")]
    public void Base58_is_written_and_read_as_its_draft_shows(string hex, string text)
    {
        Multibase.Encode58(Convert.FromHexString(hex)).ShouldBe(text);
        Multibase.TryDecode58(text, out var bytes).ShouldBeTrue();
        Convert.ToHexString(bytes).ShouldBe(hex);
    }

    [Fact]
    public void Any_bytes_come_back() =>
        Gen
            .Byte.Array[0, 80]
            .Holds(bytes =>
            {
                Multibase.TryDecode58(Multibase.Encode58(bytes), out var back58).ShouldBeTrue();
                back58.ShouldBe(bytes);
                Multibase.TryDecode64Url(Multibase.Encode64Url(bytes), out var back64).ShouldBeTrue();
                back64.ShouldBe(bytes);
            });


    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("6Mk")]
    [InlineData("z6M0")]
    [InlineData("z6Mk é")]
    public void What_is_no_base58_is_not_read(string? text) => Multibase.TryDecode58(text, out _).ShouldBeFalse();

    [Fact]
    public void A_text_too_long_is_not_read() => Multibase.TryDecode58("z" + new string('2', 100_000), out _).ShouldBeFalse();

    [Theory]
    [InlineData("uAA=")]
    [InlineData("u+/")]
    [InlineData("zAA")]
    [InlineData("uA")]
    public void What_is_no_base64url_is_not_read(string text) => Multibase.TryDecode64Url(text, out _).ShouldBeFalse();

    [Theory]
    [InlineData("z6LSbysY2xFMRpGMhb7tFTLMpeuPRaqaWM1yECx2AtzE3KCc")]
    [InlineData("z6Mk")]
    [InlineData("zDnaerDaTF5BXEavCrfRZEk316dpbLsfPDZ3WJ5hRTPFU2169")]
    [InlineData("did:key:z6MkjZRZv3aez3r18pB1RBFJR1kwUVJ5jHt92JmQwXbd5hwi")]
    public void A_key_of_another_kind_is_not_read(string multikey) => Ed25519PublicKey.TryParse(multikey, out _).ShouldBeFalse();

    [Fact]
    public void A_public_key_survives_its_multikey()
    {
        using var key = Ed25519Key.FromSeed(new byte[32]);

        Ed25519PublicKey.TryParse(key.PublicKey.Multikey, out var read).ShouldBeTrue();

        read.ShouldBe(key.PublicKey);
        read!.Verifies("data"u8, key.Sign("data"u8)).ShouldBeTrue();
        read.Verifies("date"u8, key.Sign("data"u8)).ShouldBeFalse();
    }

    [Fact]
    public void The_seed_is_never_shown()
    {
        var seed = Enumerable.Range(1, 32).Select(value => (byte)value).ToArray();
        Ed25519Key.TryFromText(Base64Url.EncodeToString(seed), out var key).ShouldBeTrue();
        using (key)
        {
            key!.ToString().ShouldBe(key.PublicKey.Multikey);
            $"{key}".ShouldNotContain(Base64Url.EncodeToString(seed));
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("AQID")]
    [InlineData("not base64url at all, but of a good length…")]
    public void A_setting_that_is_no_seed_is_told(string? text) => Ed25519Key.TryFromText(text, out _).ShouldBeFalse();

    [Fact]
    public void A_seed_of_another_length_is_refused() => Should.Throw<ArgumentException>(() => Ed25519Key.FromSeed(new byte[64]));
}
