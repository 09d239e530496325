using IntegrationHub.Core.Learners;
using IntegrationHub.Core.Messaging;
using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Core.Model.Completions;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Model.MicroCredentials;

namespace IntegrationHub.Core.Awarding;

/// <summary>Lets verified credentials of other houses count: a command for every dossier of the learner that may rest on one.</summary>
public sealed class RecognitionCommands(IDossiers dossiers, ILearners learners, LearnerMatcher matcher, IQueues queues)
{
    /// <summary>The learner of a student number, as the SIS knows the person now; null where it knows nobody.</summary>
    /// <exception cref="IntegrationHub.Core.Failures.OutsideException">The SIS did not answer.</exception>
    public async Task<Learner?> Student(Institution institution, string studentNumber, CancellationToken cancellation) =>
        await matcher.Remember(
            institution,
            source: "",
            studentNumber,
            [new(LearnerReferenceKind.StudentNumber, studentNumber)],
            isAnswer: false,
            cancellation)
            is { } id
            ? await learners.Find(institution.Id, id, cancellation)
            : null;

    /// <summary>
    /// Lets a credential count. One that its issuer has taken back ends where it counted before, and nowhere else is heard of.
    /// </summary>
    /// <returns>The micro-credentials that may rest on it, and were told.</returns>
    public async Task<IReadOnlyList<MicroCredential>> Count(
        Institution institution,
        string learner,
        RecognisedCredential recognised,
        ExternalCredential credential,
        CancellationToken cancellation)
    {
        var told = new List<MicroCredential>();
        foreach (var resting in institution.Offerings.RestingOn(recognised.Name))
        {
            if (credential.IsTakenBack && !await Counted(DossierId.Of(institution.Id, learner, resting.Code), credential.Id, cancellation))
                continue;
            await queues.Send(
                TrackingId.New(),
                new CredentialRecognition(institution.Id, learner, resting.Code, recognised.Name, credential),
                cancellation);
            told.Add(resting);
        }

        return told;
    }

    private async Task<bool> Counted(DossierId id, string credential, CancellationToken cancellation) =>
        (await dossiers.Read(id, cancellation)).Parts.Any(part => part.Award == credential);
}
