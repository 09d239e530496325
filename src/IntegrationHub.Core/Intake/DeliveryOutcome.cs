using IntegrationHub.Core.Model.MicroCredentials;
using IntegrationHub.Core.Texts;

namespace IntegrationHub.Core.Intake;

/// <summary>Says to people why a delivery got its verdict.</summary>
public static class DeliveryOutcome
{
    /// <summary>What came of it, in a word or two.</summary>
    public static BilingualText Verdict(ReceivedDelivery delivery) =>
        Text.Both(delivery.IsPassedTest ? "source.test.passed" : $"source.verdict.{delivery.Verdict}");

    /// <summary>Why it got its verdict, and what to do about it; null where nothing is to be said.</summary>
    public static BilingualText? Of(ReceivedDelivery delivery) => delivery.Verdict switch
    {
        IntakeVerdict.Accepted => Text.Both("source.why.completions", delivery.Completions),
        IntakeVerdict.Ignored => Text.Both(delivery.IsTest ? "source.why.tested" : "source.why.noise"),
        IntakeVerdict.Refused => Text.Both($"source.admission.{delivery.Admission}"),
        IntakeVerdict.Unreadable when !delivery.IsTest => Text.Both("source.why.kept"),
        IntakeVerdict.Known => Text.Both("source.why.known"),
        IntakeVerdict.Conflict => Text.Both("source.why.conflict"),
        IntakeVerdict.TooMany => Text.Both("source.why.tooMany"),
        IntakeVerdict.PutOff => Text.Both("source.why.again"),
        IntakeVerdict.TooLarge => Text.Both("source.why.tooLarge"),
        _ => null,
    };
}
