using System.CommandLine;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using IntegrationHub.Cli.Shell;
using IntegrationHub.OpenBadges.Keys;

namespace IntegrationHub.Cli.Keys;

internal static partial class KeysCommand
{
    public static Command Create(Screen screen) => new("keys", Texts.Get("keys.help")) { New(screen) };

    private static Command New(Screen screen)
    {
        var institution = new Argument<string>("INSTITUTION")
        {
            Description = Texts.Get("option.institution"),
            DefaultValueFactory = _ => Options.UsualInstitution,
        };
        var json = Options.Json();
        json.Description = Texts.Get("keys.json");
        institution.Validators.Add(result =>
        {
            if (!InstitutionId().IsMatch(result.GetValueOrDefault<string>()))
                result.AddError(Texts.Get("keys.institution"));
        });
        var command = new Command("new", Texts.Get("keys.new")) { institution, json };
        command.SetAction(parsed =>
        {
            var made = new IssuerSettings(parsed.GetRequiredValue(institution), NewKeys.Generate());
            if (parsed.GetValue(json))
                screen.Json(made.ToJson());
            else
                Print(screen, made);
        });
        return command;
    }

    private static void Print(Screen screen, IssuerSettings made)
    {
        screen.Line(Texts.Get("keys.once", made.Institution));
        foreach (var (setting, value) in made.Values)
        {
            screen.Line();
            screen.Line($"{setting}={value}");
        }
        screen.Line();
        screen.Line(Texts.Get("keys.store"));
        KeyVault.Print(screen, made.Values.Select(value => value.Setting));
        screen.Line();
        screen.Line(Texts.Get("keys.file", made.Institution));
        screen.Line("  issuer:");
        screen.Line($"    ed25519: {made.Ed25519}");
        screen.Line($"    rsa: {made.Rsa}");
        screen.Line();
        screen.Line(Texts.Get("keys.previous"));
        screen.Line("    previous:");
        screen.Line($"      - multikey: {made.Keys.PublicMultikey}");
        screen.Line($"      - jwk: '{made.Keys.PublicJwk}'");
        screen.Line();
        screen.Line(Texts.Get("keys.rotate"));
    }

    [GeneratedRegex(@"^[a-z][a-z0-9]{0,39}\z")]
    private static partial Regex InstitutionId();

    /// <summary>New keys with the names of the settings that hold them.</summary>
    private sealed record IssuerSettings(string Institution, NewKeys Keys)
    {
        public string Ed25519 => $"{Institution.ToUpperInvariant()}_ISSUER_ED25519";

        public string Rsa => $"{Institution.ToUpperInvariant()}_ISSUER_RSA";

        public (string Setting, string Value)[] Values => [(Ed25519, Keys.Ed25519Seed), (Rsa, Keys.RsaPkcs8)];

        public JsonObject ToJson() => new()
        {
            ["institution"] = Institution,
            ["settings"] = new JsonObject(Values.Select(pair => KeyValuePair.Create(pair.Setting, (JsonNode?)pair.Value))),
            ["public"] = new JsonObject { ["multikey"] = Keys.PublicMultikey, ["jwk"] = JsonNode.Parse(Keys.PublicJwk) },
        };
    }
}
