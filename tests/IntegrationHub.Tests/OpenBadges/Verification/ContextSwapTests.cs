using System.Text.Json.Nodes;
using IntegrationHub.OpenBadges.JsonLd;
using IntegrationHub.OpenBadges.Model;
using IntegrationHub.OpenBadges.Verification;
using IntegrationHub.Testing.OpenBadges;
using Shouldly;
using Xunit;
using static IntegrationHub.OpenBadges.Verification.CheckKind;

namespace IntegrationHub.Tests.OpenBadges.Verification;

/// <summary>
/// No signature covers the list of contexts itself: whoever holds a badge can write another one above it. What it says must not change
/// by that.
/// </summary>
public sealed class ContextSwapTests : IDisposable
{
    private readonly College _college = new();

    public static TheoryData<string> Known => [.. KnownContexts.Addresses];

    /// <summary>Before, between or after the others, in the place of one or in a part: it is refused, or it changes nothing.</summary>
    [Theory]
    [MemberData(nameof(Known))]
    public async Task A_known_context_more_never_makes_a_badge_say_something_else(string context)
    {
        foreach (var signed in Signed())
            foreach (var swapped in Swapped(signed, context))
            {
                var report = await _college.Verify(swapped);
                if (report.Verdict != VerificationVerdict.Valid)
                    continue;
                Statements(swapped).ShouldBe(Statements(signed), context);
            }
    }

    /// <summary>With altered words under whichever contexts, none is genuine.</summary>
    [Theory]
    [MemberData(nameof(Known))]
    public async Task Under_no_context_are_altered_words_genuine(string context)
    {
        foreach (var signed in Signed())
            foreach (var swapped in Swapped(signed, context))
            {
                var report = await _college.Verify(College.With(swapped, badge =>
                    badge["credentialSubject"]!["achievement"]!["name"] = "Another"));
                report.Verdict.ShouldBeOneOf(VerificationVerdict.Invalid, VerificationVerdict.Undetermined);
            }
    }

    [Fact]
    public async Task As_they_were_signed_they_are_valid()
    {
        foreach (var signed in Signed())
            (await _college.Verify(signed)).ShouldBe(VerificationVerdict.Valid);
    }

    [Theory]
    [InlineData("https://example.ca/mine/v1")]
    [InlineData("https://W3ID.org/security/suites/ed25519-2020/v1")]
    [InlineData("https://w3id.org/security/suites/ed25519-2020/v1#")]
    [InlineData("http://w3id.org/security/suites/ed25519-2020/v1")]
    public async Task A_context_that_is_not_aboard_is_never_fetched(string address)
    {
        _college.Documents[new Uri(address)] = """{"@context":{"name":"https://example.ca/ignored"}}"""u8.ToArray();
        _college.Fetched.Clear();

        var report = await _college.Verify(
            College.With(_college.Badge(), badge => badge["@context"]!.AsArray().Add(address)));

        report.ShouldSay(Contexts, CheckOutcome.Unknown, VerificationReason.ContextUnknown);
        report.ShouldBe(VerificationVerdict.Undetermined);
        _college.Fetched.ShouldNotContain(new Uri(address));
    }

    [Theory]
    [InlineData("""{"name":"https://example.ca/ignored"}""")]
    [InlineData("""{"@import":"https://w3id.org/dcc/v1"}""")]
    [InlineData("""{"@vocab":"https://example.ca/"}""")]
    [InlineData("null")]
    public async Task A_document_that_brings_terms_of_its_own_is_not_genuine(string own) =>
        (await _college.Verify(College.With(_college.Badge(), badge => badge["@context"]!.AsArray().Add(JsonNode.Parse(own)))))
            .Verdict.ShouldNotBe(VerificationVerdict.Valid);

    public void Dispose() => _college.Dispose();

    /// <summary>Of today with the suite before it, and of Verifiable Credentials 1.1: few, for every combination is kept.</summary>
    private byte[][] Signed()
    {
        var earlier = College.With(SampleBadges.Least().ToUtf8(), badge =>
        {
            badge["@context"]![0] = ContextAddress.CredentialsV1;
            badge["issuanceDate"] = "2026-05-04T17:00:00Z";
            badge.Remove("validFrom");
        });
        return
        [
            OlderSuite.Sign(_college.Sign(SampleBadges.Least().ToUtf8()), _college.Key, College.Did),
            OlderSuite.Sign(earlier, _college.Key, College.Did),
        ];
    }

    private static string Statements(byte[] badge) =>
        LinkedData.Canonicalize(Published.Parse(System.Text.Encoding.UTF8.GetString(
            College.With(badge, one => one.Remove("proof"))))).ToString();

    private static IEnumerable<byte[]> Swapped(byte[] badge, string context)
    {
        var count = JsonNode.Parse(badge)!["@context"]!.AsArray().Count;
        foreach (var place in new[] { 0, 1, count })
            yield return College.With(badge, one => one["@context"]!.AsArray().Insert(place, context));
        foreach (var place in new[] { 0, 1 })
            yield return College.With(badge, one => one["@context"]![place] = context);
        yield return College.With(badge, one => one["credentialSubject"]!["achievement"]!["@context"] = context);
    }
}
