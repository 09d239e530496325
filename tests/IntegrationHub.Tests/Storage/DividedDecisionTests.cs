using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Azure.Core.Pipeline;
using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Core.Model.MicroCredentials;
using IntegrationHub.Storage;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Storage;

/// <summary>A decision that takes several transactions, of which only the first may be written.</summary>
public sealed partial class DividedDecisionTests : HttpMessageHandler
{
    private static readonly DateTimeOffset Now = new(2026, 11, 2, 15, 0, 0, TimeSpan.Zero);

    private readonly List<string> _transactions = [];

    [Fact]
    public async Task What_the_learner_holds_and_what_people_said_is_in_the_first_as_it_is_asked_only_once()
    {
        using var http = new HttpClient(this);
        var clients = StorageClients.Of("UseDevelopmentStorage=true", options => options.Transport = new HttpClientTransport(http));
        var news = new News([.. Enumerable.Range(0, 250).Select(Piece)], Act: new("1", ActKind.Waive, 0, Now))
        {
            Held = [new("other", "other-1", 0, Now, null, null, 3, 1)],
        };
        var dossier = new Dossier { Id = DossierId.Of("lacnord", "learner", "water") };

        (
            await new Dossiers(clients).Decide(dossier, new(news, new(Outcome.Earned, 3, 80, 91, 1, "event-0", Now), [], []), default)
        ).ShouldBeTrue();

        _transactions.Count.ShouldBe(3);
        _transactions[0].ShouldContain("part~");
        _transactions[0].ShouldContain("act~");
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = await request.Content!.ReadAsStringAsync(cancellationToken);
        _transactions.Add(body);
        const string part =
            "--c\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n\r\nHTTP/1.1 204 No Content\r\nETag: "
                + "W/\"1\"\r\n\r\n\r\n";
        var parts = string.Concat(Enumerable.Repeat(part, Operation().Count(body)));
        var answer = new HttpResponseMessage(HttpStatusCode.Accepted)
        {
            Content = new StringContent(
                $"--b\r\nContent-Type: multipart/mixed; boundary=c\r\n\r\n{parts}--c--\r\n--b--\r\n",
                Encoding.UTF8),
        };
        answer.Content.Headers.ContentType = System.Net.Http.Headers.MediaTypeHeaderValue.Parse("multipart/mixed; boundary=b");
        return answer;
    }

    private static Evidence Piece(int number) =>
        new($"event-{number}", "lms", CompletionKind.Assessed, "7101", null, null, Now, "grade_change", "20261102/x.json");

    [GeneratedRegex("^(POST|PUT|PATCH|MERGE) ", RegexOptions.Multiline)]
    private static partial Regex Operation();
}
