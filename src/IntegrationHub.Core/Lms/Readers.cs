using IntegrationHub.Core.Model.Completions;
using IntegrationHub.Core.Model.Institutions;

namespace IntegrationHub.Core.Lms;

/// <summary>Reads deliveries again that were kept: each by its source's kind, or in the form that the hub itself gave it.</summary>
public sealed class Readers(IEnumerable<ILms> kinds)
{
    private readonly Dictionary<string, ILms> _kinds = kinds.ToDictionary(lms => lms.Kind);

    /// <inheritdoc cref="ILms.GradesApart"/>
    public bool GradesApart(Source source, Completion? completion = null) => _kinds[source.Kind].GradesApart(source, completion);

    /// <summary>What a kept delivery of the source says.</summary>
    public Reading Read(Source source, StoredDelivery stored) => _kinds[stored.Form ?? source.Kind].Read(source, stored.Delivery);
}
