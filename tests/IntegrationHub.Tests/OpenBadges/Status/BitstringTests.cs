using System.Buffers.Text;
using System.IO.Compression;
using System.Text.Json;
using CsCheck;
using IntegrationHub.OpenBadges.Status;
using IntegrationHub.Testing;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.OpenBadges.Status;

public sealed class BitstringTests
{
    [Fact]
    public void Bits_that_were_set_are_read_again_and_no_others() =>
        Gen.Int[0, Bitstring.LeastLength - 1].HashSet[0, 200].Holds(places =>
        {
            var bits = new Bitstring();
            foreach (var place in places)
                bits[place] = true;

            var read = Bitstring.Decode(bits.Encode());
            Enumerable.Range(0, read.Length).Where(place => read[place]).ShouldBe(places.Order());
        }, tries: 30);

    [Fact]
    public void The_first_bit_is_the_most_significant()
    {
        var bits = new Bitstring { [0] = true, [15] = true };
        bits.Bytes[..3].ToArray().ShouldBe([0x80, 0x01, 0x00]);
    }

    [Fact]
    public void A_bit_can_be_taken_back()
    {
        var bits = new Bitstring { [7] = true };
        bits[7] = false;
        bits.Bytes.ToArray().ShouldAllBe(b => b == 0);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(Bitstring.LeastLength)]
    public void There_is_nothing_beyond_the_list(int index) => Should.Throw<ArgumentOutOfRangeException>(() => new Bitstring()[index]);

    [Fact]
    public void A_short_list_is_not_made() => Should.Throw<ArgumentOutOfRangeException>(() => new Bitstring(8));

    [Theory]
    [InlineData("H4sIAAAA", "'u'")]
    [InlineData("u!!!", "base64url")]
    [InlineData("uAAAA", "gzip")]
    [InlineData("u", "bits")]
    public void What_is_no_list_is_refused(string encoded, string why) =>
        Should.Throw<StatusListException>(() => Bitstring.Decode(encoded)).Message.ShouldContain(why);

    [Fact]
    public void A_list_of_others_that_is_too_short_is_refused() =>
        Should.Throw<StatusListException>(() => Bitstring.Decode(Packed(1000))).Message.ShouldContain("8000 bits");

    [Fact]
    public void A_list_that_unpacks_without_end_is_refused() =>
        Should.Throw<StatusListException>(() => Bitstring.Decode(Packed(200_000_000))).Message.ShouldContain("more than");

    [Fact]
    public void The_published_list_is_read()
    {
        using var list = JsonDocument.Parse(Published.Bytes("1edtech-validator/ob30/bit-string-list/testlist"));
        var bits = Bitstring.Decode(list.RootElement.GetProperty("credentialSubject").GetProperty("encodedList").GetString()!);

        bits.Length.ShouldBe(Bitstring.LeastLength);
        bits[23].ShouldBeTrue();
    }

    [Fact]
    public void A_list_is_published_as_a_credential_and_entries_point_into_it()
    {
        var address = new Uri("https://hub.example.ca/status/nordet/revocation/0");
        var list = StatusList.Publish(
            address,
            "did:web:example.ca",
            StatusPurposes.Revocation,
            new Bitstring(),
            DateTimeOffset.UnixEpoch,
            TimeSpan.FromMinutes(5));
        var entry = StatusList.Entry(address, StatusPurposes.Revocation, 94567);

        list.CredentialSubject.StatusPurpose.ShouldBe("revocation");
        list.CredentialSubject.Ttl.ShouldBe(300_000);
        Bitstring.Decode(list.CredentialSubject.EncodedList).Length.ShouldBe(131_072);
        entry.StatusListCredential.ShouldBe(list.Id);
        entry.StatusListIndex.ShouldBe("94567");
        entry.Id.ShouldBe("https://hub.example.ca/status/nordet/revocation/0#94567");
    }

    private static string Packed(int bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            gzip.Write(new byte[bytes]);
        return "u" + Base64Url.EncodeToString(packed.ToArray());
    }
}
