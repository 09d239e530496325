using System.Globalization;
using IntegrationHub.Core.Failures;
using IntegrationHub.Core.Lms;
using IntegrationHub.Core.Model.Completions;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Model.MicroCredentials;
using IntegrationHub.Core.Outside;

namespace IntegrationHub.Connectors.Lms.Moodle.Api;

/// <summary>
/// What Moodle's web services tell beyond its events: the grades of a course in one answer, completions learner by learner. What it refuses
/// or leaves out is named, and all else is told.
/// </summary>
internal sealed class MoodleApi(MoodleCalls moodle, MoodleGradebook gradebook) : ILmsApi
{
    private const int LearnersInAPart = 10;
    private const int CoursesInAPage = 100;
    private const char ByLearner = 'g', Completions = 'c';

    /// <inheritdoc/>
    public string Kind => "moodle";

    /// <inheritdoc/>
    public async Task<LmsUser?> FindUser(Institution institution, Connection connection, string id, CancellationToken cancellation)
    {
        if (!long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return null;
        var users = await moodle.Call<MoodleUser[]>(
            institution,
            connection,
            "core_user_get_users_by_field",
            [("field", "id"), ("values[0]", id)],
            cancellation);
        // Whatever else comes back, only the user that was asked for is the learner.
        return users.FirstOrDefault(user => user.Id == number) is not { } found ? null
            : MoodleAnswers.IsVeiled(found) ? throw new OutsideException(OutsideFault.Refused, MoodleUnseen.Details.En)
            : MoodleAnswers.Of(found);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<LmsCourse>> FindCourses(
        PacedConnection paced,
        string name,
        bool isWhole,
        CancellationToken cancellation)
    {
        if (!isWhole)
            return await Search(paced, name, cancellation);
        string[] fields = name.All(char.IsAsciiDigit) ? ["id", "idnumber", "shortname"] : ["idnumber", "shortname"];
        foreach (var field in fields)
        {
            var found = await moodle.Ask<MoodleCourses>(
                paced,
                "core_course_get_courses_by_field",
                [("field", field), ("value", name)],
                cancellation);
            if (found.Courses is { Count: > 0 } courses)
                return [.. courses.Select(MoodleAnswers.Of)];
        }

        return [];
    }

    /// <summary>
    /// First the grades of all learners, then who completed the course, in parts; where the first is refused, learner by learner with
    /// these. A cursor without a letter is an earlier release's.
    /// </summary>
    public async Task<AnswerPart> Read(PacedConnection paced, Inquiry inquiry, string? cursor, CancellationToken cancellation)
    {
        if (cursor is null && inquiry.Assessments.Count > 0)
            return await Whole(paced, inquiry, cancellation);
        var isByLearner = cursor is not null && cursor[0] != Completions && inquiry.Assessments.Count > 0;
        var from = int.Parse((cursor ?? "0").TrimStart(Completions, ByLearner), CultureInfo.InvariantCulture);
        var (page, unseen) = await Users(paced, inquiry, from, LearnersInAPart, cancellation);
        var learners = page.Where(MoodleAnswers.IsLearner).ToList();
        var (completed, goesOn) = await Completed(paced, inquiry, learners, cancellation);
        var parts = new List<AnswerPart> { completed };
        if (isByLearner)
            parts.Add(await Graded(paced, inquiry, learners, isWhole: false, cancellation));
        var isLast = page.Count < LearnersInAPart || !(goesOn || isByLearner);
        return new(
            [.. parts.SelectMany(part => part.Completions)],
            isLast ? null : $"{(isByLearner ? ByLearner : Completions)}{MoodleAnswers.Text(from + page.Count)}")
        {
            Unseen = [.. unseen, .. parts.SelectMany(part => part.Unseen)],
        };
    }

    /// <inheritdoc/>
    public async Task<Completion?> Now(PacedConnection paced, Completion told, CancellationToken cancellation)
    {
        var learner = told.Learner.FirstOrDefault(reference => reference.Kind == LearnerReferenceKind.LmsId)?.Value;
        if (told.EventName is not (MoodleEvents.AttemptSubmitted or MoodleEvents.QuestionGraded or MoodleEvents.SubmissionGraded)
            || told is not { Kind: CompletionKind.Assessed, Assessment: not null, Courses: [var course, ..] }
            || learner is null
            || !IsNumber(learner)
            || !IsNumber(course))
            return told;
        try
        {
            return await gradebook.Now(paced, told, course, learner, cancellation);
        }
        catch (OutsideException failure) when (MoodleRefusal.Of(failure) is not null)
        {
            return told; // What the token may not ask counts as it was told.
        }
    }

    private static bool IsNumber(string text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _);

    private async Task<AnswerPart> Whole(PacedConnection paced, Inquiry inquiry, CancellationToken cancellation)
    {
        var (all, unseen) = await Users(paced, inquiry, from: 0, most: 0, cancellation);
        if (all.Count == 0)
            return new([], Next: null) { Unseen = unseen };
        try
        {
            var graded = await gradebook.Graded(
                paced, inquiry, [.. all.Where(MoodleAnswers.IsLearner)], isWhole: true, cancellation);
            return graded with { Next = $"{Completions}0", Unseen = [.. unseen, .. graded.Unseen] };
        }
        catch (OutsideException failure) when (MoodleRefusal.Of(failure) is not null)
        {
            return new([], $"{ByLearner}0") { Unseen = unseen };
        }
    }

    private async Task<AnswerPart> Graded(
        PacedConnection paced, Inquiry inquiry, List<MoodleUser> learners, bool isWhole, CancellationToken cancellation)
    {
        try
        {
            return await gradebook.Graded(paced, inquiry, learners, isWhole, cancellation);
        }
        catch (OutsideException failure) when (MoodleRefusal.Of(failure) is { } refusal)
        {
            return new([], Next: null) { Unseen = [refusal.Text] };
        }
    }

    /// <summary>Those who are enrolled; 0 at most: all of them.</summary>
    private async Task<(IReadOnlyList<MoodleUser> Users, IReadOnlyList<BilingualText> Unseen)> Users(
        PacedConnection paced, Inquiry inquiry, int from, int most, CancellationToken cancellation)
    {
        try
        {
            var users = await moodle.Ask<MoodleUser[]>(
                paced,
                "core_enrol_get_enrolled_users",
                [("courseid", inquiry.Course.Id), .. MoodleAnswers.Options(("limitfrom", from), ("limitnumber", most))],
                cancellation);
            return (users, users.Length > 0 && users.All(MoodleAnswers.IsVeiled) ? [MoodleUnseen.Details] : []);
        }
        catch (OutsideException failure) when (MoodleRefusal.Of(failure) is { } refusal)
        {
            return ([], [refusal.Text]);
        }
    }

    private async Task<(AnswerPart Part, bool GoesOn)> Completed(
        PacedConnection paced, Inquiry inquiry, IReadOnlyList<MoodleUser> learners, CancellationToken cancellation)
    {
        var found = new List<Completion>();
        foreach (var user in learners)
        {
            try
            {
                var answer = await moodle.Ask<MoodleCompletion>(
                    paced,
                    "core_completion_get_course_completion_status",
                    MoodleAnswers.InCourse(inquiry, user),
                    cancellation);
                if (MoodleAnswers.Completed(inquiry, user, answer.Completionstatus) is { } completed)
                    found.Add(completed);
            }
            catch (OutsideException failure) when (MoodleRefusal.Of(failure) is { } refusal)
            {
                if (refusal.IsOfTheUser)
                    continue;
                return (new(found, Next: null) { Unseen = refusal.IsOfAnEmptyCourse ? [] : [refusal.Text] }, false);
            }
        }

        return (new(found, Next: null), true);
    }

    private async Task<IReadOnlyList<LmsCourse>> Search(PacedConnection paced, string text, CancellationToken cancellation)
    {
        var courses = new List<LmsCourse>();
        for (var page = 0; ; page++)
        {
            var answer = await moodle.Ask<MoodleCourses>(
                paced,
                "core_course_search_courses",
                [
                    ("criterianame", "search"),
                    ("criteriavalue", text),
                    ("page", MoodleAnswers.Text(page)),
                    ("perpage", MoodleAnswers.Text(CoursesInAPage)),
                ],
                cancellation);
            var found = answer.Courses ?? [];
            courses.AddRange(found.Select(MoodleAnswers.Of));
            if (found.Count < CoursesInAPage)
                return courses;
        }
    }
}
