using System.Collections.Immutable;
using Microsoft.Azure.Functions.Worker;

namespace IntegrationHub.EmbeddedHost.Functions;

/// <summary>What a function can ask about itself.</summary>
internal sealed class EmbeddedFunctionDefinition(FunctionMethod function) : FunctionDefinition
{
    private readonly TriggerBinding _trigger = new(function);

    public override string Name => function.Name;

    public override string Id => EntryPoint;

    public override string EntryPoint { get; } = $"{function.Class.FullName}.{function.Method.Name}";

    public override string PathToAssembly => function.Class.Assembly.Location;

    public override ImmutableArray<FunctionParameter> Parameters { get; } =
        [.. function.Method.GetParameters().Select(parameter => new FunctionParameter(parameter.Name!, parameter.ParameterType))];

    public override IImmutableDictionary<string, BindingMetadata> InputBindings =>
        ImmutableDictionary.Create<string, BindingMetadata>().Add(_trigger.Name, _trigger);

    public override IImmutableDictionary<string, BindingMetadata> OutputBindings => ImmutableDictionary<string, BindingMetadata>.Empty;

    private sealed class TriggerBinding(FunctionMethod function) : BindingMetadata
    {
        private const string Suffix = "Attribute";

        public override string Name => function.TriggerParameter.Name!;

        /// <summary>As <c>functions.metadata</c> has it: <c>httpTrigger</c>, <c>queueTrigger</c>, <c>timerTrigger</c>.</summary>
        public override string Type { get; } =
            char.ToLowerInvariant(function.Trigger.GetType().Name[0]) + function.Trigger.GetType().Name[1..^Suffix.Length];

        public override BindingDirection Direction => BindingDirection.In;
    }
}
