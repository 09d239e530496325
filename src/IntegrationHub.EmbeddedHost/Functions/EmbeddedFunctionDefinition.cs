using System.Collections.Immutable;
using System.Reflection;
using Microsoft.Azure.Functions.Worker;

namespace IntegrationHub.EmbeddedHost.Functions;

/// <summary>What a function can ask about itself.</summary>
internal sealed class EmbeddedFunctionDefinition(string name, MethodInfo method, ParameterInfo parameter, Attribute trigger)
    : FunctionDefinition
{
    public override string Name => name;

    public override string Id => EntryPoint;

    public override string EntryPoint { get; } = $"{method.ReflectedType!.FullName}.{method.Name}";

    public override string PathToAssembly => method.ReflectedType!.Assembly.Location;

    public override ImmutableArray<FunctionParameter> Parameters { get; } =
        [.. method.GetParameters().Select(one => new FunctionParameter(one.Name!, one.ParameterType))];

    public override IImmutableDictionary<string, BindingMetadata> InputBindings { get; } =
        ImmutableDictionary<string, BindingMetadata>.Empty.Add(
            parameter.Name!,
            new TriggerBinding(parameter.Name!, trigger.GetType().Name));

    public override IImmutableDictionary<string, BindingMetadata> OutputBindings => ImmutableDictionary<string, BindingMetadata>.Empty;

    private sealed class TriggerBinding(string name, string attribute) : BindingMetadata
    {
        private const string Suffix = "Attribute";

        public override string Name => name;

        /// <summary>As <c>functions.metadata</c> has it: <c>httpTrigger</c>, <c>queueTrigger</c>, <c>timerTrigger</c>.</summary>
        public override string Type { get; } = char.ToLowerInvariant(attribute[0]) + attribute[1..^Suffix.Length];

        public override BindingDirection Direction => BindingDirection.In;
    }
}
