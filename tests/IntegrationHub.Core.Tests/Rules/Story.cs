using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Core.Model.Completions;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Model.MicroCredentials;
using IntegrationHub.Core.Rules;
using IntegrationHub.Testing.Pipeline;
using Shouldly;

namespace IntegrationHub.Core.Tests.Rules;

/// <summary>A dossier as the hub keeps it, day after day, while the institution's file changes.</summary>
internal sealed record Story
{
    private MicroCredential _entry = Facing.Entry with
    {
        Approval = new(new HashSet<ApprovalReason>()),
        Summary = Facing.Entry.Summary with { Credits = 2 },
    };
    private Policy _policy = new();
    private int _day = 1;

    public Dossier Dossier { get; private init; } = new() { Id = DossierId.Of(OneInstitution.Id, "learner", Facing.Entry.Code) };

    public Award Award => Dossier.Awards.ShouldHaveSingleItem();

    public Story Graded(decimal percent, string attempt = "attempt-1", int? day = null) => Hears(new([
                new Evidence(
                    $"event-{_day}",
                    "lms",
                    CompletionKind.Assessed,
                    OneInstitution.Summative,
                    attempt,
                    new Score(percent, 0, 100),
                    Facing.Day(day ?? _day),
                    "graded",
                    "payload")
                {
                    Courses = [OneInstitution.Course],
                },
    ]));

    public Story Says(ActKind kind) =>
        Hears(
            new(
                [],
                Act: new(
                    $"act-{_day}",
                    kind,
                    Dossier.Awards.Count == 0 ? 0 : Dossier.Awards.Max(award => award.Id.Cycle),
                    Facing.Day(_day),
                    "why")));

    public Story Asks(ApprovalReason[] reasons) =>
        this with
        {
            _entry = _entry with
            {
                Approval = new(reasons.ToHashSet()) { ScoreBelow = reasons.Contains(ApprovalReason.LowScore) ? 99 : null },
            },
        };

    public Story OnContradiction(OnContradiction policy) => this with { _policy = new() { OnContradiction = policy } };

    public Story Changed(Func<MicroCredential, MicroCredential> file) => this with { _entry = file(_entry) };

    /// <summary>The row is of a release that kept no terms.</summary>
    public Story Forgets() => With(Award with { Terms = null });

    public Story Waits(int days) => this with { _day = _day + days };

    /// <summary>The steps of the award were done.</summary>
    public Story Begun() =>
        With(Award with { Steps = [.. Award.Steps.Select(step => step with { State = StepState.Done, Attempts = 1 })] });

    public Story Falls(AwardState state) => With(Award with { State = state, Issued = null });

    private Story With(Award award) => this with { Dossier = Dossier with { Awards = [award] } };

    private Story Hears(News news)
    {
        var fresh = news.Without(Dossier);
        var facts = fresh.With(Dossier);
        var institution = OneInstitution.Only with { Policy = _policy };
        var (awards, entries) = new AwardProjection(institution, "learner", _entry, Facing.Day(_day).AddMinutes(1)).Apply(
            Dossier,
            Rulebook.Decide(institution, _entry, facts),
            facts.Acts);
        return this with { Dossier = AnyOrderTests.Written(Dossier, fresh, awards, entries), _day = _day + 1 };
    }
}
