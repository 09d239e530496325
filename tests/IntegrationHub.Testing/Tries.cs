namespace IntegrationHub.Testing;

/// <summary>How often a property is tried: less often where the tests run once for every mutant of the Core.</summary>
internal static class Tries
{
    /// <summary>Set to 1 by <c>./hub bench -mutation</c>.</summary>
    private const string Variable = "HUB_MUTANTS";

    private static readonly bool AgainstMutants = Environment.GetEnvironmentVariable(Variable) == "1";

    public static int Of(int usually) => AgainstMutants ? usually / 10 : usually;
}
