using IntegrationHub.Core.Model.MicroCredentials;

namespace IntegrationHub.Core.Model.Kinds;

/// <summary>One name that a file may give to a system: a setting, the purpose of a secret, or a member of a record.</summary>
/// <param name="Name">As files write it, e.g. <c>courseGrades</c>.</param>
/// <param name="Means">What it says, for people who fill it in; no sentence.</param>
public sealed record Setting(string Name, BilingualText Means)
{
    /// <summary>Whether it must be given.</summary>
    public bool IsRequired { get; init; }

    /// <summary>The values that it takes, the one that counts by default first; empty where any text will do.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>What counts where it is not given; null where nothing does.</summary>
    public string? Default { get; init; }

    /// <summary>A value to show in examples; one that may be left out is in them only with it.</summary>
    public string? Example { get; init; }

    /// <summary>One that must be given.</summary>
    public static Setting Required(string name, string fr, string en) => new(name, new(fr, en)) { IsRequired = true };

    /// <summary>One that may be left out.</summary>
    public static Setting Optional(string name, string fr, string en) => new(name, new(fr, en));

    /// <summary>One that may be left out and takes one of a few values.</summary>
    public static Setting Choice(string name, IReadOnlyList<string> choices, string fr, string en) =>
        new(name, new(fr, en)) { Choices = choices, Default = choices[0] };
}
