using System.IO.Compression;
using System.Text;
using CsCheck;
using IntegrationHub.OpenBadges.Baking;
using IntegrationHub.Testing;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.OpenBadges.Baking;

public sealed class PngBakingTests
{
    [Fact]
    public void What_is_baked_comes_out_again() =>
        Gen
            .String.Select(Encoding.UTF8.GetBytes)
            .Holds(text => Unbaked(PngBaking.Bake(Pictures.Png(), text)).ShouldBe(Encoding.UTF8.GetString(text)));

    [Theory]
    [InlineData("""{"name":"Œuvre d’été ®"}""")]
    [InlineData("""{"name":"ᐃᓄᒃᑎᑐᑦ"}""")]
    [InlineData("""{"name":"شهادة مصغرة"}""")]
    public void Every_script_survives(string json) =>
        Unbaked(PngBaking.Bake(Pictures.Png(), Encoding.UTF8.GetBytes(json))).ShouldBe(json);

    [Fact]
    public void Baking_again_replaces_the_credential()
    {
        var twice = PngBaking.Bake(PngBaking.Bake(Pictures.Png(), "{\"a\":1}"u8), "{\"b\":2}"u8);

        Unbaked(twice).ShouldBe("{\"b\":2}");
        Occurrences(twice, "openbadgecredential").ShouldBe(1);
    }

    [Fact]
    public void The_credential_stands_uncompressed_before_the_picture()
    {
        var baked = Encoding.Latin1.GetString(PngBaking.Bake(Pictures.Png(), "{\"a\":1}"u8));

        baked.ShouldContain("iTXtopenbadgecredential\0\0\0\0\0{\"a\":1}");
        baked.IndexOf("iTXt", StringComparison.Ordinal).ShouldBeLessThan(baked.IndexOf("IDAT", StringComparison.Ordinal));
    }

    [Fact]
    public void The_rest_of_the_picture_is_untouched()
    {
        var baked = PngBaking.Bake(Pictures.Png(), "{}"u8);
        PngChunks.Read(baked).Where(chunk => chunk.Type != "iTXt").SelectMany(chunk => chunk.Whole.ToArray())
            .ShouldBe(Pictures.Png().AsSpan(8).ToArray());
    }

    [Fact]
    public void A_plain_picture_holds_no_credential() => PngBaking.Unbake(Pictures.Png()).ShouldBeNull();

    [Fact]
    public void A_compressed_credential_of_others_is_read() =>
        Unbaked(Pictures.PngWith(Compressed("{\"a\":\"é\"}"u8))).ShouldBe("{\"a\":\"é\"}");

    [Fact]
    public void A_credential_that_unpacks_without_end_is_refused() =>
        Should
            .Throw<BakingException>(() => PngBaking.Unbake(Pictures.PngWith(Compressed(new byte[50_000_000]))))
            .Message.ShouldContain("more than");

    [Fact]
    public void Two_credentials_in_one_picture_are_refused()
    {
        var one = PngText.Chunk("{}"u8);
        Should.Throw<BakingException>(() => PngBaking.Unbake(Pictures.PngWith(one, one))).Message.ShouldContain("more than one");
    }

    [Fact]
    public void No_damage_passes_as_anything_but_a_typed_fault() =>
        Gen.Select(Gen.Int[0, Pictures.Png().Length - 1], Gen.Byte[1, 255]).Holds((place, flip) =>
        {
            var damaged = Pictures.Png();
            damaged[place] ^= flip;
            Should.Throw<BakingException>(() => PngBaking.Unbake(damaged));
        });

    [Fact]
    public void A_picture_that_is_cut_short_is_refused() =>
        Gen.Int[0, Pictures.Png().Length - 1].Holds(length =>
            Should.Throw<BakingException>(() => PngBaking.Bake(Pictures.Png().AsMemory(0, length), "{}"u8)));

    [Theory]
    [InlineData("simple-json.png", BadgeFileKind.Json)]
    [InlineData("simple-jwt.png", BadgeFileKind.Jwt)]
    [InlineData("simple-jwt_v1.png", BadgeFileKind.Jwt)]
    public void Published_baked_pictures_are_read(string name, BadgeFileKind kind)
    {
        var file = BadgeFile.Open(Published.Bytes($"1edtech-validator/ob30/{name}"));

        file.File.ShouldBe(BadgeFileKind.Png);
        file.Kind.ShouldBe(kind);
    }

    private static string Unbaked(byte[] png) => Encoding.UTF8.GetString(PngBaking.Unbake(png).ShouldNotBeNull());

    private static int Occurrences(byte[] file, string word) => Encoding.Latin1.GetString(file).Split(word).Length - 1;

    private static PngChunk Compressed(ReadOnlySpan<byte> text)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            zlib.Write(text);
        return PngChunk.Of("iTXt", [.. "openbadgecredential\0"u8, 1, 0, .. "en\0name\0"u8, .. packed.ToArray()]);
    }
}
