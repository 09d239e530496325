using System.IO.Compression;
using System.Text;
using IntegrationHub.Core.Lms;
using IntegrationHub.Core.Model.Completions;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Connectors.Lms.Authentication;

public sealed class TokenInBodyTests : IAsyncDisposable
{
    private static readonly (string, string) Form = ("Content-Type", "application/x-www-form-urlencoded; charset=utf-8");

    private readonly Checked _source = new Checked("tokenInBody", "token").With("token", "s3cret é");

    public ValueTask DisposeAsync() => _source.DisposeAsync();

    [Theory]
    [InlineData("""{"a": {"token": "no"}, "b": [1, {"token": "no"}], "token": "s3cret é", "extra": 1}""")]
    [InlineData("""{"token": "s3cret \u00e9", "half": """)]
    [InlineData("""{"tok\u0065n": "\u0073\u0033\u0063\u0072\u0065\u0074 é"}""")]
    public async Task The_token_is_found_among_the_members_at_the_top(string body) =>
        (await _source.Check(body)).ShouldBe(Admission.Admitted);

    [Theory]
    [InlineData("")]
    [InlineData("s3cret é")]
    [InlineData("[\"s3cret é\"]")]
    [InlineData("""{"data": {"token": "s3cret é"}}""")]
    [InlineData("""{"Token": "s3cret é"}""")]
    [InlineData("""{"token": ["s3cret é"]}""")]
    [InlineData("""{"token": null}""")]
    [InlineData("""{"token": 12}""")]
    [InlineData("""{"token": "s3cret é""")]
    [InlineData("""{broken "token": "s3cret é"}""")]
    [InlineData("""{"\ud800": 1}""")]
    [InlineData("""{"\ud800": 1, "token": "s3cret é"}""")]
    public async Task Elsewhere_or_otherwise_it_is_missing(string body) =>
        (await _source.Check(body)).ShouldBe(Admission.Missing);

    [Fact]
    public async Task Half_a_letter_or_no_utf8_is_wrong_and_nothing_breaks()
    {
        (await _source.Check("""{"token": "\ud83d"}""")).ShouldBe(Admission.Wrong);
        (await _source.Check([.. "{\"token\": \""u8, 0xff, .. "\"}"u8])).ShouldBe(Admission.Wrong);
        (await _source.Check($"{new string('[', 5000)}")).ShouldBe(Admission.Missing);
        (await _source.Check($$"""{"deep": {{new string('[', 5000)}}""")).ShouldBe(Admission.Missing);
    }

    [Fact]
    public async Task A_form_may_hold_it_too()
    {
        (await _source.Check("a=1&token=s3cret+%C3%A9&b=2", Form)).ShouldBe(Admission.Admitted);
        (await _source.Check("token=s3cret%20é", Form)).ShouldBe(Admission.Admitted);
        (await _source.Check("token=other", Form)).ShouldBe(Admission.Wrong);
        (await _source.Check("token=%zz%", Form)).ShouldBe(Admission.Wrong);
        (await _source.Check("atoken=s3cret+é&tokenb=s3cret+é&token", Form)).ShouldBe(Admission.Missing);
        (await _source.Check("token=&x", Form)).ShouldBe(Admission.Missing);
    }

    [Fact]
    public async Task The_source_says_which_member_it_is()
    {
        var elsewhere = _source.Source with { Settings = new Dictionary<string, string> { ["tokenAt"] = "clé" } };

        (await _source.Check(Checked.Delivery("""{"token": "no", "clé": "s3cret é"}"""u8.ToArray()), elsewhere)).ShouldBe(
            Admission.Admitted);
        (await _source.Check(Checked.Delivery("""{"token": "s3cret é"}"""u8.ToArray()), elsewhere)).ShouldBe(Admission.Missing);
    }

    [Fact]
    public async Task A_packed_body_is_unpacked_first_within_its_limit()
    {
        var packed = Checked.Delivery(Packed("""{"token": "s3cret é"}"""), ("Content-Encoding", "gzip"));

        (await _source.Check(packed)).ShouldBe(Admission.Admitted);
        (await Should.ThrowAsync<UnpackException>(() => _source.Check(packed with { MostUnpacked = 10 }))).Status.ShouldBe(413);
    }

    [Theory]
    [InlineData("""{"user": 7, "token": "s3cret \u00e9", "extra": 1}""", """{"user": 7, "token": "***", "extra": 1}""")]
    [InlineData("""{"user": 7}""", """{"user": 7}""")]
    public void What_is_kept_no_longer_bears_it(string body, string kept) =>
        _source.Kept(Checked.Delivery(Encoding.UTF8.GetBytes(body))).ShouldBe(kept);

    [Fact]
    public void Nor_does_a_form_or_a_packed_body()
    {
        _source.Kept(Checked.Delivery("token=s3cret+%C3%A9&b=2"u8.ToArray(), Form)).ShouldBe("token=***&b=2");
        _source.Kept(Checked.Delivery(Packed("""{"token": "s3cret é"}"""), ("Content-Encoding", "gzip"))).ShouldBe("""{"token": "***"}""");
    }

    private static byte[] Packed(string text)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
            gzip.Write(Encoding.UTF8.GetBytes(text));
        return packed.ToArray();
    }
}
