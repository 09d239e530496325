using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Model.MicroCredentials;
using IntegrationHub.Core.Rules;
using IntegrationHub.Testing.Pipeline;

namespace IntegrationHub.Core.Tests.Rules;

/// <summary>A case as a registrar would tell it: on these days this was reported or decided; what was earned?</summary>
internal sealed class Facing(MicroCredential? entry = null, Policy? policy = null)
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 17, 0, 0, TimeSpan.Zero);

    private readonly List<Evidence> _evidence = [];
    private readonly List<StackedCredential> _parts = [];
    private readonly List<RegistrarAct> _acts = [];

    public static MicroCredential Entry { get; } = OneInstitution.WaterSampling;

    public static DateTimeOffset Day(int day) => Start.AddDays(day);

    public static DateOnly Date(int day) => DateOnly.FromDateTime(Day(day).DateTime);

    /// <summary>An attempt is graded in percent.</summary>
    public Facing Graded(
        int day,
        decimal percent,
        string? attempt = null,
        string assessment = OneInstitution.Summative,
        string course = OneInstitution.Course
    ) => Add(Report(day, CompletionKind.Assessed, assessment, attempt, course) with { Score = new(percent, 0, 100) });

    /// <summary>An LMS that keeps one score only reports it.</summary>
    public Facing Scored(int day, decimal percent) =>
        Add(Report(day, CompletionKind.Assessed) with { Attempt = null, Score = new(percent, 0, 100) });

    public Facing Lettered(int day, string letter) => Add(Report(day, CompletionKind.Assessed) with { Letter = letter });

    public Facing PassedOrFailed(int day, bool passed) => Add(Report(day, CompletionKind.Assessed) with { Passed = passed });

    public Facing Completed(int day) => Add(Report(day, CompletionKind.Completed, assessment: null));

    /// <summary>The event of another day is taken back.</summary>
    public Facing Voided(int day, int of) => Add(Report(day, CompletionKind.Undone) with { Undoes = $"event-{of}" });

    /// <summary>An attempt is taken back as a whole.</summary>
    public Facing Undone(int day, string attempt, string? id = null) =>
        Add(Report(day, CompletionKind.Undone, attempt: attempt) with { EventId = id ?? $"undo-{day}" });

    /// <summary>Something is reported as it is.</summary>
    public Facing Reports(int day, Func<Evidence, Evidence> change) =>
        Add(change(Report(day, CompletionKind.Assessed) with { Score = new(85, 0, 100) }));

    public Facing Says(int day, ActKind kind, int cycle = 0, string? reason = null, string? id = null)
    {
        _acts.Add(new(id ?? $"act-{day}-{kind}", kind, cycle, Day(day), reason));
        return this;
    }

    public Facing Holds(
        int day,
        string code,
        decimal hours = 15,
        decimal credits = 1,
        int? until = null,
        int? ended = null,
        int revision = 0,
        string? award = null)
    {
        _parts.Add(
            new(
                code,
                award ?? $"award-of-{code}",
                revision,
                Day(day),
                until is { } end ? Day(end) : null,
                ended is { } since ? Day(since) : null,
                hours,
                credits));
        return this;
    }

    public Facts Facts => new(_evidence, _parts, _acts);

    public Verdict Verdict => Rulebook.Decide(OneInstitution.Only with { Policy = policy ?? new() }, entry ?? Entry, Facts);

    public Decision Now => Verdict.Now;

    public Earned Only => Verdict.Awards.Single();

    /// <summary>The state of every award, by cycle.</summary>
    public IEnumerable<AwardState> States => Verdict.Awards.Select(earned => earned.State);

    private Facing Add(Evidence evidence)
    {
        _evidence.Add(evidence);
        return this;
    }

    private static Evidence Report(
        int day,
        CompletionKind kind,
        string? assessment = OneInstitution.Summative,
        string? attempt = null,
        string course = OneInstitution.Course) =>
        new($"event-{day}", "lms", kind, assessment, attempt ?? $"attempt-{day}", null, Day(day), "graded", "payload")
        {
            Courses = [course],
        };
}
