using Microsoft.Azure.Functions.Worker;

namespace IntegrationHub.EmbeddedHost.Functions;

/// <summary>One run of a function.</summary>
internal sealed class Invocation(
    FunctionDefinition definition,
    object payload,
    IReadOnlyDictionary<string, object?> data,
    IServiceProvider services,
    CancellationToken cancellationToken) : FunctionContext
{
    private string? _id;
    private IDictionary<object, object>? _items;
    private InvocationFeatures? _features;

    public object Payload => payload;

    public override string InvocationId => _id ??= Guid.NewGuid().ToString();

    public override string FunctionId => definition.Id;

    public override BindingContext BindingContext { get; } = new Data(data);

    public override TraceContext TraceContext => CurrentTrace.Instance;

    public override RetryContext RetryContext => FirstAttempt.Instance;

    public override IInvocationFeatures Features => _features ??= new();

    public override IServiceProvider InstanceServices { get; set; } = services;

    public override FunctionDefinition FunctionDefinition => definition;

    public override IDictionary<object, object> Items
    {
        get => _items ??= new Dictionary<object, object>();
        set => _items = value;
    }

    public override CancellationToken CancellationToken => cancellationToken;

    private sealed class Data(IReadOnlyDictionary<string, object?> values) : BindingContext
    {
        public override IReadOnlyDictionary<string, object?> BindingData => values;
    }
}
