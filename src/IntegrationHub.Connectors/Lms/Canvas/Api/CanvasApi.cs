using System.Net;
using System.Text.RegularExpressions;
using IntegrationHub.Connectors.Http;
using IntegrationHub.Connectors.Json;
using IntegrationHub.Core.Completions;
using IntegrationHub.Core.Institutions;
using IntegrationHub.Core.Outside;
using IntegrationHub.Core.Reconciliations;

namespace IntegrationHub.Connectors.Lms.Canvas.Api;

/// <summary>What Canvas's REST API tells beyond its events.</summary>
internal sealed partial class CanvasApi(OutsideClients clients, ISecrets secrets) : ILmsApi
{
    /// <summary>Canvas searches by three characters at least.</summary>
    private const int ShortestSearch = 3;

    /// <summary>How Canvas is spoken of; the numbers in its paths name people, and so does whatever follows <c>/users/</c>.</summary>
    public static OutsideSystem System { get; } = new("Canvas", request => Ids().Replace(OutsideSystem.ByPath(request), "…"), body =>
        JsonReading.TryParse(body).Each("errors").Select(error => error.Text("message")).FirstOrDefault())
    {
        // Canvas's throttle answered 403 for years, and some answer so still.
        AsksToSlowDown = (status, body) => status == HttpStatusCode.Forbidden && body.Contains("Rate Limit Exceeded", StringComparison.OrdinalIgnoreCase),
    };

    /// <inheritdoc/>
    public string Kind => "canvas";

    /// <inheritdoc/>
    public async Task<LmsUser?> FindUser(Institution institution, Connection connection, string id, CancellationToken cancellation)
    {
        try
        {
            return CanvasAnswers.Of(await Client(institution, connection).User(Token(connection), id, cancellation));
        }
        catch (OutsideException refusal) when (refusal.IsNotFound())
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<LmsCourse>> FindCourses(Line line, string name, bool isWhole, CancellationToken cancellation)
    {
        if (isWhole)
            return await FindCourse(line, name, cancellation) is { } one ? [CanvasAnswers.Of(one)] : [];
        var courses = new List<LmsCourse>();
        string? page = null;
        do
        {
            var text = name.Length < ShortestSearch ? null : name;
            var answer = await line.Ask(() => Client(line).Courses(Token(line.Connection), text, page, cancellation).Page(), cancellation);
            courses.AddRange(answer.Items.Select(CanvasAnswers.Of));
            page = answer.Next;
        }
        while (page is not null);
        return courses;
    }

    /// <summary>First who completed the course, then what was graded; the cursor says which, and the page.</summary>
    public async Task<AnswerPart> Read(Line line, Inquiry inquiry, string? cursor, CancellationToken cancellation)
    {
        var (list, page) = cursor?.Split('|', 2) switch { [var one, var next] => (one, next), [var one] => (one, null), _ => ("progress", (string?)null) };
        return list == "progress" ? await Completed(line, inquiry, page, cancellation) : await Graded(line, inquiry, page, cancellation);
    }

    private async Task<AnswerPart> Completed(Line line, Inquiry inquiry, string? page, CancellationToken cancellation)
    {
        var afterwards = inquiry.Assessments.Count > 0 ? "submissions" : null;
        try
        {
            var answer = await line.Ask(() => Client(line).Progress(Token(line.Connection), inquiry.Course.Id, page, cancellation).Page(), cancellation);
            var found = answer.Items.Where(learner => learner.Progress?.CompletedAt is { } at && inquiry.Window.Holds(at)).ToList();
            var users = await Users(line, inquiry, found.Select(learner => learner.Id), cancellation);
            return new([.. found.Select(learner => CanvasAnswers.Completed(inquiry, learner, users))], answer.Next is { } next ? $"progress|{next}" : afterwards);
        }
        catch (OutsideException refusal) when (refusal.InnerException is HttpRequestException { StatusCode: HttpStatusCode.BadRequest })
        {
            return new([], afterwards); // A course without requirements has no progress.
        }
    }

    private async Task<AnswerPart> Graded(Line line, Inquiry inquiry, string? page, CancellationToken cancellation)
    {
        var since = CanvasAnswers.GradedSince(inquiry.Window);
        var answer = await line.Ask(() => Client(line).Submissions(Token(line.Connection), inquiry.Course.Id, inquiry.Assessments, since, page, cancellation).Page(), cancellation);
        var found = answer.Items.Where(submission => CanvasAnswers.Counts(inquiry, submission)).ToList();
        var users = await Users(line, inquiry, found.Select(submission => submission.UserId), cancellation);
        return new([.. found.Select(submission => CanvasAnswers.Graded(inquiry, submission, users))], answer.Next is { } next ? $"submissions|{next}" : null);
    }

    private async Task<IReadOnlyDictionary<long, LmsUser>> Users(Line line, Inquiry inquiry, IEnumerable<long> ids, CancellationToken cancellation)
    {
        var wanted = ids.Distinct().ToList();
        if (wanted.Count == 0)
            return new Dictionary<long, LmsUser>();
        var users = await line.Ask(() => Client(line).Users(Token(line.Connection), inquiry.Course.Id, wanted, cancellation), cancellation);
        return users.DistinctBy(user => user.Id).ToDictionary(user => user.Id, CanvasAnswers.Of);
    }

    private async Task<CanvasCourse?> FindCourse(Line line, string name, CancellationToken cancellation)
    {
        string[] ids = name.All(char.IsAsciiDigit) ? [name, $"sis_course_id:{name}"] : [$"sis_course_id:{name}"];
        foreach (var id in ids)
        {
            try
            {
                return await line.Ask(() => Client(line).Course(Token(line.Connection), id, cancellation), cancellation);
            }
            catch (OutsideException refusal) when (refusal.IsNotFound())
            {
                // By the next name, if there is one.
            }
        }

        return null;
    }

    private ICanvasApi Client(Line line) => Client(line.Institution, line.Connection);

    private ICanvasApi Client(Institution institution, Connection connection) => clients.For<ICanvasApi>(System, institution, connection);

    private string Token(Connection connection) => secrets.ForCall(connection, "token");

    [GeneratedRegex(@"(?<=/users/)[^/]+|(?<=/)\d+(?=/|$)")]
    private static partial Regex Ids();
}
