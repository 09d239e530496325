using IntegrationHub.Core.Awarding;
using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Core.Rules;
using IntegrationHub.Testing.Pipeline;
using Shouldly;

namespace IntegrationHub.Core.Tests.Awarding;

/// <summary>What hubs ended with that heard the same, each in its own order.</summary>
internal static class Raced
{
    /// <summary>The states of the awards of a micro-credential, by cycle.</summary>
    public static IEnumerable<AwardState> States(this Campus campus, string code) =>
        campus.Awarded().Where(award => award.MicroCredential == code).Select(award => award.State);

    /// <summary>Every award, to the letter.</summary>
    public static string Told(this Campus campus) => Lines(campus, _ => true, award => $"{award.State}");

    /// <summary>
    /// The same awards stand. An award may wait for a person in one hub, and have been issued in the other before that one
    /// heard why a person must be asked: policy speaks only on what was issued, so that what follows from it may differ, and
    /// what led to it may not.
    /// </summary>
    public static void ShouldStandAs(this Campus campus, Campus other)
    {
        var waiting = campus.Awarded().Concat(other.Awarded())
            .Where(award => award.State == AwardState.AwaitingApproval)
            .GroupBy(award => award.MicroCredential)
            .ToDictionary(same => same.Key, same => same.Min(award => award.Id.Cycle));
        var entries = campus.Institutions.All.Single().MicroCredentials;
        bool IsWaiting(Award award) => waiting.TryGetValue(award.MicroCredential, out var cycle) && award.Id.Cycle == cycle;
        bool MayDiffer(Award award) => waiting.TryGetValue(award.MicroCredential, out var cycle)
            ? award.Id.Cycle > cycle
            : award.State != AwardState.Valid || (waiting.Count > 0 && entries[award.MicroCredential].RestsOn.Any());
        string State(Award award) => IsWaiting(award) ? "earned" : $"{award.State}";
        Lines(campus, award => !MayDiffer(award), State).ShouldBe(Lines(other, award => !MayDiffer(award), State));
    }

    /// <summary>Nothing is lost: each award is what all facts say, and what rests on others knows each of them as it is.</summary>
    public static void ShouldBeSettled(this Campus campus, string learner)
    {
        var institution = campus.Institutions.All.Single();
        foreach (var entry in institution.MicroCredentials.Values)
        {
            var dossier = campus.Storage.Read(DossierId.Of(institution.Id, learner, entry.Code), default).Result;
            var parts = campus.Awarded().Where(award => entry.RestsOn.Contains(award.MicroCredential));
            dossier.Parts.ShouldBe(parts.Select(part => HeldCredentials.Of(institution, part)), ignoreOrder: true);
            var facts = new News([]).With(dossier);
            var verdict = Rulebook.Decide(institution, entry, facts);
            var projection = new AwardProjection(institution, learner, entry, campus.Time.GetUtcNow());
            projection.Apply(dossier, verdict, facts.Acts).Awards.ShouldBeEmpty();
            if (dossier.Version is not null)
                verdict.Now.ShouldBe(dossier.Decision);
        }
    }

    private static IEnumerable<Award> Awarded(this Campus campus) => campus.Storage.All.SelectMany(dossier => dossier.Awards);

    private static string Lines(Campus campus, Func<Award, bool> isMeant, Func<Award, string> state)
    {
        campus.Awarded().Select(award => award.Id).ShouldBeUnique();
        return string.Join('\n', campus.Awarded().Where(isMeant).Select(award => Line(award, state(award))).Order(StringComparer.Ordinal));
    }

    private static string Line(Award award, string state) =>
        $"{award.MicroCredential} {award.Id.Cycle} {state} {award.Earned:O} {award.Decision.Credits} {award.Decision.EventId}";
}
