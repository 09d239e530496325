using IntegrationHub.Core.Attention;

namespace IntegrationHub.Core.Learners;

/// <inheritdoc cref="IStudentNumbers"/>
public sealed class StudentNumbers(ILearners learners) : IStudentNumbers
{
    /// <inheritdoc/>
    public async Task<string?> Of(string institution, string learner, CancellationToken cancellation) =>
        (await learners.Find(institution, learner, cancellation))?.StudentNumber;
}
