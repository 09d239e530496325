using System.IO.Compression;
using System.Text;
using IntegrationHub.Core.Model.Completions;
using Shouldly;
using Xunit;

namespace IntegrationHub.Core.Tests.Model.Completions;

/// <summary>What a delivery holds, packed or bare.</summary>
public sealed class PackedDeliveryTests
{
    [Theory]
    [InlineData("gzip")]
    [InlineData("x-gzip")]
    [InlineData(" GZip ")]
    public void A_packed_body_is_read_unpacked(string encoding) =>
        Text(Delivery(Packed("été"), encoding)).ShouldBe("été");

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("identity")]
    public void A_bare_body_is_read_as_it_is(string? encoding) =>
        Text(Delivery(Encoding.UTF8.GetBytes("été"), encoding)).ShouldBe("été");

    [Fact]
    public void A_body_much_longer_than_the_first_buffer_comes_out_whole()
    {
        var text = string.Concat(Enumerable.Range(0, 30_000).Select(number => $"{number};"));
        Text(Delivery(Packed(text), "gzip")).ShouldBe(text);
    }

    [Fact]
    public void A_part_of_a_larger_buffer_is_unpacked_as_that_part()
    {
        byte[] packed = [1, 2, 3, .. Packed("été"), 9];
        Text(Delivery(packed.AsMemory(3, packed.Length - 4), "gzip")).ShouldBe("été");
    }

    [Fact]
    public void Another_packing_is_415() => Status(Delivery(Packed("été"), "br")).ShouldBe(415);

    [Fact]
    public void What_is_no_gzip_is_400() => Status(Delivery("no gzip at all, although long"u8.ToArray(), "gzip")).ShouldBe(400);

    [Theory]
    [InlineData(1)]
    [InlineData(9)]
    [InlineData(1000)]
    public void What_was_cut_short_is_400(int missing)
    {
        var packed = Packed("a text of some length, so that it can be cut short anywhere");
        Status(Delivery(packed.AsMemory(0, Math.Max(0, packed.Length - missing)), "gzip")).ShouldBe(400);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(40)]
    public void A_body_of_several_members_is_read_whole_and_a_member_cut_short_is_400(int missing)
    {
        byte[] members = [.. Packed("one, "), .. Packed("two, "), .. Packed(""), .. Packed("three")];

        Encoding.UTF8.GetString(Delivery(members, "gzip").Content.Span).ShouldBe("one, two, three");
        Status(Delivery(members.AsMemory(0, members.Length - missing), "gzip")).ShouldBe(400);
        Status(Delivery((byte[])[.. members, .. "and something"u8], "gzip")).ShouldBe(400);
    }

    [Theory]
    [InlineData(100, false)]
    [InlineData(99, true)]
    public void What_unpacks_to_more_than_allowed_is_413(int most, bool isTooMuch)
    {
        var delivery = Delivery(Packed(new('x', 100)), "gzip") with { MostUnpacked = most };
        if (isTooMuch)
            Status(delivery).ShouldBe(413);
        else
            delivery.Content.Length.ShouldBe(100);
    }

    [Fact]
    public void A_changed_copy_unpacks_its_own_body()
    {
        var first = Delivery(Packed("one"), "gzip") with { AddressKey = "key", EventId = "id", Received = DateTimeOffset.UnixEpoch };
        Text(first).ShouldBe("one");

        var second = first with { Body = Packed("two") };

        Text(second).ShouldBe("two");
        (second.AddressKey, second.EventId, second.Received, second.MostUnpacked).ShouldBe(
            ("key", "id", DateTimeOffset.UnixEpoch, first.MostUnpacked));
    }

    [Theory]
    [InlineData("a1", "a1")]
    [InlineData("abcdefghijabcdefghijabcdefghijabcdefghij", "abcdefghijabcdefghijabcdefghijabcdefghij")]
    [InlineData("abcdefghijabcdefghijabcdefghijabcdefghijx", null)]
    [InlineData("a-1", null)]
    [InlineData("", null)]
    public void A_test_event_has_a_short_name_of_letters_and_digits(string header, string? id) =>
        new Delivery(
            ReadOnlyMemory<byte>.Empty,
            new Dictionary<string, string> { [IntegrationHub.Core.Model.Completions.Delivery.TestHeader] = header }).TestId.ShouldBe(id);

    private static Delivery Delivery(ReadOnlyMemory<byte> body, string? encoding) =>
        new(body, encoding is null ? new Dictionary<string, string>() : new Dictionary<string, string> { ["Content-Encoding"] = encoding });

    private static string Text(Delivery delivery) => Encoding.UTF8.GetString(delivery.Content.Span);

    private static int Status(Delivery delivery) => Should.Throw<UnpackException>(() => delivery.Content.Length).Status;

    private static byte[] Packed(string text)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionMode.Compress))
            gzip.Write(Encoding.UTF8.GetBytes(text));
        return packed.ToArray();
    }
}
