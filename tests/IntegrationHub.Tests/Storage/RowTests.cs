using Azure.Data.Tables;
using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Storage;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Storage;

/// <summary>How content becomes the properties of a row.</summary>
public sealed class RowTests
{
    [Fact]
    public void What_one_property_holds_is_one_as_in_every_release() =>
        Of(new('x', 32_000)).Keys.Except(Keys).ShouldBe(["V", "Json"]);

    [Theory]
    [InlineData(32 * 1024, 2)]
    [InlineData(100_000, 4)]
    [InlineData(500_000, 16)]
    public void What_is_longer_goes_on_in_the_next_property_and_is_read_whole(int length, int properties)
    {
        var reason = new string('x', length);

        var row = Of(reason);

        var texts = row.Keys.Where(name => name.StartsWith("Json", StringComparison.Ordinal)).Select(row.GetString).ToList();
        texts.Count.ShouldBe(properties);
        texts.ShouldAllBe(text => text.Length <= 32 * 1024);
        row.Read(Json.Default.RegistrarAct).Reason.ShouldBe(reason);
    }

    [Fact]
    public void What_goes_on_is_of_a_version_that_a_release_which_would_read_its_beginning_alone_does_not_know()
    {
        Of("short").GetInt32("V").ShouldBe(1);
        Of(new('x', 100_000)).GetInt32("V").ShouldBe(1001);

        var newer = Of(new('x', 100_000));
        newer["V"] = 1002;
        Should.Throw<NewerShapeException>(() => newer.Read(Json.Default.RegistrarAct)).Version.ShouldBe(2);
        var beginning = Of("short");
        beginning["V"] = 1001;
        Should.Throw<NewerShapeException>(() => beginning.Read(Json.Default.RegistrarAct));
    }

    [Fact]
    public void What_no_row_holds_is_refused_by_its_kind_alone() =>
        Should.Throw<InvalidDataException>(() => Of(new('x', 520_000))).Message.ShouldStartWith("A row of RegistrarAct would have 5");

    private static readonly string[] Keys = ["PartitionKey", "RowKey", "Timestamp", "odata.etag"];

    private static TableEntity Of(string reason) =>
        Row.Of("lacnord", "act", new("1", ActKind.Waive, 0, default, reason), Json.Default.RegistrarAct);
}
