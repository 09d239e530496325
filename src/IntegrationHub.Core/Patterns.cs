using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace IntegrationHub.Core;

/// <summary>
/// Regular expressions out of institutions' files: matched in linear time, whatever the text, and without the culture of the host.
/// </summary>
public static class Patterns
{
    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant;

    /// <summary>Compiles a pattern.</summary>
    /// <exception cref="ArgumentException">It is none, or one that needs backtracking.</exception>
    public static Regex Compile(string pattern) => TryCompile(pattern, out var compiled)
        ? compiled
        : throw new ArgumentException($"'{pattern}' is not a pattern that can be matched without backtracking.", nameof(pattern));

    /// <summary>Compiles a pattern; false where it is none, or needs backtracking (back-references, look-arounds).</summary>
    public static bool TryCompile(string pattern, [NotNullWhen(true)] out Regex? compiled)
    {
        try
        {
            compiled = new(pattern, Options);
            return true;
        }
        catch (Exception fault) when (fault is ArgumentException or NotSupportedException)
        {
            compiled = null;
            return false;
        }
    }
}
