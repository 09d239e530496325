using IntegrationHub.Core.Messaging;
using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Rules;

namespace IntegrationHub.Core.Awarding;

/// <summary>News of a dossier that no source sent: what people decided, and what became of the awards it rests on.</summary>
public sealed class DossierStage(IInstitutions institutions, IDossiers dossiers, Decider decider, EventRegistry events)
{
    /// <summary>Handles one message.</summary>
    public Task Handle(Envelope envelope, CancellationToken cancellation) => envelope.Kind switch
    {
        MessageKinds.Act => Act(envelope, ActCommand.Parse(envelope.Ref), cancellation),
        MessageKinds.Recognition => Recognise(envelope, Recognition.Parse(envelope.Ref), cancellation),
        MessageKinds.Move => Move(envelope, IntegrationHub.Core.Model.Awards.MoveCommand.Parse(envelope.Ref), cancellation),
        _ => Part(envelope, cancellation),
    };

    private Task Act(Envelope envelope, ActCommand command, CancellationToken cancellation)
    {
        var institution = institutions.Get(envelope.Institution);
        return decider.Decide(envelope.Id, institution, command.About.Learner, institution.Entry(command.About.MicroCredential), new([], Act: command.Act), cancellation);
    }

    /// <summary>There first, then away here: what is cut short between the two is done again, and nothing is lost.</summary>
    private async Task Move(Envelope envelope, MoveCommand move, CancellationToken cancellation)
    {
        var institution = institutions.Get(envelope.Institution);
        var entry = institution.Entry(move.From.MicroCredential);
        var dossier = await dossiers.Read(DossierId.Of(institution.Id, move.From.Learner, entry.Code), cancellation);
        var facts = new Facts(dossier.Evidence, dossier.Parts, [.. dossier.Acts.Where(act => act.Id != move.Id)]) { Issued = Issued.Of(dossier) };
        var verdict = Rulebook.Decide(institution, entry, facts);
        var earned = verdict.Awards.FirstOrDefault(earned => earned.Cycle == move.From.Cycle)?.Evidence;
        var settled = verdict.Awards.SelectMany(other => other.Evidence).ToHashSet();
        var moved = dossier.Evidence.Where(item => item.At <= move.At && (earned?.Contains(item.EventId) ?? !settled.Contains(item.EventId))).ToList();
        if (moved.Count > 0)
        {
            await decider.Decide(envelope.Id, institution, move.To, entry, new(moved), cancellation);
            await events.Moved(envelope.Id, institution, moved, new(move.To, entry.Code), cancellation);
        }

        await decider.Decide(envelope.Id, institution, move.From.Learner, entry, new([], Act: move.Act), cancellation);
    }

    private async Task Part(Envelope envelope, CancellationToken cancellation)
    {
        if (envelope.Ref?.Split('/') is not [var award, var code])
            throw new FormatException($"A '{envelope.Kind}' message refers to '{envelope.Ref}', not to award/micro-credential.");
        var institution = institutions.Get(envelope.Institution);
        var id = AwardId.Parse(award);
        var dossier = await dossiers.Read(id.Dossier, cancellation);
        var found = dossier.Award(id.Cycle) ?? throw new FormatException($"There is no award {id}.");
        var resting = institution.MicroCredentials.GetValueOrDefault(code);
        if (resting is not null)
            await decider.Decide(envelope.Id, institution, found.Learner, resting, new([], Part: HeldCredentials.Of(institution, found)), cancellation);
    }

    /// <summary>What the institution recognises no more, or nothing rests on any more, does not count.</summary>
    private async Task Recognise(Envelope envelope, Recognition recognition, CancellationToken cancellation)
    {
        var institution = institutions.Get(envelope.Institution);
        if (institution.Recognised.GetValueOrDefault(recognition.Name) is { } recognised
            && institution.MicroCredentials.GetValueOrDefault(recognition.MicroCredential) is { } resting)
            await decider.Decide(envelope.Id, institution, recognition.Learner, resting, new([], Part: recognition.PartOf(recognised)), cancellation);
    }
}
