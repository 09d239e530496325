using IntegrationHub.Cli.Infra.Checks;
using IntegrationHub.Cli.Infra.Model;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Cli.Infra.Checks;

public sealed class LifeCycleCheckTests
{
    [Fact]
    public void Old_days_are_deleted_after_the_hub_itself_would_have() => Faults(32, "payloads/20").ShouldBeEmpty();

    [Theory]
    [InlineData(30, "payloads/20")]
    [InlineData(32, "payloads/")]
    [InlineData(32, "payloads/held")]
    [InlineData(32, "credentials/20")]
    [InlineData(32, "")]
    public void A_rule_that_is_too_early_or_reaches_too_far_is_a_fault(int days, string prefix) => Faults(days, prefix).ShouldNotBeEmpty();

    [Fact]
    public void Without_a_rule_payloads_would_stay_for_ever() =>
        LifeCycleCheck
            .Faults(Small.Deploy(Small.Settings(("Pipeline__PayloadDays", "30"))), Small.Code)
            .ShouldHaveSingleItem()
            .What.ShouldContain("payloads");

    private static IEnumerable<InfraFault> Faults(int days, string prefix) => LifeCycleCheck.Faults(
        Small.Deploy(
            Small.Settings(("Pipeline__PayloadDays", "30")),
            Small.Properties(AzureTypes.LifeCycle, "st/default", $$"""
                "policy": { "rules": [{ "definition": {
                  "filters": { "prefixMatch": {{(prefix.Length == 0 ? "[]" : $"[\"{prefix}\"]")}} },
                  "actions": { "baseBlob": { "delete": { "daysAfterModificationGreaterThan": {{days}} } } } } }] }
                """)),
        Small.Code);
}
