namespace IntegrationHub.Tests.Rules;

/// <summary>How often a property is tried: less often where the tests run once for every mutant of the Core.</summary>
internal static class Tries
{
#if MUTANTS
    public static int Of(int usually) => usually / 10;
#else
    public static int Of(int usually) => usually;
#endif
}
