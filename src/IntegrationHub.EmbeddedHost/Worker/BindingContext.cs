namespace Microsoft.Azure.Functions.Worker;

/// <summary>What a trigger brings beside its payload.</summary>
public abstract class BindingContext
{
    /// <summary>
    /// HTTP: the route's values. Queue: <c>Id</c>, <c>DequeueCount</c>, <c>InsertionTime</c>, <c>ExpirationTime</c>,
    /// <c>NextVisibleTime</c>, <c>PopReceipt</c>, as text.
    /// </summary>
    public abstract IReadOnlyDictionary<string, object?> BindingData { get; }
}
