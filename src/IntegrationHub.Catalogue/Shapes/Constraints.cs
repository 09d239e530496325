using System.Text.Json.Nodes;
using IntegrationHub.Catalogue.Yaml;
using IntegrationHub.Core;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Model.MicroCredentials;

namespace IntegrationHub.Catalogue.Shapes;

internal sealed class IdAttribute() : PatternAttribute("id", @"^[a-z][a-z0-9]{0,39}$")
{
    public override BilingualText Remedy =>
        new(
            "Prenez des minuscules sans accent et des chiffres, une lettre d’abord.",
            "Use unaccented lower-case letters and digits, a letter first.");
}

internal sealed class NotReservedAttribute() : ConstraintAttribute("id-reserved")
{
    public override bool Accepts(object value) => !SecretNames.IsReserved((string)value);

    public override BilingualText Message(string key, object value) =>
        new(
            $"L’identifiant «\u00a0{value}\u00a0» est réservé\u00a0: des réglages du carrefour ou de sa plateforme commencent ainsi.",
            $"The id “{value}” is reserved: settings of the hub or its platform begin with it.");

    public override BilingualText Remedy =>
        new("Prenez un autre identifiant, et le même nom de dossier.", "Use another id, and the same folder name.");

    public override void Describe(JsonObject schema) =>
        schema["not"] = new JsonObject
        {
            ["enum"] = new JsonArray([.. SecretNames.Reserved.Order(StringComparer.Ordinal).Select(id => JsonValue.Create(id))]),
        };
}

internal sealed class DashedNameAttribute() : PatternAttribute("name", Pattern)
{
    public const string Pattern = "^[a-z][a-z0-9]*(-[a-z0-9]+)*$";

    public static BilingualText HowTo { get; } =
        new(
            "Prenez des minuscules sans accent, des chiffres et des traits d’union, une lettre d’abord.",
            "Use unaccented lower-case letters, digits and dashes, a letter first.");

    public override BilingualText Remedy => HowTo;
}

/// <summary>The name of a setting that holds a secret; the value itself must never be in a file, nor in a fault.</summary>
internal sealed class SettingNameAttribute() : PatternAttribute("setting-name", @"^[A-Z][A-Z0-9_]*(:[A-Z0-9_]+)*$")
{
    public override BilingualText Message(string key, object value) =>
        new(
            $"Ce que «\u00a0{key}\u00a0» contient n’est pas un nom de réglage et ressemble à une valeur.",
            $"What “{key}” contains is not the name of a setting and looks like a value.");

    public override BilingualText Remedy =>
        new(
            "Mettez la valeur dans un réglage (dans Azure\u00a0: un secret du coffre de clés) et écrivez ici son nom, p. ex. "
                + "LACNORD_PEPPER. Remplacez toute valeur déjà enregistrée dans un fichier.",
            "Put the value in a setting (in Azure: a Key Vault secret) and write its name here, e.g. LACNORD_PEPPER. "
                + "Rotate any value already saved in a file."
        );
}

internal sealed class TimeZoneAttribute() : ConstraintAttribute("time-zone")
{
    public override bool Accepts(object value) => TimeZoneInfo.TryFindSystemTimeZoneById((string)value, out var zone) && zone.HasIanaId;

    public override BilingualText Message(string key, object value) =>
        new($"Le fuseau horaire «\u00a0{value}\u00a0» est inconnu.", $"The time zone “{value}” is unknown.");

    public override BilingualText Remedy => new("Prenez un nom IANA, p. ex. America/Toronto.", "Use an IANA name, e.g. America/Toronto.");

    public override void Describe(JsonObject schema) => schema["type"] = "string";
}

/// <summary>A pattern that a match cannot make run for long.</summary>
internal sealed class RegexTextAttribute() : ConstraintAttribute("pattern")
{
    public override bool Accepts(object value) => Patterns.TryCompile($"(?:{value})", out _);

    public override BilingualText Message(string key, object value) =>
        new(
            $"«\u00a0{value}\u00a0» n’est pas un motif, ou il a besoin de retours en arrière.",
            $"“{value}” is not a pattern, or it needs backtracking.");

    public override BilingualText Remedy =>
        new(
            "Écrivez une expression régulière, p. ex. '\\d{4}(H|E|A)', sans références arrière ni regards.",
            "Write a regular expression, e.g. '\\d{4}(H|E|A)', without back-references or look-arounds.");

    public override void Describe(JsonObject schema) => schema["type"] = "string";
}

/// <summary>A pattern with a group, that a match cannot make run for long.</summary>
internal sealed class RegexGroupAttribute() : ConstraintAttribute("pattern")
{
    public override bool Accepts(object value) =>
        Patterns.TryCompile((string)value, out var pattern) && pattern.GetGroupNumbers().Length > 1;

    public override BilingualText Message(string key, object value) =>
        new(
            $"«\u00a0{value}\u00a0» n’est pas un motif avec un groupe, ou il a besoin de retours en arrière.",
            $"“{value}” is not a pattern with a group, or it needs backtracking.");

    public override BilingualText Remedy =>
        new(
            "Écrivez une expression régulière dont le premier groupe est ce qui compte, p. ex. "
                + "'^s(\\d{9})$', sans références arrière ni regards.",
            "Write a regular expression whose first group is what counts, e.g. '^s(\\d{9})$', without back-references or look-arounds.");

    public override void Describe(JsonObject schema) => schema["type"] = "string";
}

internal sealed class AboveZeroAttribute() : NumberAttribute("above-zero", above: 0)
{
    public override BilingualText Remedy => new("Prenez un nombre au-dessus de 0.", "Use a number above 0.");
}

internal sealed class FromOneAttribute() : NumberAttribute("from-one", from: 1)
{
    public override BilingualText Remedy => new("Prenez un nombre entier à partir de 1.", "Use a whole number from 1.");
}

internal sealed class PercentAttribute() : NumberAttribute("percent", above: 0, upTo: 100)
{
    public override BilingualText Remedy =>
        new("Prenez un pourcentage au-dessus de 0 et d’au plus 100.", "Use a percentage above 0 and at most 100.");
}
