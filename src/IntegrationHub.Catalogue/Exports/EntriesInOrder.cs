using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Model.MicroCredentials;

namespace IntegrationHub.Catalogue.Exports;

/// <summary>The order in which exports list entries.</summary>
internal static class EntriesInOrder
{
    /// <summary>An institution's entries, by code.</summary>
    public static IEnumerable<MicroCredential> Entries(this Institution institution) =>
        institution.MicroCredentials.Values.OrderBy(entry => entry.Code, StringComparer.Ordinal);
}
