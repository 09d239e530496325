using System.Reflection;
using Microsoft.Azure.Functions.Worker.Builder;

namespace IntegrationHub.EmbeddedHost;

/// <summary>What only the embedded host offers; for tests and tools whose entry assembly is not the app.</summary>
public static class EmbeddedHostExtensions
{
    /// <summary>Runs the functions of an assembly instead of those of the entry assembly.</summary>
    /// <param name="builder">The app's builder.</param>
    /// <param name="assembly">The assembly that holds the functions.</param>
    public static FunctionsApplicationBuilder RunFunctionsOf(this FunctionsApplicationBuilder builder, Assembly assembly) =>
        builder.RunFunctionsOf(assembly.GetTypes());

    /// <summary>Runs the functions of these classes instead of those of the entry assembly.</summary>
    /// <param name="builder">The app's builder.</param>
    /// <param name="classes">The classes that hold the functions.</param>
    public static FunctionsApplicationBuilder RunFunctionsOf(this FunctionsApplicationBuilder builder, params Type[] classes)
    {
        builder.Classes = classes;
        return builder;
    }
}
