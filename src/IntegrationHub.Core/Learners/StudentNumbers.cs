using IntegrationHub.Core.Attention;
using IntegrationHub.Core.Model.Awards;

namespace IntegrationHub.Core.Learners;

/// <inheritdoc cref="IStudentNumbers"/>
public sealed class StudentNumbers(ILearners learners, IDossiers dossiers) : IStudentNumbers
{
    /// <inheritdoc/>
    public async Task<string?> Of(AttentionItem item, CancellationToken cancellation) =>
        (item.Learner ?? await LearnerOf(item.Award, cancellation)) is { } learner
            ? (await learners.Find(item.Institution, learner, cancellation))?.StudentNumber
            : null;

    private async Task<string?> LearnerOf(AwardId? id, CancellationToken cancellation) =>
        id is { } award ? (await dossiers.Read(award.Dossier, cancellation)).Award(award.Cycle)?.Learner : null;
}
