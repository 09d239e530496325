using IntegrationHub.Core.Model.Institutions;

namespace IntegrationHub.Core.Learners;

/// <summary>The SIS as the place where a person is found.</summary>
public interface IPersonDirectory
{
    /// <summary>Which <see cref="Connection.Kind"/> it serves.</summary>
    string Kind { get; }

    /// <summary>The person with a student number, or null where the SIS knows none.</summary>
    /// <exception cref="IntegrationHub.Core.Failures.OutsideException">The SIS did not answer, or refused; "refused" also where several
    /// people match.</exception>
    Task<Person?> FindPerson(Institution institution, Connection connection, string studentNumber, CancellationToken cancellation);

    /// <summary>Every person with an e-mail address; none where the SIS knows none.</summary>
    /// <exception cref="IntegrationHub.Core.Failures.OutsideException">The SIS did not answer, or refused.</exception>
    Task<IReadOnlyList<Person>> FindByEmail(Institution institution, Connection connection, string email, CancellationToken cancellation);
}

/// <summary>A person as the SIS knows them.</summary>
/// <param name="PersonId">The SIS's own id.</param>
/// <param name="StudentNumber">The student number.</param>
/// <param name="GivenName">Given name.</param>
/// <param name="FamilyName">Family name.</param>
/// <param name="Email">Preferred e-mail address; null where there is none.</param>
/// <param name="Language"><c>fr</c> or <c>en</c>; null where the SIS does not say.</param>
public sealed record Person(string PersonId, string StudentNumber, string GivenName, string FamilyName, string? Email, string? Language)
{
    /// <summary>The learner that the person is.</summary>
    /// <param name="id">The learner's opaque id.</param>
    /// <param name="institution">Whose language it is where the SIS states none.</param>
    /// <param name="now">When the SIS said so.</param>
    internal Learner AsLearner(string id, Institution institution, DateTimeOffset now) =>
        new(
            id,
            PersonId,
            StudentNumber,
            GivenName.Trim(),
            FamilyName.Trim(),
            Email?.Trim(),
            Language ?? institution.Language)
        {
            AsOf = now,
        };

    /// <inheritdoc/>
    public override string ToString() => PersonId;
}
