using System.Buffers.Binary;
using System.Buffers.Text;
using System.Globalization;
using System.Text;
using System.Text.Json;
using IntegrationHub.OpenBadges.Baking;
using IntegrationHub.OpenBadges.Model;
using IntegrationHub.OpenBadges.Verification;
using IntegrationHub.Testing;
using IntegrationHub.Testing.OpenBadges;
using IntegrationHub.Tests.OpenBadges.Baking;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.OpenBadges.Verification;

/// <summary>A megabyte made to keep a verifier busy: each is answered, and costs no second of a processor.</summary>
public sealed class HostileFileTests : IDisposable
{
    private const int Megabyte = 1024 * 1024;
    private static readonly TimeSpan Most = TimeSpan.FromSeconds(1);

    private readonly College _college = new();

    /// <summary>What is made once cannot be counted to who reads it.</summary>
    private static readonly Dictionary<string, Func<byte[]>> ByName = new()
    {
        ["SVG: 149,000 deep"] = () => Svg(Nested("a", 149_000)),
        ["SVG: 70,000 deep inside a credential"] = () => Svg($"<o:credential>{Nested("a", 70_000)}</o:credential>"),
        ["SVG: 70,000 deep inside a credential, as text"] = () => Svg($"<o:credential>{Nested("a", 70_000, "x")}</o:credential>"),
        ["SVG: credentials inside credentials"] = () => Svg(Nested("o:credential", 35_000)),
        ["SVG: deep and never closed"] = () => Svg(string.Concat(Enumerable.Repeat("<a>", 300_000))),
        ["SVG: deep in UTF-16"] = () => Encoding.Unicode.GetBytes(SvgText(Nested("a", 70_000))),
        ["SVG: wide"] = () => Svg(string.Concat(Enumerable.Repeat("<a/>", 250_000))),
        ["SVG: wide inside a credential"] = () => Svg($"<o:credential>{string.Concat(Enumerable.Repeat("<a/>x", 200_000))}</o:credential>"),
        ["SVG: many credentials"] = () => Svg(string.Concat(Enumerable.Repeat("<o:credential/>", 65_000))),
        ["SVG: many attributes"] = () => Svg($"<a {Numbered(90_000, "a{0}='' ")}/>"),
        ["SVG: many attributes of one name"] = () => Svg($"<a {string.Concat(Enumerable.Repeat("a='' ", 200_000))}/>"),
        ["SVG: many namespaces"] = () => Svg($"<a {Numbered(50_000, "xmlns:a{0}='u' ")}/>"),
        ["SVG: namespaces at every depth"] = () =>
            Svg(
                Numbered(60, "<a xmlns:b{0}='u'>")
                    + string.Concat(Enumerable.Repeat("<b0:a/>", 100_000))
                    + string.Concat(Enumerable.Repeat("</a>", 60))),
        ["SVG: one long name"] = () => Svg($"<{new string('a', Megabyte - 200)}/>"),
        ["SVG: many names"] = () => Svg(Numbered(110_000, "<a{0}/>")),
        ["SVG: a long comment"] = () => Svg($"<!--{new string(' ', Megabyte - 200)}-->"),
        ["SVG: many instructions"] = () => Svg(string.Concat(Enumerable.Repeat("<?a?>", 200_000))),
        ["SVG: much text"] = () => Svg($"<o:credential>{string.Concat(Enumerable.Repeat("&#65;<![CDATA[]]>", 60_000))}</o:credential>"),
        ["SVG: entities of entities"] = () =>
            Utf8($"<!DOCTYPE svg [{Numbered(30, "<!ENTITY e{0} \"&e0;&e0;&e0;&e0;\">")}]>{SvgText("&e29;")}"),
        ["SVG: a long document type"] = () => Utf8($"<!DOCTYPE svg [{Numbered(30_000, "<!ENTITY e{0} \"x\">")}]>{SvgText("")}"),
        ["SVG: a document type that never ends"] = () => Utf8("<!DOCTYPE svg [" + new string('[', Megabyte - 100)),
        ["PNG: many chunks"] = () => Pictures.PngWith([.. Enumerable.Repeat(PngChunk.Of("teXt", []), 80_000)]),
        ["PNG: many credentials"] = () => Pictures.PngWith([.. Enumerable.Repeat(Pictures.Credential("{}"u8), 20_000)]),
        ["PNG: unpacks without end"] = () => Pictures.PngWith(Pictures.Packed(new byte[64 * Megabyte])),
        ["PNG: unpacks to deep JSON"] = () => Pictures.PngWith(Pictures.Packed(Utf8("{\"a\":" + new string('[', 3 * Megabyte)))),
        ["PNG: unpacks to wide JSON"] = () =>
            Pictures.PngWith(Pictures.Packed(Utf8($"{{\"a\":[{string.Join(',', Enumerable.Repeat("0", 1_900_000))}]}}"))),
        ["PNG: unpacks to many members"] = () => Pictures.PngWith(Pictures.Packed(Utf8($"{{{Numbered(250_000, "\"a{0}\":0,")}\"b\":0}}"))),
        ["PNG: a JWT of dots"] = () => Pictures.PngWith(Pictures.Credential(Utf8("ey" + new string('.', Megabyte - 300)))),
        ["JSON: deep"] = () => Utf8("{\"a\":" + new string('[', Megabyte - 10)),
        ["JSON: many members"] = () => Utf8($"{{{Numbered(85_000, "\"a{0}\":0,")}\"b\":0}}"),
        ["JSON: a member that stands often"] = () => Utf8($"{{{string.Concat(Enumerable.Repeat("\"a\":0,", 170_000))}\"b\":0}}"),
        ["JSON: many escapes"] = () => Utf8($"{{\"a\":\"{string.Concat(Enumerable.Repeat("\\u0041", 174_000))}\"}}"),
        ["JSON: many short escapes"] = () => Utf8($"{{\"a\":[{string.Join(',', Enumerable.Repeat("\"\\n\"", 200_000))}]}}"),
        ["JSON: many proofs"] = () =>
            Utf8(
                "{\"type\":\"VerifiableCredential\",\"proof\":["
                    + string.Join(',', Enumerable.Repeat("{\"type\":\"DataIntegrityProof\",\"cryptosuite\":\"eddsa-rdfc-2022\"}", 15_000))
                    + "]}"
            ),
        ["JSON: pictures in place of what it joins"] = () =>
            Utf8(
                "{\"verifiableCredential\":["
                    + $"{string.Join(',', Enumerable.Repeat(JsonSerializer.Serialize(SvgText(Nested("a", 1_000))), 38))}]}}"
            ),
        ["JWT: a long header"] = () => Utf8($"eyJ{new string('A', Megabyte - 100)}.e30.e30"),
        ["JWT: a deep payload"] = () => Utf8($"eyJhIjowfQ.{Base64Url.EncodeToString(Utf8("{\"a\":" + new string('[', 700_000)))}.e30"),
        ["JWT: an endless signature"] = () => Utf8($"eyJhbGciOiJSUzI1NiJ9.e30.{new string('A', Megabyte - 100)}"),
        ["JWT: a key of a million bits"] = () =>
            Utf8($"{Base64Url.EncodeToString(Header("AQAB", 166_667))}.e30.{new string('A', 166_667)}"),
        ["JWT: a key of 16,384 bits with a long exponent"] = () =>
            Utf8($"{Base64Url.EncodeToString(Header(new string('s', 2730), 2730))}.e30.{new string('A', 2730)}"),
        ["text: letters"] = () => Utf8(new string('e', Megabyte)),
        ["text: almost a JWT"] = () => Utf8("ey" + new string('a', Megabyte)),
        ["text: blanks"] = () => Utf8(new string(' ', Megabyte)),
        ["chance"] = Chance,
    };

    public static TheoryData<string> Files => [.. ByName.Keys];

    [Theory]
    [MemberData(nameof(Files))]
    public void What_is_made_to_keep_a_verifier_busy_costs_no_second(string name)
    {
        var file = ByName[name]();
        file.Length.ShouldBeLessThan(Megabyte + 1024);
        Warm();

        var report = Cpu.Within(Most, name, () => _college.Verify(file).GetAwaiter().GetResult());

        report.Verdict.ShouldBeOneOf(VerificationVerdict.Invalid, VerificationVerdict.Undetermined);
    }

    public void Dispose() => _college.Dispose();

    /// <summary>What is compiled at the first call is no cost of the file.</summary>
    private void Warm()
    {
        foreach (var picture in new[]
            {
                SvgBaking.Bake(Utf8(Pictures.Svg), _college.Badge()),
                PngBaking.Bake(Pictures.Png(), Utf8(_college.SignJwt(SampleBadges.Least().ToUtf8()))),
            })
            _college.Verify(picture).GetAwaiter().GetResult().ShouldBe(VerificationVerdict.Valid);
    }

    private static byte[] Svg(string content) => Utf8(SvgText(content));

    private static string SvgText(string content) =>
        $"""<svg xmlns="http://www.w3.org/2000/svg" xmlns:o="https://purl.imsglobal.org/ob/v3p0">{content}</svg>""";

    private static string Nested(string name, int depth, string inside = "") =>
        new StringBuilder()
            .Insert(0, $"<{name}>", depth)
            .Append(inside)
            .Insert(depth * (name.Length + 2) + inside.Length, $"</{name}>", depth)
            .ToString();

    private static string Numbered(int count, string format) =>
        string.Concat(
            Enumerable
                .Range(0, count)
                .Select(number => format.Replace("{0}", number.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)));

    private static byte[] Header(string exponent, int letters) =>
        Utf8($$$"""{"alg":"RS256","jwk":{"kty":"RSA","e":"{{{exponent}}}","n":"{{{new string('s', letters)}}}"}}""");

    /// <summary>Bytes by chance behind the beginning of a PNG, always the same.</summary>
    private static byte[] Chance()
    {
        var bytes = new byte[Megabyte];
        new Random(20261130).NextBytes(bytes);
        PngChunks.Signature.CopyTo(bytes);
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(8), Megabyte - 40);
        return bytes;
    }

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
