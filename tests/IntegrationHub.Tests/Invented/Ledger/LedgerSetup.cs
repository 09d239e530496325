using IntegrationHub.Connectors.Sis;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationHub.Tests.Invented.Ledger;

internal static class LedgerSetup
{
    /// <summary>Ledger, kind <c>ledger</c>.</summary>
    public static IServiceCollection AddLedger(this IServiceCollection services) => services.AddSis<LedgerSis>(LedgerKind.Kind);
}
