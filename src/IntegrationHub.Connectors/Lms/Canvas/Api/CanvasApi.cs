using System.Net;
using System.Text.RegularExpressions;
using IntegrationHub.Connectors.Http;
using IntegrationHub.Connectors.Json;
using IntegrationHub.Core.Failures;
using IntegrationHub.Core.Lms;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Outside;

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
        Meant = (status, body) => status != HttpStatusCode.Forbidden ? status
            // Canvas's throttle answered 403 for years, and some answer so still.
            : body.Contains("Rate Limit Exceeded", StringComparison.OrdinalIgnoreCase) ? HttpStatusCode.TooManyRequests
            : body.Contains("invalid assignment ids requested", StringComparison.OrdinalIgnoreCase) ? HttpStatusCode.NotFound
            : status,
    };

    /// <inheritdoc/>
    public string Kind => "canvas";

    /// <inheritdoc/>
    public async Task<LmsUser?> FindUser(Institution institution, Connection connection, string id, CancellationToken cancellation)
    {
        try
        {
            return CanvasAnswers.Of(await Client(institution, connection).User(Token(institution, connection), id, cancellation));
        }
        catch (OutsideException refusal) when (refusal.IsNotFound())
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<LmsCourse>> FindCourses(
        PacedConnection paced,
        string name,
        bool isWhole,
        CancellationToken cancellation)
    {
        if (isWhole)
            return await FindCourse(paced, name, cancellation) is { } one ? [CanvasAnswers.Of(one)] : [];
        var courses = new List<LmsCourse>();
        string? page = null;
        do
        {
            var text = name.Length < ShortestSearch ? null : name;
            var answer = await paced.Ask(
                () => Client(paced).Courses(Token(paced.Institution, paced.Connection), text, page, cancellation).Page(),
                cancellation);
            courses.AddRange(answer.Items.Select(CanvasAnswers.Of));
            page = answer.Next;
        }
        while (page is not null);
        return courses;
    }

    /// <summary>
    /// First who completed the course, then what was graded, then what of it Canvas does not list; the cursor says which,
    /// with the assignments that are not listed, and the page.
    /// </summary>
    public async Task<AnswerPart> Read(PacedConnection paced, Inquiry inquiry, string? cursor, CancellationToken cancellation)
    {
        var (list, page) = cursor?.Split('|', 2) switch
        {
            [var one, var next] => (one, next),
            [var one] => (one, null),
            _ => ("progress", (string?)null),
        };
        return list.Split('-') switch
        {
            ["progress"] => await Completed(paced, inquiry, page, cancellation),
            ["unlisted", .. var unlisted] => throw new OutsideException(
                OutsideFault.Refused,
                $"Canvas lists no published assignment {string.Join(", ", unlisted)} in this course; all else of the course was compared."),
            var submissions => await Graded(paced, inquiry, submissions[1..], page, cancellation),
        };
    }

    private async Task<AnswerPart> Completed(PacedConnection paced, Inquiry inquiry, string? page, CancellationToken cancellation)
    {
        var afterwards = CanvasAnswers.Assignments(inquiry).Any() ? "submissions" : null;
        try
        {
            var answer = await paced.Ask(
                () => Client(paced).Progress(Token(paced.Institution, paced.Connection), inquiry.Course.Id, page, cancellation).Page(),
                cancellation);
            var found = answer.Items.Where(learner => learner.Progress?.CompletedAt is { } at && inquiry.Window.Holds(at)).ToList();
            var users = await Users(paced, inquiry, found.Select(learner => learner.Id), cancellation);
            return new(
                [.. found.Select(learner => CanvasAnswers.Completed(inquiry, learner, users))],
                answer.Next is { } next ? $"progress|{next}" : afterwards);
        }
        catch (OutsideException refusal) when (refusal.InnerException is HttpRequestException { StatusCode: HttpStatusCode.BadRequest })
        {
            return new([], afterwards); // A course without requirements has no progress.
        }
    }

    private async Task<AnswerPart> Graded(
        PacedConnection paced,
        Inquiry inquiry,
        string[] unlisted,
        string? page,
        CancellationToken cancellation)
    {
        var (listed, names) = (
            CanvasAnswers.Assignments(inquiry).Except(unlisted).ToList(),
            string.Concat(unlisted.Select(id => $"-{id}")));
        var afterwards = unlisted is [] ? null : $"unlisted{names}";
        if (listed is [])
            return new([], afterwards);
        CanvasPage<CanvasSubmission> answer;
        try
        {
            answer = await Submissions(paced, inquiry, listed, page, cancellation);
        }
        catch (OutsideException refusal) when (refusal.IsNotFound() && unlisted is [])
        {
            // One that is deleted or not published, and Canvas tells nothing of the others either.
            if (await Unlisted(paced, inquiry, listed, cancellation) is not [_, ..] found)
                throw;
            return new([], $"submissions-{string.Join('-', found)}");
        }

        var graded = answer.Items.Where(submission => CanvasAnswers.Counts(inquiry, submission)).ToList();
        var users = await Users(paced, inquiry, graded.Select(submission => submission.UserId), cancellation);
        return new(
            [.. graded.Select(submission => CanvasAnswers.Graded(inquiry, submission, users))],
            answer.Next is { } next ? $"submissions{names}|{next}" : afterwards);
    }

    private async Task<IReadOnlyList<string>> Unlisted(
        PacedConnection paced,
        Inquiry inquiry,
        IEnumerable<string> assignments,
        CancellationToken cancellation)
    {
        var unlisted = new List<string>();
        foreach (var id in assignments)
        {
            try
            {
                await Submissions(paced, inquiry, [id], page: null, cancellation);
            }
            catch (OutsideException refusal) when (refusal.IsNotFound())
            {
                unlisted.Add(id);
            }
        }

        return unlisted;
    }

    private Task<CanvasPage<CanvasSubmission>> Submissions(
        PacedConnection paced,
        Inquiry inquiry,
        IReadOnlyList<string> assignments,
        string? page,
        CancellationToken cancellation) =>
        paced.Ask(
            () =>
                Client(paced)
                    .Submissions(
                        Token(paced.Institution, paced.Connection),
                        inquiry.Course.Id,
                        assignments,
                        CanvasAnswers.GradedSince(inquiry.Window),
                        page,
                        cancellation)
                    .Page(),
            cancellation);

    private async Task<IReadOnlyDictionary<long, LmsUser>> Users(
        PacedConnection paced,
        Inquiry inquiry,
        IEnumerable<long> ids,
        CancellationToken cancellation)
    {
        var wanted = ids.Distinct().ToList();
        if (wanted.Count == 0)
            return new Dictionary<long, LmsUser>();
        var users = await paced.Ask(
            () => Client(paced).Users(Token(paced.Institution, paced.Connection), inquiry.Course.Id, wanted, cancellation),
            cancellation);
        return users.DistinctBy(user => user.Id).ToDictionary(user => user.Id, CanvasAnswers.Of);
    }

    private async Task<CanvasCourse?> FindCourse(PacedConnection paced, string name, CancellationToken cancellation)
    {
        string[] ids = name.All(char.IsAsciiDigit) ? [name, $"sis_course_id:{name}"] : [$"sis_course_id:{name}"];
        foreach (var id in ids)
        {
            try
            {
                return await paced.Ask(
                    () => Client(paced).Course(Token(paced.Institution, paced.Connection), id, cancellation),
                    cancellation);
            }
            catch (OutsideException refusal) when (refusal.IsNotFound())
            {
                // By the next name, if there is one.
            }
        }

        return null;
    }

    private ICanvasApi Client(PacedConnection paced) => Client(paced.Institution, paced.Connection);

    private ICanvasApi Client(Institution institution, Connection connection) => clients.For<ICanvasApi>(System, institution, connection);

    private string Token(Institution institution, Connection connection) => secrets.ForCall(institution, connection, "token");

    [GeneratedRegex(@"(?<=/users/)[^/]+|(?<=/)\d+(?=/|$)")]
    private static partial Regex Ids();
}
