using CsCheck;
using IntegrationHub.Core.Failures;
using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Model.MicroCredentials;
using IntegrationHub.Core.Tests.Rules;
using IntegrationHub.Testing;
using IntegrationHub.Testing.Pipeline;
using Shouldly;
using Xunit;

namespace IntegrationHub.Core.Tests.Awarding;

/// <summary>
/// Whatever is graded, whatever people say and whatever becomes of the files: hub, SIS and badge say the same, or an item is open.
/// </summary>
public sealed class NoContradictionTests
{
    private static readonly ActKind[] Words =
    [
        ActKind.Approve,
        ActKind.Decline,
        ActKind.Uphold,
        ActKind.Suspend,
        ActKind.Revoke,
        ActKind.Reaward,
    ];

    private static readonly ApprovalReason[] Reasons = Enum.GetValues<ApprovalReason>();

    private static readonly Gen<Happening> Any = Gen.Frequency(
        (6, Gen.Select(Gen.Int[40, 100], Gen.Int[1, 3], Gen.Int[-3, 1]).Select(Graded)),
        (1, Gen.Int[1, 3].Select(attempt => new Happening($"attempt {attempt} undone", (campus, at) => Undo(campus, at, attempt)))),
        (5, Gen.Int[0, Words.Length - 1].Select(at => new Happening($"{Words[at]}", (campus, _) => Say(campus, Words[at])))),
        (3, Gen.Int[0, FileChanges.All.Count - 1].Select(at => FileChanges.All.ElementAt(at)).Select(one => File(one.Key, one.Value))),
        (2, Gen.Enum<OnContradiction>().Select(policy => new Happening($"policy {policy}", (campus, _) => Policy(campus, policy)))),
        (2, Gen.Int[0, Reasons.Length - 1].Select(at => File($"asks {Reasons[at]}", entry => Asking(entry, [Reasons[at]])))),
        (1, Gen.Const(File("asks nothing", entry => Asking(entry, [])))),
        (1, Gen.Const(new Happening("the SIS refuses", Refuse))));

    [Fact]
    public void No_sequence_of_events_file_changes_and_acts_ends_in_a_contradiction_without_an_open_item() =>
        Any.Array[2, 14].Holds(
            happenings =>
            {
                var campus = new Campus();
                for (var at = 0; at < happenings.Length; at++)
                {
                    happenings[at].Do(campus, at).GetAwaiter().GetResult();
                    campus.Pass(TimeSpan.FromMinutes(2)).GetAwaiter().GetResult();
                    Agree(campus, string.Join(", ", happenings.Take(at + 1).Select(one => one.Name)));
                }
            },
            tries: 400);

    private static void Agree(Campus campus, string story)
    {
        foreach (var award in campus.Storage.All.SelectMany(dossier => dossier.Awards))
        {
            if (campus.Attention.Any(item => item.Award == award.Id))
                continue;
            award.State.ShouldBeOneOf([AwardState.Valid, AwardState.Suspended, AwardState.Revoked, AwardState.Declined], story);
            award.IsAnswered.ShouldBeTrue(story);
            // A suspension leaves the record as it is.
            if (award.State != AwardState.Suspended)
                campus.Outside.Entries.GetValueOrDefault(award.Id.ToString())
                    .ShouldBe(award.State == AwardState.Valid ? 1 : 0, $"{award.State} after {story}");
            if (award is { State: not AwardState.Declined, IsIssued: true })
                award[StepName.Badge].ShouldSatisfyAllConditions(
                    step => step.State.ShouldBe(StepState.Done, story),
                    step => $"{step.Goal}".ShouldBe($"{award.State}", story),
                    step => $"{campus.Outside.Changes.LastOrDefault(change => change.Award == award.Id)?.To ?? 0}"
                        .ShouldBe($"{award.State}", story));
        }
    }

    private static Happening Graded(int percent, int attempt, int minutes) => new(
        $"{percent} % in {attempt}",
        (campus, at) => campus.Deliver(OneInstitution.Assessed(percent, $"event-{at}", attempt: $"{attempt}") with
        {
            At = campus.Time.GetUtcNow().AddMinutes(minutes),
        }));

    private static Task Undo(Campus campus, int at, int attempt) => campus.Deliver(
        OneInstitution.Assessed(0, $"event-{at}", attempt: $"{attempt}") with
        {
            Kind = CompletionKind.Undone,
            Score = null,
            At = campus.Time.GetUtcNow(),
        });

    private static async Task Say(Campus campus, ActKind word)
    {
        if (campus.Storage.All.SelectMany(dossier => dossier.Awards).MaxBy(award => award.Id.Cycle) is { } award)
            await campus.Awards.Decide(award.Id, word, "why", default);
    }

    private static MicroCredential Asking(MicroCredential entry, ApprovalReason[] reasons) =>
        entry with { Approval = new(reasons.ToHashSet()) { ScoreBelow = reasons.Contains(ApprovalReason.LowScore) ? 90 : null } };

    private static Happening File(string name, Func<MicroCredential, MicroCredential> change) => new(
        name,
        (campus, _) =>
        {
            var entry = campus.Institutions.InForce.MicroCredentials.Values.Single();
            campus.Institutions.InForce = campus.Institutions.InForce with
            {
                MicroCredentials = new Dictionary<string, MicroCredential> { [entry.Code] = change(entry) },
            };
            return Task.CompletedTask;
        });

    private static Task Policy(Campus campus, OnContradiction policy)
    {
        campus.Institutions.InForce = campus.Institutions.InForce with { Policy = new() { OnContradiction = policy } };
        return Task.CompletedTask;
    }

    /// <summary>The next call to the SIS fails for good.</summary>
    private static Task Refuse(Campus campus, int at)
    {
        var isNext = true;
        campus.Outside.Before[ConnectionRole.Sis] = () =>
        {
            var isRefused = isNext;
            isNext = false;
            return isRefused ? new OutsideException(OutsideFault.Refused, "No.") : null;
        };
        return Task.CompletedTask;
    }

    /// <summary>Something that happens on the campus.</summary>
    private sealed record Happening(string Name, Func<Campus, int, Task> Do);
}
