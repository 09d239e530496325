using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using IntegrationHub.Cli.Keys;
using IntegrationHub.Cli.Shell;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Model.Kinds;

namespace IntegrationHub.Cli.Sources;

/// <summary><c>hub sources secret</c>: makes a source's secrets, prints them once with how to store and how to replace them.</summary>
internal static class SecretCommand
{
    private const int DaysSideBySide = 14;

    public static Command Create(Workspace workspace, Screen screen)
    {
        var (name, folder, json) = (SourcesCommand.Source(), SourcesCommand.Folder(), Options.Json());
        var purpose = Options.Text("--purpose", "sources.purpose");
        var keyPair = new Option<bool>("--key-pair") { Description = Texts.Get("sources.keyPair") };
        var command = new Command("secret", Texts.Get("sources.secret")) { name, purpose, keyPair, folder, json };
        command.SetAction(
            async (parsed, cancellation) =>
            {
                var source = SourceList.Named(
                    parsed.GetRequiredValue(name),
                    await SourceList.Read(workspace, screen, parsed.GetValue(folder), cancellation));
                if (parsed.GetValue(keyPair) && source.Authentication != AuthenticationSchemes.StandardWebhooks)
                    throw new CliException(Texts.Get("sources.noKeyPair", source.Name, source.Authentication));
                var made = Wanted(source, parsed.GetValue(purpose), workspace.Kinds)
                    .Select(wanted => NewSecret.Make(source, wanted, parsed.GetValue(keyPair)))
                    .ToList();
                if (parsed.GetValue(json))
                    screen.Json(Json(source, made));
                else
                    Print(screen, source, made);
                return 0;
            });
        return command;
    }

    private static IReadOnlyList<string> Wanted(SourceInfo source, string? only, ConnectorKinds kinds)
    {
        var purposes = NewSecret.Purposes(source, kinds);
        if (purposes.Count == 0)
            throw new CliException(Texts.Get("sources.noSecret", source.Name, source.Authentication));
        return only is null ? purposes
            : purposes.Contains(only) ? [only]
            : throw new CliException(Texts.Get("sources.noPurpose", source.Name, only, string.Join(", ", purposes)));
    }

    private static void Print(Screen screen, SourceInfo source, IReadOnlyList<NewSecret> made)
    {
        screen.Line(Texts.Get("sources.once", source.Name));
        foreach (var secret in made)
        {
            screen.Line();
            screen.Line($"{secret.Setting}={secret.Value}");
            if (secret.AtTheSender is { } other)
                screen.Line(Texts.Get("sources.otherHalf", other));
        }

        screen.Line();
        screen.Line(Texts.Get("sources.store"));
        KeyVault.Print(screen, made.Select(secret => secret.Setting));
        screen.Line(Texts.Get("sources.storeHere"));
        foreach (var secret in made)
            screen.Line($"  \"{secret.Setting}\": \"…\"");
        screen.Line();
        screen.Line(Texts.Get("sources.enter", source.Name));
        screen.Line();
        screen.Line(Texts.Get("sources.replace", $"{source.Institution}/institution.yaml"));
        screen.Line("    secrets:");
        foreach (var secret in made)
            screen.Line($"      {secret.Purpose}: {{ current: {Next(secret.Setting)}, previous: {secret.Setting}, until: {End} }}");
    }

    private static JsonObject Json(SourceInfo source, IReadOnlyList<NewSecret> made) =>
        new()
        {
            ["source"] = source.Name,
            ["settings"] = new JsonObject(made.Select(secret => KeyValuePair.Create(secret.Setting, (JsonNode?)secret.Value))),
            ["sender"] = new JsonObject(made.Select(secret => KeyValuePair.Create(secret.Purpose, (JsonNode?)secret.Shown))),
        };

    // Two names take turns: after the next replacement the first is free again.
    private static string Next(string setting) => setting.EndsWith("_2", StringComparison.Ordinal) ? setting[..^2] : $"{setting}_2";

    private static string End =>
        TimeProvider.System.GetUtcNow().AddDays(DaysSideBySide).ToString("yyyy-MM-dd'T'00:00:00'Z'", CultureInfo.InvariantCulture);
}
