using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using IntegrationHub.Core.Intake;
using IntegrationHub.Testing.Pipeline;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Functions.Hooks;

/// <summary>What the door answers, over real HTTP.</summary>
public sealed class DoorTests(HookHub hub) : IClassFixture<HookHub>
{
    [Theory]
    [InlineData("basic", "Basic realm=\"hook\", charset=\"UTF-8\"")]
    [InlineData("bearer", "Bearer realm=\"hook\"")]
    [InlineData("oauth", "Bearer realm=\"hook\"")]
    [InlineData("bare", null)]
    [InlineData("signed", null)]
    [InlineData("in-body", null)]
    [InlineData("hidden", null)]
    public async Task Who_proves_nothing_hears_the_challenge_of_the_scheme_and_no_reason(string source, string? challenge)
    {
        using var answer = await hub.Http.PostAsync($"/hooks/lacnord/{source}", new StringContent("{}"));

        answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (answer.Headers.TryGetValues("WWW-Authenticate", out var values) ? string.Join(", ", values) : null).ShouldBe(challenge);
        (await answer.Content.ReadAsStringAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_packed_body_is_kept_unpacked()
    {
        using var answer = await hub.Deliver("bearer", HookHub.Packed("{\"é\": 1}"u8.ToArray()), encoding: "gzip");

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        Kept(answer).ShouldBe("{\"é\": 1}");
    }

    [Theory]
    [InlineData(true, HttpStatusCode.OK)]
    [InlineData(false, HttpStatusCode.Unauthorized)]
    public async Task A_signature_covers_the_packed_bytes(bool overPacked, HttpStatusCode expected)
    {
        var packed = HookHub.Packed("{}"u8.ToArray());
        var signature = HMACSHA256.HashData(
            Encoding.UTF8.GetBytes(HookHub.Secret("signed", "secret")),
            overPacked ? packed : "{}"u8.ToArray());
        using var request = new HttpRequestMessage(HttpMethod.Post, "/hooks/lacnord/signed") { Content = new ByteArrayContent(packed) };
        request.Headers.Add("X-Hub-Signature-256", $"sha256={Convert.ToHexStringLower(signature)}");
        request.Content.Headers.ContentEncoding.Add("gzip");

        using var answer = await hub.Http.SendAsync(request);

        answer.StatusCode.ShouldBe(expected);
    }

    [Theory]
    [InlineData("deflate", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("br", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("gzip, gzip", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("gzip", HttpStatusCode.BadRequest)]
    [InlineData("identity", HttpStatusCode.OK)]
    public async Task A_body_that_is_not_packed_as_it_says_is_told_what_is_wrong(string encoding, HttpStatusCode expected)
    {
        using var answer = await hub.Deliver("bearer", "{\"not\": \"packed\"}"u8.ToArray(), encoding: encoding);

        answer.StatusCode.ShouldBe(expected);
        answer.Headers.TryGetValues("Accept-Encoding", out var values).ShouldBe(expected == HttpStatusCode.UnsupportedMediaType);
        if (expected == HttpStatusCode.UnsupportedMediaType)
            values.ShouldBe(["gzip"]);
    }

    [Fact]
    public async Task A_packed_body_cut_short_is_refused_at_every_length()
    {
        var packed = HookHub.Packed(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 50).Select(i => $"{i * i}"))));
        for (var length = 1; length < packed.Length; length++)
        {
            using var answer = await hub.Deliver("bearer", packed[..length], encoding: "gzip");
            answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest, $"{length} of {packed.Length}");
        }
    }

    [Fact]
    public async Task A_bomb_is_refused_when_it_passes_the_limit_and_only_its_own_source_can_light_it()
    {
        var bomb = HookHub.Packed(new byte[5_000_000]);
        bomb.Length.ShouldBeLessThan(HookHub.LargestDelivery);

        using var own = await hub.Deliver("bearer", bomb, encoding: "gzip");
        using var stranger = await hub.Deliver("bearer", bomb, bearer: "guessed", encoding: "gzip");
        using var justRight = await hub.Deliver("bearer", HookHub.Packed(new byte[HookHub.LargestUnpacked]), encoding: "gzip");
        using var oneMore = await hub.Deliver("bearer", HookHub.Packed(new byte[HookHub.LargestUnpacked + 1]), encoding: "gzip");

        own.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        stranger.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        justRight.StatusCode.ShouldBe(HttpStatusCode.OK);
        oneMore.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
    }

    [Fact]
    public async Task A_body_over_the_limit_is_refused_with_the_limit()
    {
        using var answer = await hub.Deliver("bearer", new byte[HookHub.LargestDelivery + 1]);

        answer.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        (await answer.Content.ReadAsStringAsync()).ShouldContain($"{HookHub.LargestDelivery}");
    }

    [Theory]
    [InlineData("POST", "bearer/statements", null, HttpStatusCode.BadRequest)]
    [InlineData("POST", "bearer/statements", "gzip", HttpStatusCode.BadRequest)]
    [InlineData("PUT", "bearer/statements?statementId=1", null, HttpStatusCode.BadRequest)]
    [InlineData("POST", "bearer", null, HttpStatusCode.RequestEntityTooLarge)]
    [InlineData("POST", "bearer", "gzip", HttpStatusCode.RequestEntityTooLarge)]
    public async Task Statements_that_are_too_large_are_a_400_that_their_sender_halves_and_its_journal_says_so(
        string method,
        string address,
        string? encoding,
        HttpStatusCode status)
    {
        var before = TooLarge();
        var body = encoding is null ? new byte[HookHub.LargestDelivery + 1] : HookHub.Packed(new byte[HookHub.LargestUnpacked + 1]);
        using var answer = await hub.Deliver(address, body, bearer: HookHub.Secret("bearer", "token"), encoding: encoding, method: method);

        answer.StatusCode.ShouldBe(status);
        var said = await answer.Content.ReadAsStringAsync();
        said.ShouldContain($"{(encoding is null ? HookHub.LargestDelivery : HookHub.LargestUnpacked)}");
        if (status == HttpStatusCode.BadRequest)
            said.ShouldContain("smaller batches");
        TooLarge().ShouldBe(before + 1);
    }

    private long TooLarge() =>
        hub
            .Journal.Newest(OneInstitution.Id, "bearer", new())
            .Counts.Where(count => count.Verdict == IntakeVerdict.TooLarge)
            .Sum(count => count.Count);

    [Fact]
    public async Task More_than_the_source_may_send_in_a_minute_waits_and_strangers_use_nothing_up()
    {
        for (var i = 0; i < 5; i++)
            (await Status("guessed")).ShouldBe(HttpStatusCode.Unauthorized);
        for (var i = 0; i < HookHub.FewPerMinute; i++)
            (await Status()).ShouldBe(HttpStatusCode.OK);
        hub.Time.Advance(TimeSpan.FromSeconds(20.5));

        using (var refused = await hub.Deliver("few", "noise"))
        {
            refused.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
            refused.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromSeconds(40));
        }

        hub.Time.Advance(TimeSpan.FromSeconds(40));
        (await Status()).ShouldBe(HttpStatusCode.OK);

        async Task<HttpStatusCode> Status(string? bearer = null)
        {
            using var answer = await hub.Deliver("few", "noise", bearer);
            return answer.StatusCode;
        }
    }

