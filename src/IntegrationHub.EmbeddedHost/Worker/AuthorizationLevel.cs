namespace Microsoft.Azure.Functions.Worker;

/// <summary>
/// What the Azure Functions host asks of a caller. The embedded host keeps no function keys and accepts <see cref="Anonymous"/> only.
/// </summary>
public enum AuthorizationLevel
{
    /// <summary>Nothing.</summary>
    Anonymous = 0,

    /// <summary>A signed-in user.</summary>
    User = 1,

    /// <summary>A function key.</summary>
    Function = 2,

    /// <summary>A system key.</summary>
    System = 3,

    /// <summary>The master key.</summary>
    Admin = 4,
}
