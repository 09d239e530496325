using IntegrationHub.Core.Erasure;
using IntegrationHub.Core.Failures;
using IntegrationHub.Core.Learners;
using IntegrationHub.Core.Messaging;
using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Core.Model.Completions;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Model.MicroCredentials;

namespace IntegrationHub.Core.Reconciliation;

/// <summary>Tells what the hub has of an LMS's answer, by its meaning.</summary>
public sealed class Reconciler(
    LearnerMatcher matcher, IDossiers dossiers, IErasures erasures, WaitingCompletions waiting, IQueues queues)
{
    /// <summary>Tells what is new.</summary>
    /// <param name="institution">The tenant.</param>
    /// <param name="source">The source.</param>
    /// <param name="told">What its LMS told.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>What never came, and how many the hub has.</returns>
    /// <exception cref="OutsideException">Who a learner is cannot be asked now.</exception>
    public async Task<(IReadOnlyList<Completion> News, int Known)> Compare(
        Institution institution,
        Source source,
        IReadOnlyList<Completion> told,
        CancellationToken cancellation)
    {
        var news = new List<Completion>();
        var known = 0;
        var offerings = institution.Offerings;
        foreach (var completion in told.Select(one => CompletionEquivalence.Identified(one).SpeltAs(offerings, source.Name)))
        {
            var offered = completion.Offered(offerings, source.Name);
            if (offered.Kind != OfferingMatchKind.Found)
                continue;
            if (await IsThere(institution, source, completion, offered.MicroCredentials, cancellation))
                known++;
            else
                news.Add(completion);
        }

        return (news, known);
    }

    private async Task<bool> IsThere(
        Institution institution,
        Source source,
        Completion completion,
        IReadOnlyList<MicroCredential> offered,
        CancellationToken cancellation)
    {
        var wasKnown = await IsKnown(institution, source, completion, cancellation);
        if (await Learner(institution, source, completion, cancellation) is not { } learner)
            return await waiting.Hold(institution, source, completion, cancellation);
        if ((await erasures.Find(institution.Id, learner, cancellation))?.Asked >= completion.At)
        {
            // Where to ask who it is has brought the person back, the erasure is done again. Who came back by a new
            // completion stays; what is older than the erasure is taken in from neither.
            if (!wasKnown)
                await queues.Send(TrackingId.New(), new EraseLearner(institution.Id, learner), cancellation);
            return true;
        }

        foreach (var microCredential in offered)
        {
            var dossier = await dossiers.Read(DossierId.Of(institution.Id, learner, microCredential.Code), cancellation);
            if (!dossier.Evidence.Any(evidence => evidence.Source == source.Name && completion.IsSaidBy(evidence))
                && !await waiting.Hold(institution, source, learner, microCredential, completion, cancellation))
                return false;
        }

        return true;
    }

    private async Task<bool> IsKnown(Institution institution, Source source, Completion completion, CancellationToken cancellation)
    {
        foreach (var reference in completion.Learner)
        {
            if (await matcher.Known(institution, source.Name, reference, cancellation) is not null)
                return true;
        }

        return false;
    }

    private async Task<string?> Learner(Institution institution, Source source, Completion completion, CancellationToken cancellation)
    {
        try
        {
            return (await matcher.Match(institution, source, completion.Learner, cancellation)).Learner;
        }
        catch (OutsideException refusal) when (!refusal.IsTransient)
        {
            return null; // It is taken in, and then a person is asked.
        }
    }
}
