namespace IntegrationHub.EmbeddedHost;

/// <summary>Where a functions app begins that no Azure Functions host has started.</summary>
public static class EmbeddedApplication
{
    /// <summary>Makes a builder with the usual configuration, logging and container.</summary>
    /// <param name="args">The command line; <c>--port 7071</c> and <c>--urls http://…</c> say where to listen.</param>
    public static EmbeddedApplicationBuilder CreateBuilder(string[] args) => new(args);
}
