using IntegrationHub.Core.Attention;
using IntegrationHub.Core.Model.MicroCredentials;

namespace IntegrationHub.Tests.Invented.Archive;

/// <summary>A cause that no slice of the hub has.</summary>
public sealed record FloodedArchive : Cause<SourceSubject>
{
    public override BilingualText Title => new("Archives inondées", "Flooded archive");

    public override BilingualText Action => new("Pompez, puis réessayez.", "Pump, then retry.");

    public override IReadOnlyList<ItemCommand> Commands => [ItemCommand.Retry];

    public static AttentionItem Of(string institution, string source) =>
        new FloodedArchive().About(institution, new(source), "Two metres of water.");
}
