namespace Microsoft.Azure.Functions.Worker.Builder;

/// <summary>ASP.NET Core types for HTTP functions.</summary>
public static class FunctionsApplicationBuilderAspNetCoreExtensions
{
    /// <summary>Gives HTTP functions an <c>HttpRequest</c> and takes an <c>IResult</c> from them.</summary>
    /// <param name="builder">The app's builder.</param>
    public static FunctionsApplicationBuilder ConfigureFunctionsWebApplication(this FunctionsApplicationBuilder builder)
    {
        builder.TakesAspNetCoreTypes = true;
        return builder;
    }
}
