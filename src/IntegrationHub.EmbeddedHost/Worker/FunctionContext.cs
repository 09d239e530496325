namespace Microsoft.Azure.Functions.Worker;

/// <summary>One invocation of a function.</summary>
public abstract class FunctionContext
{
    /// <summary>Unique to the invocation.</summary>
    public abstract string InvocationId { get; }

    /// <summary>The same for every invocation of a function.</summary>
    public abstract string FunctionId { get; }

    /// <summary>What the trigger brought beside its payload.</summary>
    public abstract BindingContext BindingContext { get; }

    /// <summary>The container's scope of this invocation.</summary>
    public abstract IServiceProvider InstanceServices { get; set; }

    /// <summary>The function.</summary>
    public abstract FunctionDefinition FunctionDefinition { get; }

    /// <summary>What the parts of one invocation share.</summary>
    public abstract IDictionary<object, object> Items { get; set; }

    /// <summary>Signalled when the caller has gone, or when the host cannot wait any longer.</summary>
    public virtual CancellationToken CancellationToken => CancellationToken.None;
}
