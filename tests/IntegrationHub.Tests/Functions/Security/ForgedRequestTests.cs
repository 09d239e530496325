using System.Net;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Functions.Security;

/// <summary>What a page of another host can make a browser send to every route of the hub that changes something.</summary>
public sealed class ForgedRequestTests(HollowHub hub) : IClassFixture<HollowHub>
{
    private const string Elsewhere = "https://students.example.ca";

    public static TheoryData<string> Forms => [.. HollowHub.Forms];

    public static TheoryData<string, string> Api =>
        [.. HollowHub.Routes.Where(route => route.Path.StartsWith("/api/", StringComparison.Ordinal))];

    [Fact]
    public void All_of_the_hubs_forms_are_known() =>
        HollowHub.Forms.ShouldBe(
            [
                "/attention/x/x/aside",
                "/attention/x/x/dismiss",
                "/attention/x/x/identify",
                "/attention/x/x/restore",
                "/attention/x/x/retry",
                "/attention/x/x/take",
                "/attention/x/x/discard",
                "/attention/x/x/waive",
                "/awards/x/acts/x",
                "/awards/x/move",
                "/awards/x/replay/x",
                "/learner/x/acts/x",
                "/learner/x/recognition",
                "/learner/x/record",
                "/sign-in",
                "/sign-out",
                "/sources/x/x/test",
                "/verify",
            ],
            ignoreOrder: true);

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task No_form_is_taken_under_a_cookie_without_proof_that_the_hub_sent_it(string path)
    {
        var session = await hub.SignIn();
        var (cookie, field) = await hub.Pair(session);
        (string, string)[][] forged =
        [
            [],
            [("Origin", Elsewhere)],
            [("Origin", "null")],
            [("Origin", "http://localhost:7071.example.ca")],
            [("Origin", "http://localhost:9999")],
            [("Sec-Fetch-Site", "cross-site")],
            [("Sec-Fetch-Site", "same-site"), ("Origin", Elsewhere)],
        ];

        foreach (var cookies in new[] { $"{session}; {cookie}", cookie, session })
        {
            foreach (var headers in forged)
            {
                using var answer = await hub.Send(HttpMethod.Post, path, cookies, new FormUrlEncodedContent([field]), headers);

                answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden, string.Join(' ', headers));
                (await answer.Content.ReadAsStringAsync()).ShouldContain("This form did not come from this site");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task A_form_that_the_hub_sent_is_taken(string path)
    {
        var session = await hub.SignIn();
        var (cookie, field) = await hub.Pair(session);

        foreach (var proof in new[]
            {
                ("Origin", hub.Origin),
                ("Origin", "http://localhost:7071"),
                ("Sec-Fetch-Site", "same-origin"),
                ("Sec-Fetch-Site", "none"),
            })
        {
            using var answer = await hub.Send(HttpMethod.Post, path, $"{session}; {cookie}", new FormUrlEncodedContent([field]), proof);

            answer.StatusCode.ShouldNotBe(HttpStatusCode.Forbidden, proof.ToString());
            (await answer.Content.ReadAsStringAsync()).ShouldNotContain("This form has expired");
            if (path != "/sign-out")
                answer.Headers.Location.ShouldBeNull();
        }
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task A_strangers_pair_is_no_good_with_a_session_nor_one_sessions_with_another(string path)
    {
        var session = await hub.SignIn();
        foreach (var (cookie, field) in new[] { await hub.Pair(), await hub.Pair(await hub.SignIn()) })
        {
            using var answer = await hub.Send(
                HttpMethod.Post,
                path,
                $"{session}; {cookie}",
                new FormUrlEncodedContent([field]),
                ("Origin", hub.Origin),
                ("Sec-Fetch-Site", "same-origin"));

            answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
            (await answer.Content.ReadAsStringAsync()).ShouldContain("too long ago");
        }
    }

    [Theory]
    [MemberData(nameof(Api))]
    public async Task The_api_takes_no_cookie(string method, string path)
    {
        var session = await hub.SignIn();

        using var answer = await hub.Send(
            new(method),
            path,
            session,
            content: null,
            ("Origin", hub.Origin),
            ("Sec-Fetch-Site", "same-origin"));

        answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        if (method != "HEAD")
            (await answer.Content.ReadAsStringAsync()).ShouldContain("A session cookie is valid for pages only.");
    }

    [Fact]
    public async Task A_cookie_does_not_harm_who_sends_the_key_as_token()
    {
        using var answer = await hub.Send(
            HttpMethod.Post,
            "/api/awards/x/acts/nothing",
            await hub.SignIn(),
            content: null,
            ("Authorization", $"Bearer {HollowHub.Key}"));

        (await answer.Content.ReadAsStringAsync()).ShouldContain("nothing");
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }
}
