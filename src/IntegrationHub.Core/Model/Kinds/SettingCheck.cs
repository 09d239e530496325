using IntegrationHub.Core.Model.MicroCredentials;

namespace IntegrationHub.Core.Model.Kinds;

/// <summary>What a kind's own rules say against values, beyond which must be there; lint adds file and place.</summary>
/// <param name="given">The values by name.</param>
public delegate IEnumerable<SettingFault> SettingCheck(IReadOnlyDictionary<string, string> given);

/// <summary>A fault in what a file gives to a system.</summary>
/// <param name="Setting">The name at whose value the fault stands; null for the kind itself.</param>
/// <param name="Rule">The rule's name, e.g. <c>field-path</c>.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Remedy">What to do.</param>
public sealed record SettingFault(string? Setting, string Rule, BilingualText Message, BilingualText Remedy)
{
    /// <summary>Whether the name itself is at fault, not its value.</summary>
    public bool IsOfTheName { get; init; }
}
