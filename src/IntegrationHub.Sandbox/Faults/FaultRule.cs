using System.Text.Json.Serialization;

namespace IntegrationHub.Sandbox.Faults;

[JsonConverter(typeof(JsonStringEnumConverter<FaultEffect>))]
internal enum FaultEffect
{
    /// <summary>Answers <c>status</c> in the vendor's own error envelope.</summary>
    [JsonStringEnumMemberName("status")] Status,

    /// <summary>Waits <c>delayMs</c>, then goes on.</summary>
    [JsonStringEnumMemberName("delay")] Delay,

    /// <summary>Takes effect, waits <c>delayMs</c>, then answers.</summary>
    [JsonStringEnumMemberName("delayAfter")] DelayAfter,

    /// <summary>Aborts the connection; nothing takes effect.</summary>
    [JsonStringEnumMemberName("drop")] Drop,

    /// <summary>Takes effect, then aborts the connection: the ambiguous time-out.</summary>
    [JsonStringEnumMemberName("dropAfter")] DropAfter,

    /// <summary>Takes effect, then answers 200 with a page in HTML: a proxy, or maintenance, in front of the vendor.</summary>
    [JsonStringEnumMemberName("page")] Page,

    /// <summary>200 with an error inside, as the vendor does it; nothing takes effect.</summary>
    [JsonStringEnumMemberName("lie")] Lie,

    /// <summary>503 for <c>downFor</c> seconds.</summary>
    [JsonStringEnumMemberName("down")] Down,
}

internal sealed record FaultRule(
    string System, FaultEffect Effect, string? Method = null, string? Path = null, string? Text = null,
    int? Status = null, int? DelayMs = null, double? DownFor = null, int? Times = null, int? RetryAfter = null,
    string? Message = null)
{
    public string Effective => Effect switch
    {
        FaultEffect.DropAfter => "dropAfter",
        FaultEffect.DelayAfter => "delayAfter",
        FaultEffect.Status or FaultEffect.Down => $"{Status ?? 503}",
        _ => Effect.ToString().ToLowerInvariant(),
    };

    public string? Fault() => this switch
    {
        _ when !Http.OutsideSystem.All.Contains(System) => $"system: one of {string.Join(", ", Http.OutsideSystem.All)}.",
        { Status: < 200 or > 599 } => "status: 200 to 599.",
        { Effect: FaultEffect.Delay or FaultEffect.DelayAfter, DelayMs: null or < 0 } => "delayMs: the milliseconds to wait.",
        { Effect: FaultEffect.Down, DownFor: null or <= 0 } => "downFor: the seconds to be down.",
        { Times: <= 0 } => "times: 1 or more, or leave it out until cleared.",
        _ => null,
    };
}
