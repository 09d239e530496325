using System.Globalization;
using System.Text.Json;
using IntegrationHub.Connectors.Json;

namespace IntegrationHub.Connectors.Lms.Canvas;

/// <summary>
/// Brings Canvas's ids to their local form. A global id is shard × 10¹³ + local id; the same user may arrive as either.
/// A global id of another shard than the root account's stays global: its local form would name somebody else here.
/// </summary>
internal sealed class CanvasIds(JsonElement? metadata)
{
    private const ulong ShardSize = 10_000_000_000_000;
    private readonly ulong? _shard = Global(metadata.Text("root_account_id"))?.Shard;

    /// <summary>The local form of an id.</summary>
    public string? Local(string? id) =>
        Global(id) is { } global && (_shard is null || _shard == global.Shard)
            ? global.Local.ToString(CultureInfo.InvariantCulture)
            : id;

    private static (ulong Shard, ulong Local)? Global(string? id) =>
        ulong.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= ShardSize
            ? (value / ShardSize, value % ShardSize)
            : null;
}
