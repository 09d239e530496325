using System.Net;
using System.Text;
using IntegrationHub.EndToEnd.Hub;
using Shouldly;
using Xunit;

namespace IntegrationHub.EndToEnd.RealHost;

/// <summary>
/// Every HTTP function by every verb, on a real Azure Functions host and on the hub’s own, which is strict; both have the same storage.
/// </summary>
[Collection(nameof(RealHost))]
public sealed class ComparisonTests(RealHub hub) : IClassFixture<RealHub>
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    [Fact(Skip = RealHub.Missing, SkipUnless = nameof(RealHub.IsAtHand), SkipType = typeof(RealHub))]
    public async Task Every_answer_has_the_same_status_and_headers_but_for_what_is_known()
    {
        var learner = hub.Campus.NewLearner();
        await hub.Complete(learner, "CYB120");
        var award = await hub.DoneAwardOf(learner);
        var other = new Dictionary<string, string>(hub.Settings)
        {
            ["urls"] = $"http://localhost:{RunningHub.FreePorts(1)[0]}",
            ["EmbeddedHost:Strict"] = "true",
        };
        await using var embedded = await HubProcess.Start(other);
        using var http = Client();
        var (real, own) = (new Uri(hub.Settings["urls"]), new Uri(other["urls"]));
        var exchanges = new Exchanges(
            new Dictionary<string, string>
            {
                ["institution"] = "lacnord",
                ["source"] = "canvas",
                ["id"] = award.Id,
                ["code"] = "CYB120",
                ["step"] = "badge",
                ["file"] = "hub.css",
            },
            [
                new("nobody", []),
                new("key", [("Authorization", $"Bearer {hub.AdminKey}")]),
                new("session", [("Cookie", await Session(http, real)), ("Origin", hub.Settings["PublicBaseUrl"])]),
            ]);

        var (compared, known, unknown) = (0, new List<string>(), new List<string>());
        foreach (var exchange in exchanges.All())
        {
            var difference = Difference.Between(exchange, await Ask(http, exchange, real), await Ask(http, exchange, own));
            compared++;
            if (difference is not null)
                (difference.Reason is null ? unknown : known).Add($"{exchange}: {difference}");
        }

        TestContext.Current.TestOutputHelper!.WriteLine(
            $"{compared} compared, {known.Count} different as known, {unknown.Count} as not:\n{string.Join('\n', known)}");
        unknown.ShouldBeEmpty();
    }

    private static HttpClient Client() =>
        new(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            RequestHeaderEncodingSelector = (_, _) => Encoding.UTF8,
        })
        {
            Timeout = Patience,
        };

    private async Task<string> Session(HttpClient http, Uri host)
    {
        using var answer = await http.GetAsync(new Uri(host, $"/sign-in?key={hub.AdminKey}"));
        return string.Join("; ", answer.Headers.GetValues("Set-Cookie").Select(cookie => cookie.Split(';')[0]));
    }

    private static async Task<Answer> Ask(HttpClient http, Exchange exchange, Uri host)
    {
        using var request = exchange.Request(host);
        try
        {
            using var answer = await http.SendAsync(request);
            return new(answer.StatusCode, Answer.Told(answer.Headers.Concat(answer.Content.Headers)));
        }
        catch (HttpRequestException broken)
        {
            return new(broken.StatusCode ?? HttpStatusCode.Unused, broken.HttpRequestError.ToString());
        }
    }
}
