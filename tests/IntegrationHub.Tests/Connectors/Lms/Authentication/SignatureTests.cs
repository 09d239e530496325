using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using IntegrationHub.Core.Lms;
using IntegrationHub.OpenBadges.Keys;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Connectors.Lms.Authentication;

/// <summary>Schemes that sign the body, each against signatures made here from its specification.</summary>
public sealed class SignatureTests
{
    private const string Body = """{"event": "completed", "learner": "Zoé"}""";

    private static readonly Ed25519Key Pair = Ed25519Key.FromSeed(Enumerable.Range(1, 32).Select(i => (byte)i).ToArray());
    private static readonly Ed25519Key PairBefore = Ed25519Key.FromSeed(Enumerable.Range(2, 32).Select(i => (byte)i).ToArray());

    public static TheoryData<string> Schemes => ["standardWebhooks v1", "standardWebhooks v1a", "githubSignature", "stripeSignature"];

    public static TheoryData<string> Dated => ["standardWebhooks v1", "standardWebhooks v1a", "stripeSignature"];

    [Theory]
    [MemberData(nameof(Schemes))]
    public async Task The_secret_in_force_and_the_one_before_verify_side_by_side_until_the_end(string scheme)
    {
        await using var source = Source(scheme);

        (await source.Check(Body, Signed(scheme, source))).ShouldBe(Admission.Admitted);
        (await source.Check(Body, Signed(scheme, source, before: true))).ShouldBe(Admission.Admitted);

        source.Time.Advance(TimeSpan.FromDays(7));
        (await source.Check(Body, Signed(scheme, source, before: true))).ShouldBe(Admission.Wrong);
        (await source.Check(Body, Signed(scheme, source))).ShouldBe(Admission.Admitted);
    }

    [Theory]
    [MemberData(nameof(Schemes))]
    public async Task One_other_byte_anywhere_is_wrong(string scheme)
    {
        await using var source = Source(scheme);
        var headers = Signed(scheme, source);
        var bytes = Encoding.UTF8.GetBytes(Body);

        for (var i = 0; i < bytes.Length; i++)
        {
            var tampered = bytes.ToArray();
            tampered[i] ^= 1;
            (await source.Check(tampered, headers)).ShouldBe(Admission.Wrong);
        }

        (await source.Check(Body + " ", headers)).ShouldBe(Admission.Wrong);
        (await source.Check("", headers)).ShouldBe(Admission.Wrong);
    }

    [Theory]
    [MemberData(nameof(Schemes))]
    public async Task Headers_cut_short_twisted_or_left_out_let_nobody_in_and_break_nothing(string scheme)
    {
        await using var source = Source(scheme);
        var headers = Signed(scheme, source);

        for (var which = 0; which < headers.Length; which++)
        {
            (await source.Check(Body, [.. headers[..which], .. headers[(which + 1)..]])).ShouldBe(Admission.Missing);
            var (name, value) = headers[which];
            for (var length = 0; length < value.Length; length++)
                (await source.Check(Body, Instead(which, (name, value[..length])))).ShouldNotBe(
                    Admission.Admitted,
                    $"{name}: {value[..length]}");
            foreach (var strange in new[] { $"é{value}", $"{value}é", "✓", "=,= ,v1", new string(',', 3000), new string(' ', 3000) })
                (await source.Check(Body, Instead(which, (name, strange)))).ShouldNotBe(Admission.Admitted, $"{name}: {strange}");
        }

        (string, string)[] Instead(int which, (string, string) header) => [.. headers[..which], header, .. headers[(which + 1)..]];
    }

    [Theory]
    [MemberData(nameof(Dated))]
    public async Task Five_minutes_either_way_and_no_second_more(string scheme)
    {
        await using var source = Source(scheme);

        foreach (var (seconds, expected) in new[]
            {
                (-300, Admission.Admitted),
                (300, Admission.Admitted),
                (-301, Admission.OutOfTime),
                (301, Admission.OutOfTime),
                (-90_000, Admission.OutOfTime),
            })
            (await source.Check(Body, Signed(scheme, source, seconds))).ShouldBe(expected, $"{seconds} s");
    }

    [Theory]
    [MemberData(nameof(Dated))]
    public async Task Who_forges_the_date_is_wrong_not_late(string scheme)
    {
        await using var source = Source(scheme);
        var old = Signed(scheme, source, -400);
        var now = $"{source.Time.GetUtcNow().ToUnixTimeSeconds()}";
        var then = $"{source.Time.GetUtcNow().ToUnixTimeSeconds() - 400}";

        (
            await source.Check(Body, [.. old.Select(header => (header.Name, header.Value.Replace(then, now, StringComparison.Ordinal)))])
        ).ShouldBe(Admission.Wrong);
    }

