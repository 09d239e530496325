using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using IntegrationHub.Api;
using IntegrationHub.Cli.Hub;
using IntegrationHub.Cli.Local;
using IntegrationHub.Cli.Shell;

namespace IntegrationHub.Cli.Up;

/// <summary>The first completions of a new hub: most go all the way, one waits for a person, one fails on purpose.</summary>
internal sealed class FirstCompletions(IHubApi hub, SandboxApi sandbox, LocalSecrets secrets)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    private static readonly (string Lms, string Course, int Percent)[] GoAllTheWay =
    [
        ("canvas", "RCR101", 88), ("canvas", "DON110", 92), ("canvas", "CYB120", 95), ("canvas", "EAU130", 90), ("canvas", "IAR140", 85),
        ("moodle", "RCR101", 91), ("moodle", "SOL160", 96), ("moodle", "REL170", 80), ("moodle", "CYB120", 89),
    ];

    private static readonly (string Lms, string Course, int Percent) Fails = ("canvas", "AGI150", 91);
    private static readonly (string Lms, string Course, int Percent) Waits = ("moodle", "CYB120", 93);

    // What fails on purpose is an award too; what waits for a person is none yet.
    private static readonly int Awards = GoAllTheWay.Length + 1;

    public async Task Send(CancellationToken cancellation)
    {
        var campus = await sandbox.Campus(cancellation);
        var known = campus.Learners.Where(learner => learner.Person is not null).ToArray();
        var failing = known[GoAllTheWay.Length];
        await RefuseGrade(failing, campus.Courses.Single(course => course.Code == Fails.Course), cancellation);

        foreach (var (learner, completion) in known.Zip(GoAllTheWay))
        {
            if (completion.Lms == "moodle")
                await Introduce(learner, cancellation);
            await Complete(learner, completion, cancellation);
        }
        await Complete(failing, Fails, cancellation);
        await Complete(campus.Learners.First(learner => learner.Person is null), Waits, cancellation);
    }

    /// <summary>Until all that was sent can be seen through the API, at most half a minute.</summary>
    public async Task Watch(Action<string> progress, CancellationToken cancellation)
    {
        var watch = Stopwatch.StartNew();
        while (true)
        {
            var awards = await hub.Awards(cancellation: cancellation);
            var waiting = (await hub.Attention(cancellation: cancellation)).Count;
            var settled = awards.Count(award => award.IsSettled);
            progress(Texts.Get("first.counts", awards.Count, Awards, settled, awards.Count(award => award.HasFailed), waiting));
            if (watch.Elapsed > Patience || (settled >= Awards && settled == awards.Count && waiting > 0))
                return;
            await Task.Delay(Pause, cancellation);
        }
    }

    private async Task RefuseGrade(CampusLearner learner, CampusCourse course, CancellationToken cancellation)
    {
        using var registrar = new SandboxRegistrar(sandbox.Address, secrets["LACNORD_ETHOS_API_KEY"]);
        var registration = await registrar.Registration(learner.Person!.Value, course.Section, cancellation);
        await sandbox.AddFault(
            new
            {
                system = "ethos",
                effect = "status",
                status = 400,
                method = "POST",
                path = "student-unverified-grades",
                text = registration,
                message = Texts.Get("first.failure"),
            },
            cancellation);
    }

    private async Task Introduce(CampusLearner learner, CancellationToken cancellation) =>
        await hub.AddIdentity(
            new(
                Options.UsualInstitution,
                "moodle",
                "lmsId",
                learner.MoodleId.ToString(CultureInfo.InvariantCulture),
                learner.StudentNumber!),
            cancellation);

    private async Task Complete(CampusLearner learner, (string Lms, string Course, int Percent) what, CancellationToken cancellation)
    {
        var answer = await sandbox.Send(
            what.Lms,
            new JsonObject
            {
                ["learner"] = learner.Email,
                ["course"] = what.Course,
                ["score"] = what.Percent,
            },
            cancellation);
        if (answer?["status"]?.GetValue<int>() is not 200 and var status)
            throw new CliException(Texts.Get("first.refused", what.Lms, status));
    }
}
