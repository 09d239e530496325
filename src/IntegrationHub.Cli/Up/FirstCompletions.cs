using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using IntegrationHub.Cli.Hub;

namespace IntegrationHub.Cli.Up;

/// <summary>The first completions of a new hub: most go all the way, one waits for a person, one fails on purpose.</summary>
internal sealed class FirstCompletions(HubApi hub, SandboxApi sandbox, LocalSecrets secrets)
{
    private const int OnCanvas = 5;
    private const int OnMoodle = 4;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    // Those that fail on purpose become an award too; the unknown learner does not.
    private const int Awards = OnCanvas + OnMoodle + 1;

    public async Task Send(CancellationToken cancellation)
    {
        var campus = await sandbox.Campus(cancellation);
        var known = campus.Learners.Where(learner => learner.Person is not null).ToArray();
        var unknown = campus.Learners.First(learner => learner.Person is null);
        var (failing, failingCourse) = (known[OnCanvas + OnMoodle], campus.Courses[1]);
        await RefuseGrade(failing, failingCourse, cancellation);

        for (var i = 0; i < OnCanvas; i++)
            await Complete("canvas", known[i], campus.Courses[i % campus.Courses.Count], 84 + i, cancellation);
        for (var i = OnCanvas; i < OnCanvas + OnMoodle; i++)
        {
            await Introduce(known[i], cancellation);
            await Complete("xapi", known[i], campus.Courses[i % campus.Courses.Count], 84 + i, cancellation);
        }
        await Complete("canvas", failing, failingCourse, 91, cancellation);
        await Complete("xapi", unknown, campus.Courses[2], 88, cancellation);
    }

    /// <summary>Until all that was sent can be seen through the API, at most half a minute.</summary>
    public async Task Watch(Action<string> progress, CancellationToken cancellation)
    {
        var watch = Stopwatch.StartNew();
        while (true)
        {
            var awards = await hub.Awards(cancellation);
            var waiting = (await hub.Attention(cancellation)).Count;
            var settled = awards.Count(award => award.Steps is { Count: > 0 } steps && steps.All(step => step.State is not ("pending" or "running")));
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
        await sandbox.AddFault(new { system = "ethos", effect = "status", status = 400, method = "POST", path = "student-unverified-grades", text = registration }, cancellation);
    }

    private async Task Introduce(CampusLearner learner, CancellationToken cancellation) =>
        await hub.AddIdentity(
            new(Options.UsualInstitution, "moodle", "lmsId", learner.MoodleId.ToString(CultureInfo.InvariantCulture), learner.StudentNumber!), cancellation);

    private async Task Complete(string kind, CampusLearner learner, CampusCourse course, int percent, CancellationToken cancellation) =>
        await sandbox.Send(kind, new JsonObject { ["learner"] = learner.Email, ["course"] = course.Code, ["score"] = percent }, cancellation);
}
