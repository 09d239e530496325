using System.Text.Json;
using System.Text.Json.Serialization;
using IntegrationHub.Core.Lms;
using IntegrationHub.Core.Model.Completions;
using IntegrationHub.Core.Model.Institutions;

namespace IntegrationHub.Connectors.Lms.Reconciled;

/// <summary>A completion as JSON in the hub's own words; no source can send it, for no source has this kind.</summary>
internal sealed class ReconciledForm : IReconciledForm
{
    private static readonly JsonSerializerOptions Shape = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <inheritdoc/>
    public string Kind => "reconciled";

    /// <inheritdoc/>
    public StoredDelivery Write(string source, Completion completion, DateTimeOffset now) =>
        new(source, now, new Dictionary<string, string>(), JsonSerializer.Serialize(completion, Shape)) { Form = Kind };

    /// <inheritdoc/>
    public Reading Read(Source source, Delivery delivery) => Guarded.Read(() =>
        JsonSerializer.Deserialize<Completion>(delivery.Content.Span, Shape) is { } completion
            ? new() { Completions = [completion] }
            : new() { Fault = "A reconciled completion is empty." });
}
