using IntegrationHub.Connectors.Json;

namespace IntegrationHub.Connectors.Badges.Badgr;

/// <summary>What Badgr says went wrong: the envelope's description, the faulty fields, the broken rules; or OAuth's error.</summary>
internal static class BadgrErrors
{
    /// <summary>The reason in a body; null where it gives none.</summary>
    public static string? Detail(string body)
    {
        var json = JsonReading.TryParse(body);
        string?[] parts =
        [
            json.Text("status", "description"),
            .. json.At("fieldErrors") is { ValueKind: System.Text.Json.JsonValueKind.Object } fields
                ? fields.EnumerateObject().Select(f => $"{f.Name}: {f.Value}")
                : [],
            .. json.At("validationErrors") is { ValueKind: System.Text.Json.JsonValueKind.Array } rules
                ? rules.EnumerateArray().Select(r => r.ToString())
                : [],
            json.Text("error"),
            json.Text("error_description"),
        ];
        var said = string.Join("; ", parts.Where(p => !string.IsNullOrWhiteSpace(p)));
        return said.Length > 0 ? said : null;
    }
}
