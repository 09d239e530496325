using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;
using IntegrationHub.OpenBadges.Verification;
using IntegrationHub.Testing;
using IntegrationHub.Testing.OpenBadges;
using Shouldly;
using Xunit;
using static IntegrationHub.OpenBadges.Verification.CheckKind;
using static IntegrationHub.OpenBadges.Verification.CheckOutcome;
using static IntegrationHub.OpenBadges.Verification.VerificationReason;

namespace IntegrationHub.Tests.OpenBadges.Verification;

/// <summary>Files that hold no credential, or hold one that is broken: a report says so, nothing throws.</summary>
public sealed class FileTests : IDisposable
{
    private readonly College _college = new();

    [Fact]
    public async Task A_member_that_stands_twice_is_refused()
    {
        var badge = Encoding.UTF8.GetString(_college.Badge());
        (await _college.Verify(badge.Insert(1, "\"name\":\"Another\","))).ShouldSay(Readable, Failed, JsonMalformed);
    }

    [Fact]
    public void Every_file_gets_a_report_whatever_is_wrong_with_it()
    {
        var badge = _college.Badge();
        Gen.Select(Gen.Int[0, badge.Length - 1], Gen.Byte).Holds((place, value) =>
        {
            var damaged = badge.ToArray();
            damaged[place] = value;
            (Verdict(damaged) != VerificationVerdict.Valid || value == badge[place] || Same(badge, damaged)).ShouldBeTrue();
        }, tries: 300);
    }

    [Fact]
    public async Task Texts_that_are_not_unicode_are_refused()
    {
        (await _college.Verify("""{"name":"\ud800"}""")).ShouldSay(Readable, Failed, JsonMalformed);
        (await _college.Verify([.. "{\"name\":\""u8, 0xC3, .. "\"}"u8])).ShouldSay(Readable, Failed, JsonMalformed);
    }

    [Theory]
    [InlineData("", NotACredential)]
    [InlineData("hello", NotACredential)]
    [InlineData("{", JsonMalformed)]
    [InlineData("eyJh.eyJh.x", JwtMalformed)]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg'/>", PictureWithoutCredential)]
    [InlineData("<svg", PictureUnreadable)]
    public async Task A_file_that_holds_no_credential_says_why(string file, VerificationReason why)
    {
        var report = await _college.Verify(file);

        report.ShouldSay(Readable, Failed, why);
        report.ShouldBe(VerificationVerdict.Invalid);
    }

    public void Dispose() => _college.Dispose();

    private VerificationVerdict Verdict(byte[] file) => _college.Verify(file).GetAwaiter().GetResult().Verdict;

    private static bool Same(byte[] one, byte[] other)
    {
        try
        {
            return JsonNode.DeepEquals(JsonNode.Parse(one), JsonNode.Parse(other));
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
