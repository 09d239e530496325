using IntegrationHub.Api;
using IntegrationHub.Cli.Shell;

namespace IntegrationHub.Cli.Attention;

/// <summary>An attention item as a person types it: <c>INSTITUTION/ID</c>, because an id is unique within its institution only.</summary>
internal sealed record ItemName(string Institution, string Id)
{
    public static ItemName Of(AttentionItemResponse item) => new(item.Institution, item.Id);

    /// <summary>What a person means; an id alone means the open, or the dismissed, item that bears it.</summary>
    /// <exception cref="CliException">No such item bears that id, or items of several institutions do.</exception>
    public static async Task<ItemName> Find(IHubApi hub, string typed, bool isDismissed, CancellationToken cancellation)
    {
        if (typed.Split('/') is [{ Length: > 0 } institution, { Length: > 0 } id])
            return new(institution, id);
        ItemName[] named = [.. (await hub.Attention(dismissed: isDismissed ? true : null, cancellation: cancellation))
            .Where(item => item.Id == typed)
            .Select(Of)];
        return named switch
        {
            [var one] => one,
            [] => throw new CliException(Texts.Get("attention.unknown", typed)),
            _ => throw new CliException(Texts.Get("attention.several", typed, string.Join<ItemName>(", ", named))),
        };
    }

    public override string ToString() => $"{Institution}/{Id}";
}
