using IntegrationHub.Cli.Infra;
using IntegrationHub.Cli.Shell;
using Xunit;

namespace IntegrationHub.Testing.Infra;

/// <summary>The real compiler, for the tests that need it.</summary>
internal static class Bicep
{
    /// <summary>The compiler; where it cannot be fetched the test is skipped.</summary>
    public static async Task<BicepCompiler> Compiler(Workspace clone, CancellationToken cancellation)
    {
        try
        {
            return await BicepCompiler.Get(clone, cancellation);
        }
        catch (CliException missing)
        {
            Assert.Skip(missing.Message);
            throw;
        }
    }
}
