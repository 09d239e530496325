using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using IntegrationHub.Core.Attention;
using IntegrationHub.Core.Awarding;
using IntegrationHub.Core.Erasure;
using IntegrationHub.Core.Intake;
using IntegrationHub.Core.Messaging;
using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Core.Notices;
using IntegrationHub.Core.Reconciliation;
using IntegrationHub.Core.Steps;

namespace IntegrationHub.Storage;

/// <summary>
/// How each kind of message is written: its public members as JSON. One line for each kind, here and on <see cref="MessageJson"/>.
/// </summary>
internal static class MessageShapes
{
    private static readonly Shape[] All =
    [
        Of(PlainJson.Messages.DeliveryArrived),
        Of(PlainJson.Messages.DeliveryKept),
        Of(PlainJson.Messages.ReleaseHeld),
        Of(PlainJson.Messages.StepDue),
        Of(PlainJson.Messages.StepReplay),
        Of(PlainJson.Messages.StepEnded),
        Of(PlainJson.Messages.AwardChanged),
        Of(PlainJson.Messages.ActDecided),
        Of(PlainJson.Messages.EvidenceMove),
        Of(PlainJson.Messages.CredentialRecognition),
        Of(PlainJson.Messages.ReconcileDue),
        Of(PlainJson.Messages.LearnerNotice),
        Of(PlainJson.Messages.EraseLearner),
        Of(PlainJson.Messages.AlertDue),
    ];

    /// <summary>By the name of the kind: how it is read.</summary>
    public static IReadOnlyDictionary<string, JsonTypeInfo> ByKind { get; } =
        All.ToDictionary(shape => shape.Kind, shape => PlainJson.WholeMessages.GetTypeInfo(shape.Type.Type));

    /// <summary>By the type of the message.</summary>
    public static IReadOnlyDictionary<Type, Shape> ByType { get; } = All.ToDictionary(shape => shape.Type.Type);

    private static Shape Of<T>(JsonTypeInfo<T> type)
        where T : HubMessage, IMessageKind => new(T.Kind, type);

    /// <param name="Kind">Name of the kind.</param>
    /// <param name="Type">Its members.</param>
    internal sealed record Shape(string Kind, JsonTypeInfo Type);
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    IgnoreReadOnlyProperties = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true,
    Converters = [typeof(AwardIdJson)])]
[JsonSerializable(typeof(DeliveryArrived))]
[JsonSerializable(typeof(DeliveryKept))]
[JsonSerializable(typeof(ReleaseHeld))]
[JsonSerializable(typeof(StepDue))]
[JsonSerializable(typeof(StepReplay))]
[JsonSerializable(typeof(StepEnded))]
[JsonSerializable(typeof(AwardChanged))]
[JsonSerializable(typeof(ActDecided))]
[JsonSerializable(typeof(EvidenceMove))]
[JsonSerializable(typeof(CredentialRecognition))]
[JsonSerializable(typeof(ReconcileDue))]
[JsonSerializable(typeof(LearnerNotice))]
[JsonSerializable(typeof(EraseLearner))]
[JsonSerializable(typeof(AlertDue))]
internal sealed partial class MessageJson : JsonSerializerContext;

/// <summary>Awards are written by their id.</summary>
internal sealed class AwardIdJson : JsonConverter<AwardId>
{
    public override AwardId Read(
        ref System.Text.Json.Utf8JsonReader reader,
        Type typeToConvert,
        System.Text.Json.JsonSerializerOptions options
    ) => AwardId.TryParse(reader.GetString(), out var id) ? id : throw new System.Text.Json.JsonException("This is no award id.");


    public override void Write(System.Text.Json.Utf8JsonWriter writer, AwardId value, System.Text.Json.JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}
