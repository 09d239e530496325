using System.Globalization;

namespace IntegrationHub.OpenBadges.JsonLd;

/// <summary>Where in a document the reader stands, so that a fault can say so.</summary>
internal sealed class Location(string root)
{
    private const int MaxDepth = 100;
    private readonly List<(string? Member, int Index)> _path = [];

    public void Enter(string member) => Push((member, 0));

    public void Enter(int index) => Push((null, index));

    public void Leave() => _path.RemoveAt(_path.Count - 1);

    public JsonLdException Fault(JsonLdFault fault, string detail) => new(fault, root + string.Concat(_path.Select(Segment)), detail);

    private static string Segment((string? Member, int Index) step) =>
        "/" + (step.Member?.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)
            ?? step.Index.ToString(CultureInfo.InvariantCulture));

    private void Push((string? Member, int Index) step)
    {
        _path.Add(step);
        if (_path.Count > MaxDepth)
            throw Fault(JsonLdFault.TooDeep, $"The document is nested more than {MaxDepth} levels deep");
    }
}
