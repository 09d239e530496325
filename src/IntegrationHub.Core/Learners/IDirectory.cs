using IntegrationHub.Core.Model.Completions;
using IntegrationHub.Core.Model.Institutions;

namespace IntegrationHub.Core.Learners;

/// <summary>A directory of an institution's people.</summary>
public interface IDirectory
{
    /// <summary>Which <see cref="Connection.Kind"/> it serves.</summary>
    string Kind { get; }

    /// <summary>The student numbers of the users that the references lead to: none, one, or several where they are not clear.</summary>
    /// <exception cref="IntegrationHub.Core.Failures.OutsideException">The directory did not answer, or refused.</exception>
    Task<IReadOnlyList<string>> StudentNumbers(
        Institution institution,
        Connection connection,
        IReadOnlyList<LearnerReference> references,
        CancellationToken cancellation);
}
