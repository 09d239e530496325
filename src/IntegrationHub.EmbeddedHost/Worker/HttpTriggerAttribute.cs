namespace Microsoft.Azure.Functions.Worker;

/// <summary>Runs the function when an HTTP request arrives.</summary>
/// <param name="authLevel">What the host asks of the caller.</param>
/// <param name="methods">The verbs that the function answers; none means every verb.</param>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class HttpTriggerAttribute(AuthorizationLevel authLevel, params string[] methods) : Attribute
{
    /// <summary>Every verb, with a function key.</summary>
    public HttpTriggerAttribute() : this(AuthorizationLevel.Function)
    {
    }

    /// <summary>The given verbs, with a function key.</summary>
    /// <param name="methods">The verbs that the function answers.</param>
    public HttpTriggerAttribute(params string[] methods) : this(AuthorizationLevel.Function, methods)
    {
    }

    /// <summary>Every verb.</summary>
    /// <param name="authLevel">What the host asks of the caller.</param>
    public HttpTriggerAttribute(AuthorizationLevel authLevel) : this(authLevel, [])
    {
    }

    /// <summary>What the host asks of the caller.</summary>
    public AuthorizationLevel AuthLevel { get; } = authLevel;

    /// <summary>The verbs that the function answers; empty means every verb.</summary>
    public string[]? Methods { get; } = methods;

    /// <summary>The route template below the route prefix; the function's name when null or empty.</summary>
    public string? Route { get; set; }
}
