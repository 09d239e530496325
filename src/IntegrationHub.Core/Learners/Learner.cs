using IntegrationHub.Core.Model.Completions;

namespace IntegrationHub.Core.Learners;

/// <summary>A person who learns: the one place where the hub keeps personal data.</summary>
/// <param name="Id">Opaque id: <see cref="LookupKey"/> of the SIS's person.</param>
/// <param name="PersonId">The SIS's own id of the person (Ethos: a GUID).</param>
/// <param name="StudentNumber">The student number.</param>
/// <param name="GivenName">Given name.</param>
/// <param name="FamilyName">Family name.</param>
/// <param name="Email">E-mail address; null where the SIS has none.</param>
/// <param name="Language"><c>fr</c> or <c>en</c>.</param>
public sealed record Learner(
    string Id,
    string PersonId,
    string StudentNumber,
    string GivenName,
    string FamilyName,
    string? Email,
    string Language)
{
    /// <summary>When the SIS last said so; null in rows of earlier releases, which it is asked about anew.</summary>
    public DateTimeOffset? AsOf { get; init; }

    /// <summary>Given name and family name; whoever has one name only has that one; empty where the SIS states none.</summary>
    public string FullName => $"{GivenName} {FamilyName}".Trim();

    /// <summary>How a letter addresses the learner.</summary>
    public string CallName => string.IsNullOrWhiteSpace(GivenName) ? FullName : GivenName;

    /// <summary>Whether the SIS states a name: a credential without one would be nobody's.</summary>
    public bool HasName => FullName.Length > 0;

    /// <summary>The learner's own student number as a name.</summary>
    internal LearnerReference Number => new(LearnerReferenceKind.StudentNumber, StudentNumber);

    /// <inheritdoc/>
    public override string ToString() => Id;
}
