using System.Globalization;
using System.Text.Json;
using IntegrationHub.Core.Attention;
using IntegrationHub.Core.Awarding;
using IntegrationHub.Core.Erasure;
using IntegrationHub.Core.Intake;
using IntegrationHub.Core.Messaging;
using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Core.Model.Completions;
using IntegrationHub.Core.Notices;
using IntegrationHub.Core.Reconciliation;
using IntegrationHub.Core.Steps;

namespace IntegrationHub.Storage;

/// <summary>
/// A message as the release before wrote it, with what it was about in one text. It is read for one release, since such messages may
/// wait for days; then this file goes, and version 2 is the first that is read.
/// </summary>
internal sealed record MessageOfVersion1(
    int V,
    string Id,
    string Institution,
    string Kind,
    string? Traceparent = null,
    string? Ref = null,
    StoredDelivery? Payload = null,
    DateTimeOffset? Slot = null,
    DateTimeOffset? Since = null,
    DateTimeOffset? Due = null)
{
    /// <summary>The message in what it travels in now.</summary>
    /// <exception cref="JsonException">It is none.</exception>
    public Envelope ToEnvelope() => new(
        Id, Messages.OfItsOwn(Message(Institution, Kind, Ref, Payload), Institution), Traceparent, Slot, Since, Due);

    /// <summary>The message that a kind and a reference mean.</summary>
    /// <exception cref="JsonException">They mean none.</exception>
    public static HubMessage Message(string institution, string kind, string? reference, StoredDelivery? payload = null)
    {
        // The release before sent again what an attention item of this release held.
        if (reference is ['{', ..])
            return Messages.Read(kind, JsonElement.Parse(reference));
        try
        {
            return Read(institution, kind, reference, payload)
                ?? throw new JsonException($"There is no message '{kind}' with this reference.");
        }
        catch (FormatException unreadable)
        {
            throw new JsonException($"The reference of a '{kind}' message cannot be read.", unreadable);
        }
    }

    private static HubMessage? Read(string institution, string kind, string? reference, StoredDelivery? payload) =>
        (kind, Parts(kind, reference)) switch
        {
            ("delivery", _) when payload is not null => new DeliveryArrived(institution, payload),
            ("delivery", [var address]) => new DeliveryKept(institution, address),
            ("completion", [var address, var id]) => new DeliveryKept(institution, address, id),
            ("release", [var item]) => new ReleaseHeld(institution, item),
            ("step", [var award, var step]) => new StepDue(AwardId.Parse(award), Enum<StepName>(step)),
            ("replay", [var award, var step]) => new StepReplay(AwardId.Parse(award), Enum<StepName>(step)),
            ("ended", [var award, var step]) => new StepEnded(AwardId.Parse(award), Enum<StepName>(step)),
            ("part", [var award, var code]) => new AwardChanged(AwardId.Parse(award), code),
            ("act", [var learner, var code, var cycle, var act, var at, var id, var reason]) => new ActDecided(
                institution,
                About(learner, code, cycle),
                new(id, Enum<ActKind>(act), Number(cycle), Time(at), reason.Length == 0 ? null : reason)),
            ("move", [var learner, var code, var cycle, var to, var at, var id, var reason]) => new EvidenceMove(
                institution,
                About(learner, code, cycle),
                to,
                Time(at),
                id,
                reason),
            ("reconcile", [var source, var id]) => new ReconcileDue(institution, source, id),
            ("reconcile", [var source, var id, var course]) => new ReconcileDue(institution, source, id, Uri.UnescapeDataString(course)),
            (
                "recognition",
                [var learner, var code, var name, var earned, var until, var seen, ("valid" or "takenBack") and var standing, var id]
            ) => new CredentialRecognition(
                institution,
                learner,
                code,
                name,
                new(id, Time(earned), until.Length == 0 ? null : Time(until), Time(seen), standing == "takenBack")),
            ("letter", [var learner, var code, var cycle, var says, var key]) => new LearnerNotice(
                institution,
                About(learner, code, cycle),
                Enum<LearnerNoticeKind>(says),
                key),
            ("erase", [var learner]) => new EraseLearner(institution, learner),
            ("alert", [var item]) => new AlertDue(institution, item),
            _ => null,
        };

    /// <summary>What comes last may hold the mark between the parts.</summary>
    private static string[] Parts(string kind, string? reference) =>
        kind switch
        {
            "completion" => reference?.Split('#', 2),
            "act" or "move" => reference?.Split('/', 7),
            "recognition" => reference?.Split('/', 8),
            "letter" => reference?.Split('/', 5),
            "step" or "replay" or "ended" or "part" or "reconcile" => reference?.Split('/'),
            _ => reference is null ? [] : [reference],
        } ?? [];

    private static AboutDossier About(string learner, string code, string cycle) => new(learner, code, Number(cycle));

    private static int Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new FormatException("This is no number.");

    private static DateTimeOffset Time(string text) =>
        DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind);

    private static T Enum<T>(string text)
        where T : struct, Enum =>
        System.Enum.TryParse<T>(text, out var value) ? value : throw new FormatException($"There is no {typeof(T).Name} of this name.");
}
