using IntegrationHub.Core.Messaging;
using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Rules;

namespace IntegrationHub.Core.Awarding;

/// <summary>News of a dossier that no source sent: what people decided, and what became of the awards it rests on.</summary>
public sealed class DossierHandler(IInstitutions institutions, IDossiers dossiers, Decider decider, EventRegistry events)
    : IHandle<ActDecided>, IHandle<EvidenceMove>, IHandle<AwardChanged>, IHandle<CredentialRecognition>
{
    /// <inheritdoc/>
    public Task Handle(ActDecided command, Envelope envelope, CancellationToken cancellation)
    {
        var institution = institutions.Get(envelope.Institution);
        return decider.Decide(
            envelope.Id,
            institution,
            command.About.Learner,
            institution.Entry(command.About.MicroCredential),
            new([], Act: command.Act),
            cancellation);
    }

    /// <summary>There first, then away here: what is cut short between the two is done again, and nothing is lost.</summary>
    public async Task Handle(EvidenceMove move, Envelope envelope, CancellationToken cancellation)
    {
        var institution = institutions.Get(envelope.Institution);
        var entry = institution.Entry(move.From.MicroCredential);
        var dossier = await dossiers.Read(DossierId.Of(institution.Id, move.From.Learner, entry.Code), cancellation);
        var facts = new Facts(dossier.Evidence, dossier.Parts, [.. dossier.Acts.Where(act => act.Id != move.Id)])
        {
            Issued = Issued.Of(dossier),
        };
        var verdict = Rulebook.Decide(institution, entry, facts);
        var earned = verdict.Awards.FirstOrDefault(earned => earned.Cycle == move.From.Cycle)?.Evidence;
        var settled = verdict.Awards.SelectMany(other => other.Evidence).ToHashSet();
        var moved = dossier
            .Evidence.Where(item => item.At <= move.At && (earned?.Contains(item.EventId) ?? !settled.Contains(item.EventId)))
            .ToList();
        if (moved.Count > 0)
        {
            await decider.Decide(envelope.Id, institution, move.To, entry, new(moved), cancellation);
            await events.Moved(envelope.Id, institution, moved, new(move.To, entry.Code), cancellation);
        }

        await decider.Decide(envelope.Id, institution, move.From.Learner, entry, new([], Act: move.Act), cancellation);
    }

    /// <inheritdoc/>
    public async Task Handle(AwardChanged changed, Envelope envelope, CancellationToken cancellation)
    {
        var (institution, id) = (institutions.Get(envelope.Institution), changed.Award);
        var dossier = await dossiers.Read(id.Dossier, cancellation);
        var found = dossier.Award(id.Cycle) ?? throw new FormatException($"There is no award {id}.");
        var resting = institution.MicroCredentials.GetValueOrDefault(changed.Resting);
        if (resting is not null)
            await decider.Decide(
                envelope.Id,
                institution,
                found.Learner,
                resting,
                new([], Part: HeldCredentials.Of(institution, found)),
                cancellation);
    }

    /// <summary>What the institution recognises no more, or nothing rests on any more, does not count.</summary>
    public async Task Handle(CredentialRecognition recognition, Envelope envelope, CancellationToken cancellation)
    {
        var institution = institutions.Get(envelope.Institution);
        if (institution.Recognised.GetValueOrDefault(recognition.Name) is { } recognised
            && institution.MicroCredentials.GetValueOrDefault(recognition.MicroCredential) is { } resting)
            await decider.Decide(
                envelope.Id,
                institution,
                recognition.Learner,
                resting,
                new([], Part: recognition.PartOf(recognised)),
                cancellation);
    }
}
