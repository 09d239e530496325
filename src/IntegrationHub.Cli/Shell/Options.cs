using System.CommandLine;

namespace IntegrationHub.Cli.Shell;

/// <summary>Options that several commands share.</summary>
internal static class Options
{
    public const string UsualInstitution = "lacnord";

    public static Option<bool> Json() => new("--json") { Description = Texts.Get("option.json") };

    public static Option<string> Institution() =>
        new("--institution") { Description = Texts.Get("option.institution"), DefaultValueFactory = _ => UsualInstitution };

    public static Option<string?> Text(string name, string help) => new(name) { Description = Texts.Get(help) };
}
