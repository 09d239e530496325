using IntegrationHub.Core.Awards;

namespace IntegrationHub.Core.Rules;

/// <summary>Everything that the decisions of one dossier rest on: sets, in no order.</summary>
/// <param name="Evidence">What the sources reported.</param>
/// <param name="Parts">Awards of others, each in its newest revision.</param>
/// <param name="Acts">What people decided.</param>
public sealed record Facts(IReadOnlyList<Evidence> Evidence, IReadOnlyList<Part> Parts, IReadOnlyList<Act> Acts)
{
    /// <summary>The same in the one order that counts: by the source's time, then by id.</summary>
    internal Facts InOrder() => new(
        [.. Evidence.DistinctBy(item => item.EventId).OrderBy(item => item.At).ThenBy(item => item.EventId, StringComparer.Ordinal)],
        [.. Parts.GroupBy(part => part.Award).Select(same => same.MaxBy(part => part.Revision)!).OrderBy(part => part.Earned).ThenBy(part => part.Award, StringComparer.Ordinal)],
        [.. Acts.DistinctBy(act => act.Id).OrderBy(act => act.At).ThenBy(act => act.Id, StringComparer.Ordinal)]);

    /// <summary>Every moment at which something became known that could settle anything, with the id of what it was.</summary>
    internal IEnumerable<(DateTimeOffset At, string Id)> Moments() => Evidence.Select(item => (item.At, item.EventId))
        .Concat(Parts.Select(part => (part.Earned, part.Award)))
        .Concat(Parts.Where(part => part.Ended is not null).Select(part => (part.Ended!.Value, part.Award)))
        .Concat(Acts.Where(act => act.Kind == ActKind.Waive).Select(act => (act.At, act.Id)))
        .OrderBy(moment => moment.Item1).ThenBy(moment => moment.Item2, StringComparer.Ordinal);
}
