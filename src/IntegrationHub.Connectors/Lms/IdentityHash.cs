using System.Security.Cryptography;
using System.Text;
using IntegrationHub.Core;

namespace IntegrationHub.Connectors.Lms;

/// <summary>The id of an event whose sender gives none: a hash of what stays the same when it is sent again, never of arrival.</summary>
internal static class IdentityHash
{
    /// <summary>The hash of parts in their order; absent is not the same as empty.</summary>
    public static string Of(params IEnumerable<string?> parts)
    {
        // With the length before each part no two lists of parts read the same.
        var identity = string.Join('\n', parts.Select(part => part is null ? "-" : $"{part.Length}:{part}"));
        return Base32.Encode(SHA256.HashData(Encoding.UTF8.GetBytes(identity)).AsSpan(0, 20));
    }

    /// <summary>
    /// The hash of a completion: who, what, which attempt, when, with which result: a sender may know no more than the day.
    /// </summary>
    public static string Of(IntegrationHub.Core.Model.Completions.Completion completion) => Of(
    [
        completion.EventName,
        .. completion.Learner.Select(reference => $"{reference.Kind}={reference.Value}"),
        null,
        .. completion.Courses,
        null,
        completion.Assessment,
        completion.Attempt,
        completion.At.UtcDateTime.ToString("O"),
        $"{completion.Kind}",
        completion.Score is { } score ? FormattableString.Invariant($"{score.Raw}/{score.Min}/{score.Max}") : null,
        completion.Letter,
        $"{completion.Passed}",
    ]);
}
