using System.Text.RegularExpressions;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Model.Kinds;

namespace IntegrationHub.Catalogue.Yaml;

/// <summary>
/// What files find in their host: what <c>%Name%</c> stands for, names of secrets, and the kinds of systems that it has
/// connectors for.
/// </summary>
internal sealed partial class HostSettings(Func<string, string?> find, ConnectorKinds kinds)
{
    /// <summary>
    /// Every name that <c>%Name%</c> may be, to the letter; none holds a secret, for what a file is filled with is shown and sent.
    /// </summary>
    public static IReadOnlyList<string> Placeholders { get; } = ["DidHost", "PublicBaseUrl", "SandboxUrl"];

    /// <summary>The kinds of systems that files may name.</summary>
    public ConnectorKinds Kinds => kinds;

    /// <summary>Which settings the files may name as secrets.</summary>
    public SecretNames Secrets { get; } = new(find);

    /// <summary>The text with every <c>%Name%</c> replaced; reports the names that are not allowed, or not set.</summary>
    public string Replace(string text, Action<string> unknown) => Placeholder().Replace(text, match =>
    {
        var name = match.Groups[1].Value;
        if (Placeholders.Contains(name) && find(name) is { Length: > 0 } value)
            return value;
        unknown(name);
        return match.Value;
    });

    /// <summary>Whether a <c>%Name%</c> is left in the text: its setting is not allowed or not set, which is a fault of its own.</summary>
    public static bool IsOpen(string text) => Placeholder().IsMatch(text);

    // %C3%A9 is a percent-encoded letter, not a name: two hexadecimal digits are left alone.
    [GeneratedRegex("%(?![0-9A-Fa-f]{2}%)([A-Za-z_][A-Za-z0-9_:.-]*)%")]
    private static partial Regex Placeholder();
}
