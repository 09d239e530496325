using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Docs;

public sealed class CommandTests
{
    [Fact]
    public void Every_command_that_a_page_shows_is_one()
    {
        var shown = DocPage.All.SelectMany(page => DocCommands.On(page.Text).Select(line => (page.Name, Line: line))).ToList();
        shown.Count.ShouldBeGreaterThan(200);
        shown.SelectMany(one => DocCommands.Faults(one.Line).Select(fault => $"{one.Name}: {fault}")).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("replays ID")]
    [InlineData("award decline AWARD")]
    [InlineData("backup FOLDER --erasure")]
    [InlineData("sources shown")]
    public void A_command_that_is_none_is_found(string line) => DocCommands.Faults(line).ShouldNotBeEmpty();

    [Fact]
    public void A_sentence_may_name_a_command_without_its_arguments() => DocCommands.Faults("identity add").ShouldBeEmpty();
}
