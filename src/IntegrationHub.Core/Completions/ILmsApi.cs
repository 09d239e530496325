using IntegrationHub.Core.Institutions;

namespace IntegrationHub.Core.Completions;

/// <summary>The API of an LMS: what its deliveries leave out.</summary>
public interface ILmsApi
{
    /// <summary>Which <see cref="Connection.Kind"/> it serves.</summary>
    string Kind { get; }

    /// <summary>A user of the LMS, or null where it knows none by that id.</summary>
    /// <exception cref="Outside.OutsideException">The LMS did not answer, or refused.</exception>
    Task<LmsUser?> FindUser(Institution institution, Connection connection, string id, CancellationToken cancellation);
}

/// <summary>A user as the LMS knows them.</summary>
/// <param name="Id">The LMS's own id.</param>
/// <param name="StudentNumber">The student number that was given to the LMS (Canvas: SIS id; Moodle: ID number); null where none was.</param>
/// <param name="Login">The login; null where it is not told.</param>
/// <param name="Email">The e-mail address; null where it is not told.</param>
public sealed record LmsUser(string Id, string? StudentNumber, string? Login, string? Email)
{
    /// <summary>Everything that it tells of the learner, the surest first.</summary>
    public IReadOnlyList<LearnerReference> References()
    {
        (LearnerReferenceKind Kind, string? Value)[] all =
            [(LearnerReferenceKind.StudentNumber, StudentNumber), (LearnerReferenceKind.LmsId, Id), (LearnerReferenceKind.Login, Login), (LearnerReferenceKind.Email, Email)];
        return [.. all.Where(one => !string.IsNullOrWhiteSpace(one.Value)).Select(one => new LearnerReference(one.Kind, one.Value!.Trim()))];
    }

    /// <inheritdoc/>
    public override string ToString() => Id;
}
