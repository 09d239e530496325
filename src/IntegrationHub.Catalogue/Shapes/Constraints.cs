using System.Text.Json.Nodes;
using IntegrationHub.Catalogue.Yaml;
using IntegrationHub.Core;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Model.MicroCredentials;

namespace IntegrationHub.Catalogue.Shapes;

internal sealed class IdAttribute() : PatternAttribute("id", @"^[a-z][a-z0-9]{0,39}$")
{
    public override BilingualText Remedy => new("Prenez des minuscules sans accent et des chiffres, en commençant par une lettre.", "Use unaccented lowercase letters and digits, beginning with a letter.");
}

internal sealed class NotReservedAttribute() : ConstraintAttribute("id-reserved")
{
    public override bool Accepts(object value) => !SecretNames.IsReserved((string)value);

    public override BilingualText Message(string key, object value) => new(
        $"L'identifiant « {value} » est réservé : des réglages du carrefour ou de sa plateforme commencent ainsi.",
        $"The id “{value}” is reserved: settings of the hub or its platform begin with it.");

    public override BilingualText Remedy => new("Prenez un autre identifiant, et le même nom de dossier.", "Use another id, and the same folder name.");

    public override void Describe(JsonObject schema) =>
        schema["not"] = new JsonObject { ["enum"] = new JsonArray([.. SecretNames.Reserved.Order(StringComparer.Ordinal).Select(id => JsonValue.Create(id))]) };
}

internal sealed class DashedNameAttribute() : PatternAttribute("name", Pattern)
{
    public const string Pattern = "^[a-z][a-z0-9]*(-[a-z0-9]+)*$";

    public static BilingualText HowTo { get; } = new(
        "Prenez des minuscules sans accent, des chiffres et des traits d'union, en commençant par une lettre.",
        "Use unaccented lowercase letters, digits and dashes, beginning with a letter.");

    public override BilingualText Remedy => HowTo;
}

/// <summary>The name of a setting that holds a secret; the value itself must never be in a file, nor in a fault.</summary>
internal sealed class SettingNameAttribute() : PatternAttribute("setting-name", @"^[A-Z][A-Z0-9_]*(:[A-Z0-9_]+)*$")
{
    public override BilingualText Message(string key, object value) => new(
        $"La valeur de « {key} » ressemble à un secret, et non à un nom de réglage.",
        $"The value of “{key}” looks like a secret, not like the name of a setting.");

    public override BilingualText Remedy => new(
        "Mettez le secret dans un réglage (dans Azure : un secret du coffre de clés) et écrivez ici le nom du réglage, p. ex. LACNORD_PEPPER. Remplacez un secret qui a été enregistré dans un fichier.",
        "Put the secret in a setting (in Azure: a Key Vault secret) and write the setting’s name here, e.g. LACNORD_PEPPER. Rotate a secret that was saved in a file.");
}

internal sealed class TimeZoneAttribute() : ConstraintAttribute("time-zone")
{
    public override bool Accepts(object value) => TimeZoneInfo.TryFindSystemTimeZoneById((string)value, out var zone) && zone.HasIanaId;

    public override BilingualText Message(string key, object value) =>
        new($"Le fuseau horaire « {value} » est inconnu.", $"The time zone “{value}” is unknown.");

    public override BilingualText Remedy => new("Prenez un nom IANA, p. ex. America/Toronto.", "Use an IANA name, e.g. America/Toronto.");

    public override void Describe(JsonObject schema) => schema["type"] = "string";
}

internal abstract class KindAttribute(IEnumerable<string> kinds) : ConstraintAttribute("kind")
{
    private readonly string[] _kinds = [.. kinds.Distinct().Order(StringComparer.Ordinal)];

    public override bool Accepts(object value) => _kinds.Contains((string)value);

    public override BilingualText Message(string key, object value) =>
        new($"Le type « {value} » n'existe pas ici.", $"There is no type “{value}” here.");

    public override BilingualText Remedy =>
        new($"Prenez un de : {string.Join(", ", _kinds)}.", $"Use one of: {string.Join(", ", _kinds)}.");

    public override void Describe(JsonObject schema)
    {
        schema["type"] = "string";
        schema["enum"] = new JsonArray([.. _kinds.Select(kind => JsonValue.Create(kind))]);
    }
}

internal sealed class SourceKindAttribute() : KindAttribute(SystemKinds.Sources.Keys);

internal sealed class AuthenticationSchemeAttribute() : KindAttribute(AuthenticationSchemes.All.Keys);

internal sealed class ConnectionKindAttribute() : KindAttribute(SystemKinds.Connections.Keys.Where(key => key.Role != ConnectionRole.Lms).Select(key => key.Kind));

/// <summary>A pattern that a match cannot make run for long.</summary>
internal sealed class RegexTextAttribute() : ConstraintAttribute("pattern")
{
    public override bool Accepts(object value) => Patterns.TryCompile($"(?:{value})", out _);

    public override BilingualText Message(string key, object value) => new(
        $"« {value} » n'est pas une expression régulière, ou elle a besoin de retours en arrière.",
        $"“{value}” is not a regular expression, or it needs backtracking.");

    public override BilingualText Remedy => new(
        "Écrivez une expression régulière, p. ex. '\\d{4}(H|E|A)', sans références arrière ni regards.",
        "Write a regular expression, e.g. '\\d{4}(H|E|A)', without back-references or look-arounds.");

    public override void Describe(JsonObject schema) => schema["type"] = "string";
}

/// <summary>A pattern with a group, that a match cannot make run for long.</summary>
internal sealed class RegexGroupAttribute() : ConstraintAttribute("pattern")
{
    public override bool Accepts(object value) => Patterns.TryCompile((string)value, out var pattern) && pattern.GetGroupNumbers().Length > 1;

    public override BilingualText Message(string key, object value) => new(
        $"« {value} » n'est pas une expression régulière avec un groupe, ou elle a besoin de retours en arrière.",
        $"“{value}” is not a regular expression with a group, or it needs backtracking.");

    public override BilingualText Remedy => new(
        "Écrivez une expression régulière dont le premier groupe est la valeur à utiliser, p. ex. '^s(\\d{9})$', sans références arrière ni regards.",
        "Write a regular expression whose first group is the value to use, e.g. '^s(\\d{9})$', without back-references or look-arounds.");

    public override void Describe(JsonObject schema) => schema["type"] = "string";
}

internal sealed class AboveZeroAttribute() : NumberAttribute("above-zero", above: 0)
{
    public override BilingualText Remedy => new("Prenez un nombre au-dessus de 0.", "Use a number greater than 0.");
}

internal sealed class FromOneAttribute() : NumberAttribute("from-one", from: 1)
{
    public override BilingualText Remedy => new("Prenez un nombre entier à partir de 1.", "Use a whole number, 1 or greater.");
}

internal sealed class PercentAttribute() : NumberAttribute("percent", above: 0, upTo: 100)
{
    public override BilingualText Remedy => new("Prenez un pourcentage au-dessus de 0 et d'au plus 100.", "Use a percentage greater than 0 and at most 100.");
}
