using IntegrationHub.Cli.Infra;
using IntegrationHub.Cli.Infra.Checks;
using IntegrationHub.Cli.Infra.Model;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Cli.Infra;

public sealed class WatchingChecksTests
{
    [Fact]
    public void Alerts_and_dashboards_that_ask_for_what_there_is_are_right() => Faults().ShouldBeEmpty();

    [Theory]
    [InlineData("hub.attention.open", "hub.attention.opened", "hub.attention.opened")]
    [InlineData("Name == 'hub.attention.open'", "Name startswith 'hub'", "alert")]
    [InlineData("Properties.cause", "Properties.reason", "reason")]
    [InlineData("'SystemDown'", "'SystemIsDown'", "SystemIsDown")]
    public void A_query_that_would_find_nothing_is_a_fault_in_an_alert_and_in_the_workbook(string right, string wrong, string said)
    {
        var query = Replaced(SmallWatch.Query, right, wrong);
        Faults(alert: SmallWatch.AlertWith(query))
            .ShouldContain(fault => fault.File == "infra/modules/alerts.bicep" && fault.What.Contains(said, StringComparison.Ordinal));
        Faults(workbook: SmallWatch.WorkbookWith(query))
            .ShouldContain(fault =>
                fault.File == "infra/workbook/hub.json" && (said == "alert" || fault.What.Contains(said, StringComparison.Ordinal)));
    }

    [Fact]
    public void A_state_of_a_step_that_there_is_not_is_a_fault() =>
        QueryCheck
            .Faults(
                "f",
                "w",
                "AppMetrics | where Name == 'hub.steps' | extend state = tostring(Properties.state) | where state == 'Broken'",
                SmallWatch.Right)
            .ShouldHaveSingleItem()
            .Remedy.ShouldContain("Submitted");

    [Theory]
    [InlineData("\"metricMeasureColumn\": \"open\"", "\"metricMeasureColumn\": \"opened\"", "opened")]
    [InlineData("\"name\": \"institution\"", "\"name\": \"house\"", "house")]
    [InlineData("[\"people\"]", "[]", "alert")]
    [InlineData("\"UserAssigned\"", "\"None\"", "identity.type")]
    [InlineData("\"runbookFr\": \"docs/runbook.md#source-silent-fr\"", "\"runbookFr\": \"docs/runbook.md#source-silent-en\"", "runbookFr")]
    [InlineData("\"runbook\": \"docs/runbook.md#source-silent-en\"", "\"page\": \"\"", "runbook")]
    public void An_alert_that_tells_nobody_or_not_what_is_a_fault(string right, string wrong, string said) =>
        Faults(alert: Replaced(SmallWatch.Alert, right, wrong)).ShouldHaveSingleItem().What.ShouldContain(said);

    [Theory]
    [InlineData("hub_attention_open", "hub_attention_open_total", "hub_attention_open_total")]
    [InlineData("by (institution)", "by (house)", "house")]
    [InlineData("cause=~", "reason=~", "reason")]
    [InlineData("|SystemDown", "|SystemIsDown", "SystemIsDown")]
    [InlineData("hub_attention_open{", "attention{", "Open")]
    public void An_expression_that_would_find_nothing_is_a_fault(string right, string wrong, string said) =>
        Faults(watching: SmallWatch.Right with { Dashboard = SmallWatch.DashboardWith(Replaced(SmallWatch.Expression, right, wrong)) })
            .ShouldContain(fault => fault.File == Watching.DashboardFile && fault.What.Contains(said, StringComparison.Ordinal));

    [Theory]
    [InlineData("Ouverts / open", "")]
    [InlineData("] }", "")]
    public void A_panel_without_a_description_and_a_broken_file_are_faults(string right, string wrong) =>
        Faults(watching: SmallWatch.Right with { Dashboard = Replaced(SmallWatch.Right.Dashboard, right, wrong) })
            .ShouldHaveSingleItem()
            .File.ShouldBe(Watching.DashboardFile);

    [Theory]
    [InlineData("73c42c96", "3913510d")]
    [InlineData("Microsoft.OperationalInsights/workspaces", "Microsoft.KeyVault/vaults")]
    public void An_alert_that_may_not_read_what_it_asks_is_a_fault(string right, string wrong) =>
        WatchingChecks
            .Faults([Small.Deploy(SmallWatch.Alert, SmallWatch.Workbook, Replaced(SmallWatch.Reader, right, wrong))], SmallWatch.Right)
            .ShouldHaveSingleItem()
            .Remedy.ShouldContain("Log Analytics Reader");

    [Fact]
    public void A_workbook_that_is_none_is_a_fault() =>
        Faults(workbook: Small.Properties(AzureTypes.Workbook, "workbook", "\"serializedData\": \"{\""))
            .ShouldHaveSingleItem()
            .File.ShouldBe("infra/workbook/hub.json");

    [Theory]
    [InlineData("<a id=\"source-silent-fr\"></a>", "", "source-silent-fr")]
    [InlineData("<a id=\"source-silent-en\"></a>", "", "source-silent-en")]
    [InlineData(" … ", "<a id=\"fire-fr\"></a>", "fire-en")]
    public void A_section_that_is_missing_in_a_language_is_a_fault(string right, string wrong, string said) =>
        Faults(watching: SmallWatch.Right with { Runbook = Replaced(SmallWatch.Right.Runbook, right, wrong) })
            .ShouldContain(fault => fault.What.Contains(said, StringComparison.Ordinal));

    [Fact]
    public void A_section_of_no_alert_is_a_fault() =>
        Faults(watching: SmallWatch.Right with { Runbook = SmallWatch.Right.Runbook + """<a id="fire-fr"></a><a id="fire-en"></a>""" })
            .Select(fault => fault.What)
            .ShouldBe([Texts("fire-fr"), Texts("fire-en")]);

    [Theory]
    [InlineData("source-silent-fr)", "fire-fr)")]
    public void A_link_of_the_workbook_or_the_dashboard_to_no_section_is_a_fault(string right, string wrong)
    {
        Faults(workbook: Replaced(SmallWatch.Workbook, right, wrong)).ShouldHaveSingleItem().What.ShouldContain("fire-fr");
        Faults(watching: SmallWatch.Right with { Dashboard = Replaced(SmallWatch.Right.Dashboard, "#source-silent-en", "#fire-en") })
            .ShouldHaveSingleItem()
            .What.ShouldContain("fire-en");
    }

    [Fact]
    public void What_is_wrong_in_both_deployments_is_said_once()
    {
        var wrong = Small.Deploy(SmallWatch.AlertWith(Replaced(SmallWatch.Query, "'SystemDown'", "'SystemIsDown'")), SmallWatch.Reader);
        WatchingChecks.Faults([wrong, wrong], SmallWatch.Right).ShouldHaveSingleItem();
    }

    private static string Texts(string section) => IntegrationHub.Cli.Shell.Texts.Get("infra.sectionUnused", section);

    private static string Replaced(string text, string right, string wrong)
    {
        text.ShouldContain(right);
        return text.Replace(right, wrong, StringComparison.Ordinal);
    }

    private static IReadOnlyList<InfraFault> Faults(string? alert = null, string? workbook = null, Watching? watching = null) =>
        WatchingChecks.Faults(
            [Small.Deploy(alert ?? SmallWatch.Alert, workbook ?? SmallWatch.Workbook, SmallWatch.Reader)],
            watching ?? SmallWatch.Right);
}
