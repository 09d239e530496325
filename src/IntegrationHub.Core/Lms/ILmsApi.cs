using IntegrationHub.Core.Model.Completions;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Outside;

namespace IntegrationHub.Core.Lms;

/// <summary>The API of an LMS: what its deliveries leave out.</summary>
public interface ILmsApi
{
    /// <summary>Which <see cref="Connection.Kind"/> it serves.</summary>
    string Kind { get; }

    /// <summary>A user of the LMS, or null where it knows none by that id.</summary>
    /// <exception cref="IntegrationHub.Core.Failures.OutsideException">The LMS did not answer, or refused.</exception>
    Task<LmsUser?> FindUser(Institution institution, Connection connection, string id, CancellationToken cancellation);

    /// <summary>The courses that a name leads to.</summary>
    /// <param name="paced">To the LMS.</param>
    /// <param name="name">The LMS's id, the SIS id or the code of a course; or a part of the last two.</param>
    /// <param name="isWhole">Whether it is the whole name.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="IntegrationHub.Core.Failures.OutsideException">The LMS did not answer, or refused.</exception>
    Task<IReadOnlyList<LmsCourse>> FindCourses(PacedConnection paced, string name, bool isWhole, CancellationToken cancellation);

    /// <summary>
    /// Reads, part by part, what learners completed and how they were graded; all references that the LMS shows are there, its own id among
    /// them.
    /// </summary>
    /// <param name="paced">To the LMS.</param>
    /// <param name="inquiry">What is asked.</param>
    /// <param name="cursor">What the part before ended with; null for the first.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="IntegrationHub.Core.Failures.OutsideException">The LMS did not answer, or refused.</exception>
    Task<AnswerPart> Read(PacedConnection paced, Inquiry inquiry, string? cursor, CancellationToken cancellation);

    /// <summary>What the LMS has now of a result that an event told, where its events say less than its gradebook.</summary>
    /// <param name="paced">To the LMS.</param>
    /// <param name="told">What the event told; without a score where it only says that there is one.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>The result as it counts; null while it is not graded, or not released to the learner.</returns>
    /// <exception cref="IntegrationHub.Core.Failures.OutsideException">The LMS did not answer.</exception>
    Task<Completion?> Now(PacedConnection paced, Completion told, CancellationToken cancellation) => Task.FromResult<Completion?>(told);
}

/// <summary>A user as the LMS knows them.</summary>
/// <param name="Id">The LMS's own id.</param>
/// <param name="StudentNumber">The student number that was given to the LMS (Canvas: SIS id; Moodle: ID number); null where none
/// was.</param>
/// <param name="Login">The login; null where it is not told.</param>
/// <param name="Email">The e-mail address; null where it is not told.</param>
public sealed record LmsUser(string Id, string? StudentNumber, string? Login, string? Email)
{
    /// <summary>Everything that it tells of the learner, the surest first.</summary>
    public IReadOnlyList<LearnerReference> References()
    {
        (LearnerReferenceKind Kind, string? Value)[] all =
        [
            (LearnerReferenceKind.StudentNumber, StudentNumber),
            (LearnerReferenceKind.LmsId, Id),
            (LearnerReferenceKind.Login, Login),
            (LearnerReferenceKind.Email, Email),
        ];
        return
        [
            .. all.Where(one => !string.IsNullOrWhiteSpace(one.Value)).Select(one => new LearnerReference(one.Kind, one.Value!.Trim())),
        ];
    }

    /// <inheritdoc/>
    public override string ToString() => Id;
}
