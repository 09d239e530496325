using IntegrationHub.Api;
using IntegrationHub.Core.Intake;
using IntegrationHub.Core.Texts;

namespace IntegrationHub.Functions.Api;

/// <summary>Sources as the API answers them.</summary>
internal static class SourceAnswers
{
    /// <summary>A source.</summary>
    public static SourceResponse ToApi(this SourceView view) => new()
    {
        Institution = view.Institution.Id,
        Source = view.Source.Name,
        Kind = view.Source.Kind,
        Authentication = view.Source.Authentication,
        Address = view.Address.OriginalString,
        Settings = view.Source.Settings,
        State = HubJson.NameOf(view.State),
        StateText = Text.Both($"source.state.{view.State}").ToApi(),
        LastHeard = view.Record.LastHeard,
        CanBeTested = view.CanBeTested,
        Secrets = [.. view.Secrets.Select(ToApi)],
        Counts = [.. view.Record.Counts.Select(count => new SourceVerdictCount(HubJson.NameOf(count.Verdict), count.Count, count.Last))],
        Deliveries = [.. view.Record.Latest.Select(ToApi)],
    };

    /// <summary>What came of a test event.</summary>
    public static SourceTestResponse ToApi(this SourceTest test) => new(HubJson.NameOf(test.Outcome), test.Id, test.Status);

    private static SourceSecret ToApi(SecretView secret) => new(secret.Purpose, secret.Setting, secret.HasValue, secret.PreviousUntil);

    private static SourceDelivery ToApi(ReceivedDelivery delivery) => new(
        delivery.At, HubJson.NameOf(delivery.Verdict), DeliveryOutcome.Verdict(delivery).ToApi(),
        delivery.What, delivery.Completions, DeliveryOutcome.Of(delivery)?.ToApi(), delivery.Why, delivery.TrackingId, delivery.IsTest);
}
