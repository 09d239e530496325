using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Model.MicroCredentials;

namespace IntegrationHub.Catalogue.Exports;

/// <summary>
/// An array with an object for each micro-credential: the fifteen elements under their fixed names, texts as <c>{fr, en}</c>, and what else
/// the catalogue holds.
/// </summary>
internal static class JsonCatalogue
{
    internal static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NewLine = "\n",
    };

    public static string Write(IReadOnlyCollection<Institution> institutions) =>
        new JsonArray([
            .. from institution in institutions from entry in institution.Entries() select Entry(institution, entry),
        ]).ToJsonString(Readable) + "\n";

    private static JsonObject Entry(Institution institution, MicroCredential entry)
    {
        var summary = entry.Summary;
        var json = new JsonObject
        {
            ["institution"] = institution.Id,
            ["code"] = entry.Code,
            ["version"] = entry.Version,
            ["since"] = Day(entry.Since),
        };
        foreach (var name in FifteenElements.Names)
            json[name] = name switch
            {
                "dateAwarded" => null,
                "learningOutcomes" => new JsonArray([.. summary.LearningOutcomes.Select(Outcome)]),
                "credits" => new JsonObject
                {
                    ["bearing"] = summary.Credits is not null,
                    ["value"] = summary.Credits,
                    ["unit"] = Text(entry.CreditUnit),
                },
                "learningPeriod" => Period(entry),
                "prerequisites" => new JsonObject { ["text"] = Text(summary.Prerequisites), ["codes"] = Strings(entry.Prerequisites) },
                "assessment" => Assessment(entry),
                "qualityAssurance" => new JsonObject
                {
                    ["name"] = Text(summary.QualityAssurance?.Name),
                    ["url"] = summary.QualityAssurance?.Url?.AbsoluteUri,
                },
                "stacking" => new JsonObject
                {
                    ["text"] = Text(summary.Stacking),
                    ["stacks"] = new JsonArray([.. entry.Stacks.Select(Stack)]),
                },
                _ => Text(FifteenElements.Of(name, institution, entry)),
            };
        json["validMonths"] = entry.Validity?.Months;
        json["renewalDays"] = entry.RenewalDays;
        json["record"] = entry.Record.Kind.ToString();
        json["framework"] = entry.Framework is { } stance
            ? new JsonObject
            {
                ["associated"] = stance.IsAssociated,
                ["name"] = Text(stance.Framework),
                ["level"] = stance.Level,
            }
            : null;
        json["lifeCycle"] = entry.LifeCycle is { } cycle
            ? new JsonObject(
                cycle.Begins.Select(phase =>
                    KeyValuePair.Create(JsonNamingPolicy.CamelCase.ConvertName(phase.Key.ToString()), (JsonNode?)Day(phase.Value))))
            : null;
        json["approvals"] = new JsonArray([
            .. entry.Approvals.Select(approval => new JsonObject
            {
                ["by"] = Text(approval.By),
                ["on"] = Day(approval.On),
                ["reference"] = approval.Reference,
            }),
        ]);
        json["endorsers"] = new JsonArray([.. entry.Endorsers.Select(Partner)]);
        json["partners"] = new JsonArray([.. entry.Partners.Select(Partner)]);
        json["survey"] = entry.Survey?.AbsoluteUri;
        return json;
    }

    private static JsonObject Outcome(LearningOutcome outcome) =>
        new()
        {
            ["text"] = Text(outcome.Text),
            ["alignments"] = new JsonArray([
                .. outcome.Alignments.Select(alignment => new JsonObject
                {
                    ["framework"] = alignment.Framework,
                    ["code"] = alignment.Code,
                    ["name"] = Text(alignment.Name),
                    ["url"] = alignment.Url.AbsoluteUri,
                }),
            ]),
        };

    private static JsonObject Period(MicroCredential entry) =>
        new()
        {
            ["hours"] = entry.Summary.Hours,
            ["periods"] = new JsonArray([
                .. entry
                    .Offerings.Select(offering => offering.Period)
                    .OfType<LearningPeriod>()
                    .Distinct()
                    .Select(period => new JsonObject { ["start"] = Day(period.Start), ["end"] = Day(period.End) }),
            ]),
        };

    private static JsonObject Assessment(MicroCredential entry) =>
        new()
        {
            ["type"] = Text(entry.Summary.AssessmentType),
            ["passThreshold"] = entry.Assessment?.PassThreshold,
            ["attempts"] = entry.Assessment?.Attempts,
            ["components"] = new JsonArray([
                .. (entry.Assessment?.Components ?? []).Select(component => new JsonObject
                {
                    ["name"] = component.Name,
                    ["title"] = Text(component.Title),
                    ["passThreshold"] = component.PassThreshold ?? entry.Assessment!.PassThreshold,
                }),
            ]),
        };

    private static JsonObject Stack(Stack stack) =>
        new()
        {
            ["measure"] = JsonNamingPolicy.CamelCase.ConvertName(stack.Measure.ToString()),
            ["least"] = stack.Measure == StackMeasure.All ? stack.Of.Count : stack.Least,
            ["of"] = new JsonArray([.. stack.Of.Select(part => Strings(part.AnyOf))]),
        };

    private static JsonObject Partner(Partner partner) =>
        new()
        {
            ["name"] = Text(partner.Name),
            ["role"] = Text(partner.Role),
            ["url"] = partner.Url?.AbsoluteUri,
        };

    internal static JsonObject? Text(BilingualText? text) => text is null ? null : new() { ["fr"] = text.Fr, ["en"] = text.En };

    private static JsonArray Strings(IEnumerable<string> values) => new([.. values.Select(value => JsonValue.Create(value))]);

    internal static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
