using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Functions.Hooks;

/// <summary>OAuth 2.0 client credentials over real HTTP (RFC 6749, 4.4 and 5).</summary>
public sealed class TokenEndpointTests(HookHub hub) : IClassFixture<HookHub>
{
    private const string Grant = "grant_type=client_credentials";

    private static readonly string ClientId = HookHub.Secret("oauth", "clientId"), ClientSecret = HookHub.Secret("oauth", "clientSecret");

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_sender_gets_a_token_and_delivers_with_it_until_it_ends(bool inHeader)
    {
        using var answer = inHeader
            ? await Ask(Grant, $"{ClientId}:{ClientSecret}")
            : await Ask($"{Grant}&client_id={ClientId}&client_secret={ClientSecret}");

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Headers.CacheControl!.NoStore.ShouldBeTrue();
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/json");
        var told = await Read(answer);
        told["token_type"]!.GetValue<string>().ShouldBe("Bearer");
        told["expires_in"]!.GetValue<int>().ShouldBe(3600);
        var token = told["access_token"]!.GetValue<string>();
        using (var taken = await hub.Deliver("oauth", "{}", token))
            taken.StatusCode.ShouldBe(HttpStatusCode.OK);

        hub.Time.Advance(TimeSpan.FromHours(1));

        using var late = await hub.Deliver("oauth", "{}", token);
        late.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        late.Headers.WwwAuthenticate.ToString().ShouldContain("error=\"invalid_token\"");
    }

    [Fact]
    public async Task Credentials_in_the_header_may_be_encoded_as_the_standard_wants()
    {
        using var answer = await Ask(
            Grant,
            $"{ClientId.Replace("-", "%2D", StringComparison.Ordinal)}:{ClientSecret.Replace("-", "%2d", StringComparison.Ordinal)}");


        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("", null, "invalid_request")]
    [InlineData("grant_type=", null, "invalid_request")]
    [InlineData("scope=x", null, "invalid_request")]
    [InlineData("grant_type=client_credentials&grant_type=client_credentials", "ID:SECRET", "invalid_request")]
    [InlineData("grant_type=client_credentials&client_id=ID&client_secret=SECRET", "ID:SECRET", "invalid_request")]
    [InlineData("grant_type=password&username=a&password=b", "ID:SECRET", "unsupported_grant_type")]
    [InlineData("grant_type=client_credentials", null, "invalid_client")]
    [InlineData("grant_type=client_credentials", "ID:wrong", "invalid_client")]
    [InlineData("grant_type=client_credentials", "wrong:SECRET", "invalid_client")]
    [InlineData("grant_type=client_credentials", ":", "invalid_client")]
    [InlineData("grant_type=client_credentials", "no colon", "invalid_client")]
    [InlineData("grant_type=client_credentials&client_id=ID&client_secret=", null, "invalid_client")]
    [InlineData("grant_type=client_credentials&client_secret=SECRET", null, "invalid_client")]
    public async Task A_faulty_request_is_told_its_error(string form, string? basic, string error)
    {
        using var answer = await Ask(Filled(form)!, Filled(basic));

        answer.StatusCode.ShouldBe(error == "invalid_client" ? HttpStatusCode.Unauthorized : HttpStatusCode.BadRequest);
        answer.Headers.CacheControl!.NoStore.ShouldBeTrue();
        (answer.Headers.WwwAuthenticate.Count > 0).ShouldBe(error == "invalid_client");
        (await Read(answer))["error"]!.GetValue<string>().ShouldBe(error);
    }

    [Theory]
    [InlineData("application/json", "{}")]
    [InlineData("application/x-www-form-urlencoded", "LONG")]
    public async Task What_is_no_small_form_is_an_invalid_request(string mediaType, string body)
    {
        using var content = new StringContent(
            body == "LONG" ? $"{Grant}&client_secret={new string('x', 100_000)}" : body,
            Encoding.UTF8,
            mediaType);
        using var answer = await hub.Http.PostAsync("/hooks/lacnord/oauth/token", content);

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await Read(answer))["error"]!.GetValue<string>().ShouldBe("invalid_request");
    }

    [Theory]
    [InlineData("application/x-www-form-urlencoded; charset=utf-7", Grant)]
    [InlineData("application/x-www-form-urlencoded; charset=klingon", "%zz=%E2%82")]
    [InlineData("multipart/form-data", "--b--")]
    [InlineData("multipart/form-data; boundary=b", "--b\r\nContent-Disposition: form-data; name=\"grant_type\"\r\n\r\nclient")]
    [InlineData("////", Grant)]
    public async Task A_malformed_form_is_an_invalid_request_and_writes_no_line(string mediaType, string body)
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.TryAddWithoutValidation("Content-Type", mediaType);
        using var answer = await hub.Http.PostAsync("/hooks/lacnord/oauth/token", content);

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await Read(answer))["error"]!.GetValue<string>().ShouldBe("invalid_request");
        hub.Log.ShouldNotContain(line =>
            line.Contains("failed", StringComparison.Ordinal) || line.Contains("Exception", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("lacnord", "bearer", HttpStatusCode.NotFound)]
    [InlineData("lacnord", "nothing", HttpStatusCode.NotFound)]
    [InlineData("nowhere", "oauth", HttpStatusCode.NotFound)]
    [InlineData("broken", "oauth", HttpStatusCode.ServiceUnavailable)]
    public async Task Only_a_source_of_that_scheme_gives_tokens(string institution, string source, HttpStatusCode expected)
    {
        using var answer = await hub.Http.PostAsync($"/hooks/{institution}/{source}/token", Form(Grant));

        answer.StatusCode.ShouldBe(expected);
    }

    private Task<HttpResponseMessage> Ask(string form, string? basic = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/hooks/lacnord/oauth/token") { Content = Form(form) };
        if (basic is not null)
            request.Headers.Authorization = new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(basic)));
        return hub.Http.SendAsync(request);
    }

    private static StringContent Form(string form) => new(form, Encoding.UTF8, "application/x-www-form-urlencoded");

    private static string? Filled(string? text) =>
        text?.Replace("ID", ClientId, StringComparison.Ordinal).Replace("SECRET", ClientSecret, StringComparison.Ordinal);

    private static async Task<JsonNode> Read(HttpResponseMessage answer) => JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
}
