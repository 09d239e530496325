using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using IntegrationHub.Core.Model.MicroCredentials;

namespace IntegrationHub.Catalogue.Yaml;

/// <summary>How a scalar of one .NET type is written.</summary>
internal sealed partial record ScalarKind(Func<string, object?> Parse, BilingualText Expected, string Schema)
{
    private static readonly Dictionary<Type, ScalarKind> Kinds = new()
    {
        [typeof(string)] = new(text => text, new("un texte", "a text"), """{"type": ["string", "number"], "minLength": 1}"""),
        [typeof(bool)] = new(
            text => text switch { "true" => true, "false" => false, _ => null },
            new("true ou false", "true or false"),
            """{"type": "boolean"}"""),
        [typeof(int)] = new(
            text => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null,
            new("un nombre entier", "a whole number"),
            """{"type": "integer"}"""),
        [typeof(decimal)] = new(
            text =>
                decimal.TryParse(
                    text,
                    NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
                    CultureInfo.InvariantCulture,
                    out var number)
                    ? number
                    : null,
            new("un nombre, avec un point décimal (79.5)", "a number, with a decimal point (79.5)"),
            """{"type": "number"}"""),
        [typeof(TimeSpan)] = new(
            text => Duration(text),
            new(
                "une durée comme «\u00a05 s\u00a0», «\u00a015 min\u00a0» ou «\u00a01 h\u00a0»",
                "a duration such as “5 s”, “15 min” or “1 h”"),
            """{"type": "string", "pattern": "^[0-9]{1,5} ?(s|min|h)$"}"""),
        [typeof(DateOnly)] = new(
            text => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null,
            new("une date comme «\u00a02026-01-31\u00a0»", "a date such as “2026-01-31”"),
            """{"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}"""),
        [typeof(Validity)] = new(
            text => Months(text),
            new("une durée comme «\u00a036 months\u00a0» ou «\u00a03 years\u00a0»", "a duration such as “36 months” or “3 years”"),
            """{"type": "string", "pattern": "^[1-9][0-9]{0,2} (months?|years?)$"}"""),
        [typeof(DateTimeOffset)] = new(
            text => Moment(text),
            new(
                "une date et une heure avec leur décalage, comme «\u00a02027-01-31T23:59:00-05:00\u00a0»",
                "a date and time with its offset, such as “2027-01-31T23:59:00-05:00”"),
            """{"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(Z|[+-][0-9]{2}:[0-9]{2})$"}"""),
    };

    public static ScalarKind Of(Type type) => type.IsEnum ? Choice(type) : Kinds[type];

    private static ScalarKind Choice(Type type)
    {
        var values = Enum.GetValues(type).Cast<object>().ToDictionary(value => JsonNamingPolicy.CamelCase.ConvertName(value.ToString()!));
        var names = string.Join(", ", values.Keys);
        return new(
            values.GetValueOrDefault,
            new($"un de : {names}", $"one of: {names}"),
            new JsonObject { ["enum"] = new JsonArray([.. values.Keys.Select(name => JsonValue.Create(name))]) }.ToJsonString());
    }

    private static TimeSpan? Duration(string text)
    {
        if (DurationPattern().Match(text) is not { Success: true } match)
            return null;
        var number = int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture);
        return match.Groups[2].Value switch
        {
            "s" => TimeSpan.FromSeconds(number),
            "min" => TimeSpan.FromMinutes(number),
            _ => TimeSpan.FromHours(number),
        };
    }

    private static Validity? Months(string text) =>
        ValidityPattern().Match(text) is { Success: true } match
            ? new(int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture) * (match.Groups[2].Value.StartsWith('y') ? 12 : 1))
            : null;

    private static DateTimeOffset? Moment(string text) =>
        DateTimeOffset.TryParseExact(
            text,
            ["yyyy-MM-dd'T'HH:mm:sszzz", "yyyy-MM-dd'T'HH:mm:ss'Z'"],
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal,
            out var moment)
            ? moment
            : null;

    [GeneratedRegex(@"^([0-9]{1,5}) ?(s|min|h)\z")]
    private static partial Regex DurationPattern();

    [GeneratedRegex(@"^([1-9][0-9]{0,2}) (months?|years?)\z")]
    private static partial Regex ValidityPattern();
}
