using System.Reflection;
using Microsoft.Azure.Functions.Worker;

namespace IntegrationHub.EmbeddedHost.Functions;

/// <summary>A function found in an assembly: its method and its one trigger.</summary>
/// <param name="Name">The function's name.</param>
/// <param name="Class">The class whose instance runs it.</param>
/// <param name="Method">The method.</param>
/// <param name="TriggerParameter">The parameter that takes the payload.</param>
/// <param name="Trigger">The trigger's attribute.</param>
internal sealed record FunctionMethod(string Name, Type Class, MethodInfo Method, ParameterInfo TriggerParameter, Attribute Trigger)
{
    public FunctionDefinition Definition { get; } = new EmbeddedFunctionDefinition(Name, Method, TriggerParameter, Trigger);
}
