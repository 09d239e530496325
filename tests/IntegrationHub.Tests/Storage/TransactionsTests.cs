using Azure.Data.Tables;
using IntegrationHub.Storage;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Storage;

/// <summary>How writes to one partition become transactions.</summary>
public sealed class TransactionsTests
{
    [Theory]
    [InlineData('x', 1)]
    [InlineData('"', 3)]
    [InlineData('é', 3)]
    public void What_is_longer_on_the_wire_than_in_memory_is_divided_by_the_wire(char letter, int transactions) =>
        Divided(3, new(letter, 400_000), besides: 1).Count.ShouldBe(transactions);

    [Fact]
    public void What_is_written_besides_has_its_place_in_each() =>
        Divided(250, "short", besides: 1).Select(transaction => transaction.Count).ShouldBe([99, 99, 52]);

    private static List<IReadOnlyList<TableTransactionAction>> Divided(int rows, string text, int besides) =>
        [.. Transactions.Divide(Enumerable.Range(0, rows).Select(row => Group(row, text)), besides)];

    private static IReadOnlyList<TableTransactionAction> Group(int row, string text) =>
        [new(TableTransactionActionType.Add, new TableEntity("lacnord", $"{row}") { ["Json"] = text })];
}