    [Theory]
    [MemberData(nameof(Schemes))]
    public async Task A_signature_covers_a_packed_body_as_it_arrived(string scheme)
    {
        await using var source = Source(scheme);
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
            gzip.Write(Encoding.UTF8.GetBytes(Body));

        (await source.Check(packed.ToArray(), [.. Signed(scheme, source, body: packed.ToArray()), ("Content-Encoding", "gzip")])).ShouldBe(
            Admission.Admitted);
        (await source.Check(packed.ToArray(), [.. Signed(scheme, source), ("Content-Encoding", "gzip")])).ShouldBe(Admission.Wrong);
    }

    [Theory]
    [MemberData(nameof(Schemes))]
    public async Task A_right_signature_may_stand_among_wrong_ones_where_the_scheme_has_several(string scheme)
    {
        await using var source = Source(scheme);
        var headers = Signed(scheme, source);
        var wrong = Signed(scheme, source, body: "other"u8.ToArray());
        var separator = scheme == "stripeSignature" ? ',' : ' ';

        headers[^1].Value = $"{wrong[^1].Value}{separator}v0=x{separator}{headers[^1].Value}{separator}{wrong[^1].Value}";

        (await source.Check(Body, headers)).ShouldBe(scheme == "githubSignature" ? Admission.Wrong : Admission.Admitted);
    }

    [Theory]
    [InlineData("standardWebhooks", "")]
    [InlineData("standardWebhooks", "whsec_")]
    [InlineData("standardWebhooks", "whsec_not*base64")]
    [InlineData("standardWebhooks", "whpk_")]
    [InlineData("standardWebhooks", "whpk_AAAA")]
    [InlineData("standardWebhooks", "whsk_6Xb/dCcHpPea21PS1N9VY/NZW723CEc77N4rJCubMbc=")]
    [InlineData("githubSignature", "")]
    [InlineData("stripeSignature", "")]
    public async Task A_secret_that_is_none_lets_nobody_in(string scheme, string secret)
    {
        await using var source = new Checked(scheme, "secret").With("secret", secret);
        var name = scheme == "standardWebhooks" ? "standardWebhooks v1" : scheme;

        (await source.Check(Body, Signed(name, source, key: []))).ShouldBe(Admission.NoSecret);
    }

    [Fact]
    public async Task A_public_key_verifies_no_shared_signature_made_with_it()
    {
        await using var source = Source("standardWebhooks v1a");

        (await source.Check(Body, Signed("standardWebhooks v1", source, key: PublicBytes(Pair)))).ShouldBe(Admission.Wrong);
    }

    private static Checked Source(string scheme) =>
        scheme switch
        {
            "standardWebhooks v1" => new Checked("standardWebhooks", "secret").With(
                "secret",
                $"whsec_{Convert.ToBase64String(Key(false))}",
                $"whsec_{Convert.ToBase64String(Key(true))}"),
            "standardWebhooks v1a" => new Checked("standardWebhooks", "secret").With(
                "secret",
                $"whpk_{Convert.ToBase64String(PublicBytes(Pair))}",
                $"whpk_{Convert.ToBase64String(PublicBytes(PairBefore))}"),
            _ => new Checked(scheme, "secret").With("secret", Encoding.ASCII.GetString(Key(false)), Encoding.ASCII.GetString(Key(true))),
        };

    private static (string Name, string Value)[] Signed(
        string scheme,
        Checked source,
        int seconds = 0,
        bool before = false,
        byte[]? body = null,
        byte[]? key = null)
    {
        var at = $"{source.Time.GetUtcNow().ToUnixTimeSeconds() + seconds}";
        body ??= Encoding.UTF8.GetBytes(Body);
        key ??= Key(before);
        return scheme switch
        {
            "githubSignature" => [("X-Hub-Signature-256", $"sha256={Convert.ToHexStringLower(HMACSHA256.HashData(key, body))}")],
            "stripeSignature" =>
            [
                (
                    "Stripe-Signature",
                    $"t={at},v1="
                        + $"{Convert.ToHexStringLower(HMACSHA256.HashData(key, (byte[])[.. Encoding.ASCII.GetBytes($"{at}."), .. body]))}"
                ),
            ],
            "standardWebhooks v1" => Webhook($"v1,{Convert.ToBase64String(HMACSHA256.HashData(key, Content()))}"),
            _ => Webhook($"v1a,{Convert.ToBase64String((before ? PairBefore : Pair).Sign(Content()))}"),
        };

        byte[] Content() => [.. Encoding.ASCII.GetBytes($"msg_1.{at}."), .. body];

        (string, string)[] Webhook(string signature) =>
            [("webhook-id", "msg_1"), ("webhook-timestamp", at), ("webhook-signature", signature)];
    }

    private static byte[] Key(bool before) =>
        Encoding.ASCII.GetBytes(before ? "the key of last year, still in use" : "the key in force, of enough bytes");

    // A Multikey is the two bytes of its kind and the key.
    private static byte[] PublicBytes(Ed25519Key pair) =>
        Multibase.TryDecode58(pair.PublicKey.Multikey, out var bytes) ? bytes[2..] : throw new InvalidOperationException();
}
