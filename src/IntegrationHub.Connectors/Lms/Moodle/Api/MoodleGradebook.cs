using IntegrationHub.Core.Failures;
using IntegrationHub.Core.Lms;
using IntegrationHub.Core.Model.Completions;
using IntegrationHub.Core.Model.MicroCredentials;
using IntegrationHub.Core.Outside;

namespace IntegrationHub.Connectors.Lms.Moodle.Api;

/// <summary>
/// Moodle's gradebook: one grade a learner and activity, while a quiz has attempts with points of their own. What a teacher wrote over the
/// grade stands for all attempts.
/// </summary>
internal sealed class MoodleGradebook(MoodleCalls moodle)
{
    /// <summary>What learners of a course were graded.</summary>
    /// <param name="paced">To Moodle.</param>
    /// <param name="inquiry">What is asked.</param>
    /// <param name="learners">Whose grades; those whom the answer about all leaves out are asked for one by one.</param>
    /// <param name="isWhole">Whether they are all of the course: then one call asks for all.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="OutsideException">Moodle does not answer, or refuses the first call.</exception>
    public async Task<AnswerPart> Graded(
        PacedConnection paced, Inquiry inquiry, IReadOnlyList<MoodleUser> learners, bool isWhole, CancellationToken cancellation)
    {
        var told = isWhole ? await Grades(paced, inquiry.Course.Id, "0", cancellation) : [];
        var (found, unseen) = (new List<Completion>(), new HashSet<BilingualText>());
        var shown = told.SelectMany(Items).Select(MoodleAnswers.Page).ToHashSet();
        var quizzes = new Quizzes(moodle, paced, inquiry.Course.Id);
        foreach (var learner in learners)
        {
            var own = told.FirstOrDefault(grades => grades.Userid == learner.Id)
                ?? (await Grades(paced, inquiry.Course.Id, MoodleAnswers.Text(learner.Id), cancellation))
                    .FirstOrDefault(grades => grades.Userid == learner.Id);
            shown.UnionWith(Items(own).Select(MoodleAnswers.Page));
            foreach (var item in Items(own).Where(item => MoodleAnswers.Counts(inquiry, item)))
            {
                try
                {
                    found.AddRange(item.Itemmodule == "quiz"
                        ? await Attempts(inquiry, learner, item, quizzes, cancellation)
                        : MoodleAnswers.IsInWindow(inquiry, item) ? [MoodleAnswers.Graded(inquiry, learner, item)] : []);
                }
                catch (OutsideException failure) when (MoodleRefusal.Of(failure) is { } refusal)
                {
                    unseen.Add(refusal.Text);
                }
                catch (UnseenQuizException)
                {
                    unseen.Add(MoodleUnseen.Quiz(MoodleAnswers.Page(item)));
                }
            }
        }

        if (learners.Count > 0)
            unseen.UnionWith(inquiry.Assessments.Where(page => !shown.Contains(page)).Select(MoodleUnseen.Assessment));
        return new(found, Next: null) { Unseen = [.. unseen] };
    }

    /// <summary>What Moodle has now of a result that an event told: the same with its own points, or null while it is none yet.</summary>
    public async Task<Completion?> Now(
        PacedConnection paced, Completion told, string course, string learner, CancellationToken cancellation)
    {
        var items = (await Grades(paced, course, learner, cancellation)).SelectMany(Items);
        var item = items.FirstOrDefault(one => one.Itemtype == "mod" && MoodleAnswers.Page(one) == told.Assessment);
        if (item is null)
            return told.Score is null ? null : told; // What the token is not shown counts as it was told.
        if (item is not { Graderaw: { } grade, Grademax: { } most } || item.Gradeishidden is true)
            return null;
        var gradebook = told with { Score = new(grade, item.Grademin ?? 0, most) };
        if (item.Gradeisoverridden is true)
            return gradebook;
        if (told.Attempt is null || item.Itemmodule != "quiz")
            return told;
        var quizzes = new Quizzes(moodle, paced, course);
        var attempts = await quizzes.Attempts(item, learner, cancellation);
        var own = attempts.FirstOrDefault(one => MoodleAnswers.Text(one.Id) == told.Attempt);
        if (own is null)
            return told.Score is null ? null : told;
        if (own.Sumgrades is null)
            return null;
        try
        {
            var score = attempts.Count == 1 ? gradebook.Score : MoodleAnswers.Own(item, own, await quizzes.PointsOf(item, cancellation));
            return told.Score is null ? told with { Score = score, At = MoodleAnswers.Last(own) } : told with { Score = score };
        }
        catch (UnseenQuizException)
        {
            return told.Score is null ? null : told;
        }
    }

