namespace IntegrationHub.Core.Monitoring;

/// <summary>What was seen in one look around.</summary>
/// <param name="At">When.</param>
/// <param name="Queues">The queues.</param>
/// <param name="Attention">Open attention items, by institution and cause; none where there are none.</param>
/// <param name="Systems">The outside systems, by institution and name of the connection, and whether each answers.</param>
/// <param name="Secrets">Days until a secret that is being replaced ends, by institution and source; below zero once it has.</param>
public sealed record Readings(
    DateTimeOffset At,
    IReadOnlyList<QueueReading> Queues,
    IReadOnlyList<(string Institution, string Cause, int Count)> Attention,
    IReadOnlyList<(string Institution, string System, bool IsUp)> Systems,
    IReadOnlyList<(string Institution, string Source, double Days)> Secrets);
