using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace IntegrationHub.Core.Model.Completions;

/// <summary>How a source names a learner.</summary>
public enum LearnerReferenceKind
{
    /// <summary>The student number, as the SIS knows it.</summary>
    StudentNumber,

    /// <summary>The LMS's own user id; unique within one source only.</summary>
    LmsId,

    /// <summary>The login of the LMS; unique within one source only.</summary>
    Login,

    /// <summary>An e-mail address.</summary>
    Email,

    /// <summary>Any other name that only a person can match: an OpenID, a hash of an address; unique within one source only.</summary>
    Other,
}

/// <summary>One way in which a source names a learner.</summary>
/// <param name="Kind">Which kind of name.</param>
/// <param name="Value">The name itself: personal data, never logged and never a key.</param>
public sealed partial record LearnerReference(LearnerReferenceKind Kind, string Value)
{
    /// <summary>The value brought to one form, with what makes it unique in the institution.</summary>
    internal string Normalised(string source) => Kind switch
    {
        LearnerReferenceKind.Email => $"email:{Value.Trim().ToLowerInvariant()}",
        LearnerReferenceKind.StudentNumber => $"studentNumber:{Value.Trim().ToUpperInvariant()}",
        LearnerReferenceKind.LmsId => $"lmsId:{source}:{InOneCase(Value.Trim())}",
        LearnerReferenceKind.Login => $"login:{source}:{Value.Trim().ToLowerInvariant()}",
        _ => $"other:{source}:{InOneCase(Value.Trim())}",
    };

    /// <summary>Names whose case means nothing, in lower case: GUIDs, hashes in hexadecimal, and the host of an address.</summary>
    private static string InOneCase(string name) =>
        Guid.TryParse(name, out _) || Hash().IsMatch(name) ? name.ToLowerInvariant()
        : Uri.TryCreate(name, UriKind.Absolute, out var address) && address.Host.Length > 0
            && name.IndexOf(address.Host, StringComparison.OrdinalIgnoreCase) is >= 0 and var at
            ? name[..(at + address.Host.Length)].ToLowerInvariant() + name[(at + address.Host.Length)..]
        : name;

    [GeneratedRegex("^[0-9A-Fa-f]{32,128}$")]
    private static partial Regex Hash();

    /// <summary>The reference that a person can act on: the LMS's own id, else the surest.</summary>
    internal static LearnerReference? BestForAPerson(IReadOnlyList<LearnerReference> references) =>
        references.OrderByDescending(reference => reference.Kind == LearnerReferenceKind.LmsId).FirstOrDefault();

    /// <summary>Whether it names an account of the source, rather than a person anywhere.</summary>
    internal bool IsOfAnAccount => Kind is LearnerReferenceKind.LmsId or LearnerReferenceKind.Login or LearnerReferenceKind.Other;

    /// <summary>The reference as a person reads it on an attention item.</summary>
    internal string Readable => $"{Kind}: {Value}";

    /// <summary>Reads what <see cref="Readable"/> wrote.</summary>
    internal static bool TryParse(string? readable, [NotNullWhen(true)] out LearnerReference? reference)
    {
        reference =
            readable?.Split(": ", 2) is [var kind, var value] && Enum.TryParse<LearnerReferenceKind>(kind, out var known)
                ? new(known, value)
                : null;
        return reference is not null;
    }

    /// <inheritdoc/>
    public override string ToString() => Kind.ToString();
}
