namespace Microsoft.Azure.Functions.Worker.Builder;

/// <summary>Where a functions app begins.</summary>
public static class FunctionsApplication
{
    /// <summary>Makes a builder with the usual configuration, logging and container.</summary>
    /// <param name="args">The command line; <c>--port 7071</c> and <c>--urls http://…</c> say where to listen.</param>
    public static FunctionsApplicationBuilder CreateBuilder(string[] args) => new(args);
}