    private static IEnumerable<MoodleGradeItem> Items(MoodleUserGrades? grades) => grades?.Gradeitems ?? [];

    /// <summary>Every finished attempt with the points that are its own; where there is one alone, or none, the grade is its own.</summary>
    private static async Task<IEnumerable<Completion>> Attempts(
        Inquiry inquiry, MoodleUser user, MoodleGradeItem item, Quizzes quizzes, CancellationToken cancellation)
    {
        var attempts = await quizzes.Attempts(item, MoodleAnswers.Text(user.Id), cancellation);
        if (attempts.Count < 2)
            return MoodleAnswers.IsInWindow(inquiry, item)
                ? [MoodleAnswers.Graded(inquiry, user, item, attempts is [var only] ? only : null)]
                : [];
        if (item.Gradeisoverridden is true)
            return MoodleAnswers.IsInWindow(inquiry, item)
                ? attempts.Select(attempt => MoodleAnswers.Graded(inquiry, user, item, attempt))
                : [];
        var points = await quizzes.PointsOf(item, cancellation);
        var graded = attempts.Where(attempt => attempt.Sumgrades is not null).ToList();
        // Of whoever took one in the window, all count: the limit of attempts is about all.
        return graded.Exists(attempt => inquiry.Window.Holds(MoodleAnswers.Last(attempt)))
            ? graded.Where(attempt => MoodleAnswers.Last(attempt) < inquiry.Window.Until)
                .Select(attempt => MoodleAnswers.Graded(inquiry, user, item, attempt) with
                {
                    Score = MoodleAnswers.Own(item, attempt, points),
                    At = MoodleAnswers.Last(attempt),
                })
            : [];
    }

    private async Task<IReadOnlyList<MoodleUserGrades>> Grades(
        PacedConnection paced, string course, string user, CancellationToken cancellation) =>
        (await moodle.Ask<MoodleGrades>(
            paced,
            "gradereport_user_get_grade_items",
            [("courseid", course), ("userid", user)],
            cancellation)).Usergrades ?? [];

    private sealed class UnseenQuizException : Exception;

    /// <summary>The quizzes of a course, asked for once, and not at all where nothing hangs on them.</summary>
    private sealed class Quizzes(MoodleCalls moodle, PacedConnection paced, string course)
    {
        private IReadOnlyList<MoodleQuiz>? _all;

        /// <summary>The finished attempts of a learner, by their end.</summary>
        public async Task<IReadOnlyList<MoodleAttempt>> Attempts(MoodleGradeItem item, string user, CancellationToken cancellation)
        {
            var answer = await moodle.Ask<MoodleAttempts>(
                paced,
                "mod_quiz_get_user_attempts",
                [("quizid", MoodleAnswers.Text(item.Iteminstance)), ("userid", user), ("status", "finished")],
                cancellation);
            return [.. (answer.Attempts ?? []).Where(attempt => attempt.Timefinish > 0).OrderBy(attempt => attempt.Timefinish)];
        }

        /// <summary>The points of all questions of a quiz: attempts are graded in points, grades are scaled.</summary>
        public async Task<decimal> PointsOf(MoodleGradeItem item, CancellationToken cancellation)
        {
            _all ??= (await moodle.Ask<MoodleQuizzes>(
                paced, "mod_quiz_get_quizzes_by_courses", [("courseids[0]", course)], cancellation)).Quizzes ?? [];
            return _all.FirstOrDefault(quiz => quiz.Id == item.Iteminstance)?.Sumgrades ?? throw new UnseenQuizException();
        }
    }
}