    [Fact]
    public async Task A_token_in_the_body_is_not_kept()
    {
        using var answer = await hub.Http.PostAsync(
            "/hooks/lacnord/in-body",
            new StringContent($$"""{"userid": 7, "token": "{{HookHub.Secret("in-body", "token")}}"}"""));

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        Kept(answer).ShouldBe("""{"userid": 7, "token": "***"}""");
    }

    [Theory]
    [InlineData("broken", "bearer", HttpStatusCode.ServiceUnavailable)]
    [InlineData("nowhere", "bearer", HttpStatusCode.NotFound)]
    [InlineData("lacnord", "nothing", HttpStatusCode.NotFound)]
    [InlineData("lacnord", "hidden~guessed", HttpStatusCode.Unauthorized)]
    [InlineData("lacnord", "hidden~", HttpStatusCode.Unauthorized)]
    [InlineData("lacnord", "hidden~hidden-address-4711", HttpStatusCode.OK)]
    public async Task An_address_leads_to_its_source_or_nowhere(string institution, string source, HttpStatusCode expected)
    {
        using var answer = await hub.Http.PostAsync($"/hooks/{institution}/{source}", new StringContent("{}"));

        answer.StatusCode.ShouldBe(expected);
        (answer.Headers.RetryAfter is not null).ShouldBe(expected == HttpStatusCode.ServiceUnavailable);
    }

    [Theory]
    [InlineData("Authorization: Bearer \u00e9", false)]
    [InlineData("Authorization: Bearer \u00e9", true)]
    [InlineData("Content-Encoding: \u00e9", false)]
    [InlineData("Content-Encoding: \u00e9", true)]
    public async Task A_header_that_is_no_ascii_breaks_nothing(string header, bool latin)
    {
        var status = await Raw(
            (latin ? Encoding.Latin1 : Encoding.UTF8).GetBytes(
                $"POST /hooks/lacnord/bearer HTTP/1.1\r\nHost: hub\r\n{header}\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{{}}"));

        status.ShouldBeOneOf("400", "401");
    }

    [Fact]
    public async Task A_body_that_breaks_http_is_a_400_not_a_500() =>
        (
            await Raw(
                "POST /hooks/lacnord/bearer HTTP/1.1\r\nHost: hub\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n"u8.ToArray())
        ).ShouldBe("400");

    private async Task<string> Raw(byte[] request)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(hub.Http.BaseAddress!.Host, hub.Http.BaseAddress.Port, TestContext.Current.CancellationToken);
        await client.GetStream().WriteAsync(request, TestContext.Current.CancellationToken);
        using var reader = new StreamReader(client.GetStream());
        return (await reader.ReadLineAsync(TestContext.Current.CancellationToken))!.Split(' ')[1];
    }

    private string Kept(HttpResponseMessage answer) =>
        ((DeliveryArrived)hub.Kept.Single(envelope => envelope.Id == answer.Headers.GetValues("X-Tracking-Id").Single()).Message)
            .Delivery
            .Body;
}
