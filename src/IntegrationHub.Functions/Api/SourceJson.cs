using IntegrationHub.Core.Intake;
using IntegrationHub.Core.Model.MicroCredentials;
using IntegrationHub.Core.Texts;

namespace IntegrationHub.Functions;

/// <summary>A source as the API gives it.</summary>
/// <param name="Institution">The tenant.</param>
/// <param name="Source">Its name within the institution.</param>
/// <param name="Kind">What sends.</param>
/// <param name="Authentication">How its deliveries are proven.</param>
/// <param name="Address">Where it sends; the name of a setting stands in the place of a secret.</param>
/// <param name="Settings">What kind and authentication were told of it; no secret among it.</param>
/// <param name="State">How it stands.</param>
/// <param name="StateText">The same in words.</param>
/// <param name="LastHeard">When it last spoke, UTC; null where never.</param>
/// <param name="CanBeTested">Whether the hub can send it a test event.</param>
/// <param name="Secrets">The settings of its secrets, and whether they have a value.</param>
/// <param name="Counts">How often each verdict was given.</param>
/// <param name="Deliveries">The last ten deliveries, the newest first.</param>
public sealed record SourceJson(
    string Institution, string Source, string Kind, string Authentication, string Address, IReadOnlyDictionary<string, string> Settings, SourceState State, BilingualText StateText,
    DateTimeOffset? LastHeard, bool CanBeTested, IReadOnlyList<SecretView> Secrets, IReadOnlyList<VerdictCount> Counts, IEnumerable<DeliveryJson> Deliveries)
{
    /// <summary>A source.</summary>
    public static SourceJson Of(SourceView view) => new(
        view.Institution.Id, view.Source.Name, view.Source.Kind, view.Source.Authentication, view.Address.OriginalString, view.Source.Settings, view.State, Text.Both($"source.state.{view.State}"),
        view.Record.LastHeard, view.CanBeTested, view.Secrets, view.Record.Counts, view.Record.Latest.Select(DeliveryJson.Of));
}

/// <summary>A delivery as the API gives it: without payload.</summary>
/// <param name="At">When it was answered, UTC.</param>
/// <param name="Verdict">What came of it.</param>
/// <param name="VerdictText">The same in words.</param>
/// <param name="What">The names of the events in it.</param>
/// <param name="Completions">How many completions it bore.</param>
/// <param name="Why">Why, in both languages; null where the verdict says it all.</param>
/// <param name="Fault">Why it could not be read or taken, for technicians.</param>
/// <param name="TrackingId">Under what it is known, or the name of a test.</param>
/// <param name="IsTest">Whether the hub itself sent it.</param>
public sealed record DeliveryJson(
    DateTimeOffset At, IntegrationHub.Core.Intake.IntakeVerdict Verdict, BilingualText VerdictText, string? What, int Completions, BilingualText? Why, string? Fault, string? TrackingId, bool IsTest)
{
    /// <summary>A delivery.</summary>
    public static DeliveryJson Of(ReceivedDelivery delivery) => new(
        delivery.At, delivery.Verdict, Text.Both($"source.verdict.{delivery.Verdict}"), delivery.What, delivery.Completions,
        DeliveryOutcome.Of(delivery), delivery.Why, delivery.TrackingId, delivery.IsTest);
}
