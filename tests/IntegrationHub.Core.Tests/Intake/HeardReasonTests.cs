using IntegrationHub.Core.Intake;
using IntegrationHub.Core.Lms;
using IntegrationHub.Core.Texts;
using Shouldly;
using Xunit;

namespace IntegrationHub.Core.Tests.Intake;

/// <summary>What the page of a source says of each delivery.</summary>
public sealed class HeardReasonTests
{
    [Theory]
    [InlineData(IntakeVerdict.Ignored, "source.why.noise")]
    [InlineData(IntakeVerdict.Unreadable, "source.why.kept")]
    [InlineData(IntakeVerdict.Known, "source.why.known")]
    [InlineData(IntakeVerdict.Conflict, "source.why.conflict")]
    [InlineData(IntakeVerdict.TooMany, "source.why.tooMany")]
    [InlineData(IntakeVerdict.PutOff, "source.why.again")]
    [InlineData(IntakeVerdict.TooLarge, "source.why.tooLarge")]
    [InlineData(IntakeVerdict.Unpackable, null)]
    public void Every_verdict_has_its_reason(IntakeVerdict verdict, string? key) =>
        DeliveryOutcome.Of(Heard(verdict)).ShouldBe(key is null ? null : Text.Both(key));

    [Fact]
    public void A_test_event_is_told_apart_from_noise_and_is_never_kept()
    {
        DeliveryOutcome.Of(Heard(IntakeVerdict.Ignored) with { IsTest = true }).ShouldBe(Text.Both("source.why.tested"));
        DeliveryOutcome.Of(Heard(IntakeVerdict.Unreadable) with { IsTest = true }).ShouldBeNull();
    }

    [Fact]
    public void A_refusal_says_which_and_an_accepted_delivery_how_many_completions_it_held()
    {
        DeliveryOutcome
            .Of(Heard(IntakeVerdict.Refused) with { Admission = Admission.OutOfTime })
            .ShouldBe(Text.Both("source.admission.OutOfTime"));
        DeliveryOutcome.Of(Heard(IntakeVerdict.Accepted) with { Completions = 17 })!.En.ShouldContain("17");
    }

    [Fact]
    public void Every_verdict_is_counted_under_a_name_of_its_own() =>
        Enum.GetValues<IntakeVerdict>()
            .Select(verdict => verdict.Label())
            .ShouldBe([
                "unknown",
                "faulty",
                "refused",
                "too-many",
                "accepted",
                "ignored",
                "known",
                "conflict",
                "unreadable",
                "unpackable",
                "put-off",
                "too-large",
            ]);

    private static ReceivedDelivery Heard(IntakeVerdict verdict) => new() { At = DateTimeOffset.UnixEpoch, Verdict = verdict };
}
