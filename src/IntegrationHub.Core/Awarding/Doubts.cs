using IntegrationHub.Core.Attention;
using IntegrationHub.Core.Learners;
using IntegrationHub.Core.Lms;
using IntegrationHub.Core.Messaging;
using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Core.Model.Completions;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Model.MicroCredentials;

namespace IntegrationHub.Core.Awarding;

/// <summary>Lets completions wait for a person where something doubtful, or missing, could decide (law 10).</summary>
public sealed class Doubts(
    Readers readers, IDossiers dossiers, LearnersAfresh learners, IAttention attention, HeldDeliveries held)
{
    /// <summary>Lets a completion wait if it must.</summary>
    /// <param name="about">The completion, and what it may decide.</param>
    /// <param name="kept">Where it is kept.</param>
    /// <param name="trackingId">Its delivery's tracking id.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>Whether it waits.</returns>
    internal async Task<bool> Hold(Doubted about, DeliveryKept kept, string trackingId, CancellationToken cancellation)
    {
        if (await IsNameless(about, cancellation))
        {
            await held.Wait(kept, trackingId, about.Nameless(), cancellation);
            return true;
        }

        var doubtful = about.Item();
        if (doubtful is null && !about.LacksResult(readers.GradesApart(about.Source, about.Completion)))
            return false;
        var dossier = await dossiers.Read(about.Dossier, cancellation);
        if (dossier.HasDiscarded(about.Completion.EventId))
            return true;
        if (doubtful is not null)
        {
            await held.Wait(kept, trackingId, doubtful, cancellation);
            return true;
        }

        if (HasResult(about, dossier))
            return false;
        var missing = about.Missing();
        await held.Wait(kept, trackingId, missing, cancellation);
        // The result may have come between the look and the waiting.
        if (HasResult(about, await dossiers.Read(about.Dossier, cancellation)))
            await held.Release(missing, cancellation);
        return true;
    }

    /// <summary>Whether somebody holds an award for one of some micro-credentials by completions of a source.</summary>
    internal async Task<bool> IsHeldBy(
        string learner,
        Institution institution,
        Source source,
        IReadOnlyList<MicroCredential> offered,
        CancellationToken cancellation)
    {
        foreach (var microCredential in offered)
        {
            var dossier = await dossiers.Read(DossierId.Of(institution.Id, learner, microCredential.Code), cancellation);
            if (dossier.Evidence.Any(item => item.Source == source.Name)
                && dossier.Awards.Any(award => award.State is not (AwardState.Revoked or AwardState.Declined)))
                return true;
        }

        return false;
    }

    /// <summary>A result came: what waited for want of one goes on.</summary>
    internal async Task Settle(Doubted about, CancellationToken cancellation)
    {
        if (about.Completion.Kind == CompletionKind.Undone
            || !about.MicroCredential.Versions.SelectMany(version => version.Offerings)
                .Select(offering => about.Institution.Sources.GetValueOrDefault(offering.Source))
                .Any(source => source is not null && !readers.GradesApart(source)))
            return;
        var missing = about.Missing();
        if (await attention.Find(missing.Institution, missing.Id, cancellation) is not null
            && HasResult(about, await dossiers.Read(about.Dossier, cancellation)))
            await held.Release(missing, cancellation);
    }

    /// <summary>What takes back needs no name.</summary>
    private async Task<bool> IsNameless(Doubted about, CancellationToken cancellation) =>
        about.Completion.Kind != CompletionKind.Undone
        && await learners.Find(about.Institution, about.Learner, cancellation) is { HasName: false };

    private static bool HasResult(Doubted about, Dossier dossier)
    {
        var since = dossier.Awards is [.., var last] ? FreshSince(about, last) : null;
        return dossier.Evidence.Any(item => item.HasResult && !(item.At < since)) || (dossier.Awards.Count > 0 && since is null);
    }

    /// <summary>From when on a result is one for what comes after an award; null where nothing comes after it.</summary>
    private static DateTimeOffset? FreshSince(Doubted about, Award award)
    {
        var since = award.State == AwardState.Revoked
            ? award.StateSince
            : award.ValidUntil?.AddDays(-(about.MicroCredential.InVersion(award.Decision.Version).RenewalDays ?? 0));
        return since <= about.Completion.At ? since : null;
    }
}

/// <summary>A completion of a known learner, before it counts for a micro-credential.</summary>
/// <param name="Institution">The tenant.</param>
/// <param name="Source">The source.</param>
/// <param name="Learner">The learner, by opaque id.</param>
/// <param name="MicroCredential">What it may decide.</param>
/// <param name="Completion">The completion.</param>
/// <param name="Of">What of it is doubted.</param>
internal sealed record Doubted(
    Institution Institution,
    Source Source,
    string Learner,
    MicroCredential MicroCredential,
    Completion Completion,
    IReadOnlyList<Doubt> Of)
{
    /// <summary>The dossier that it may decide.</summary>
    public DossierId Dossier => DossierId.Of(Institution.Id, Learner, MicroCredential.Code);

    /// <summary>The item for the first doubt that could decide; null where none could.</summary>
    public AttentionItem? Item() =>
        Of.OrderByDescending(doubt => doubt.Of == DoubtKind.Time)
            .FirstOrDefault(doubt => doubt.CouldDecide(Completion, MicroCredential)) switch
        {
            null => null,
            { Of: DoubtKind.Time } time => UncertainTime.Of(Institution, Subject(), time.Figure),
            var result => UncertainResult.Of(Institution, Subject(), result.Figure),
        };

    /// <summary>The item for a missing result.</summary>
    public AttentionItem Missing() => ResultMissing.Of(Institution, Learner, MicroCredential.Code);

    /// <summary>The item for a missing name.</summary>
    public AttentionItem Nameless() => NameMissing.Of(Institution, Learner, MicroCredential.Code);

    /// <summary>The items for which it may wait, whatever the doubt.</summary>
    public IEnumerable<AttentionItem> Items() =>
        [UncertainResult.Of(Institution, Subject()), UncertainTime.Of(Institution, Subject()), Missing(), Nameless()];

    /// <inheritdoc cref="Doubtfulness.LacksResult"/>
    public bool LacksResult(bool gradesApart) => Doubtfulness.LacksResult(
        Completion,
        MicroCredential,
        MicroCredential.On(Institution.DayOf(Completion.At)),
        Source,
        gradesApart);

    private ResultSubject Subject() => new(
        Source.Name,
        Learner,
        MicroCredential.Code,
        string.Join(" · ", new[] { Course, Completion.Assessment, Completion.Attempt }.OfType<string>()));

    private string? Course => Completion.Courses is [var course, ..] ? course : null;
}
