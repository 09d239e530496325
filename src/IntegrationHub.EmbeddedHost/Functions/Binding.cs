using System.Globalization;
using System.Reflection;
using Microsoft.Azure.Functions.Worker;

namespace IntegrationHub.EmbeddedHost.Functions;

/// <summary>Gives one parameter its value: the payload, the context, or a piece of binding data of the parameter's name.</summary>
internal static class Binding
{
    /// <param name="parameter">The parameter.</param>
    /// <param name="function">The function that it belongs to.</param>
    /// <param name="dataNames">The names that the trigger's binding data can have.</param>
    /// <returns>Null when nothing can give the value.</returns>
    public static Func<Invocation, object?>? For(ParameterInfo parameter, FunctionMethod function, IReadOnlySet<string> dataNames)
    {
        if (parameter.Position == function.TriggerParameter.Position)
            return invocation => invocation.Payload;
        if (parameter.ParameterType == typeof(FunctionContext))
            return invocation => invocation;
        if (parameter.ParameterType == typeof(CancellationToken))
            return invocation => invocation.CancellationToken;
        if (!dataNames.Contains(parameter.Name!))
            return null;
        var missing = parameter.HasDefaultValue ? parameter.DefaultValue : null;
        return Converter(Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType) is { } convert
            ? invocation =>
                invocation.BindingContext.BindingData.GetValueOrDefault(parameter.Name!) is { } value ? convert(Text(value)) : missing
            : null;
    }

    private static string Text(object value) => Convert.ToString(value, CultureInfo.InvariantCulture)!;

    private static Func<string, object>? Converter(Type type) =>
        type == typeof(string) ? text => text
        : type == typeof(Guid) ? text => Guid.Parse(text)
        : type == typeof(DateTimeOffset) ? text => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture)
        : type.IsEnum ? text => Enum.Parse(type, text, ignoreCase: true)
        : type.IsPrimitive || type == typeof(decimal) || type == typeof(DateTime)
            ? text => Convert.ChangeType(text, type, CultureInfo.InvariantCulture)
        : null;
}
