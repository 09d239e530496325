using System.Reflection;
using System.Runtime.ExceptionServices;
using IntegrationHub.EmbeddedHost.Settings;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationHub.EmbeddedHost.Functions;

/// <summary>Calls a function's method on a new instance of its class; everything that can be decided beforehand is decided once.</summary>
internal sealed class Invoker
{
    private readonly Type? _class;
    private readonly MethodInvoker _method;
    private readonly Func<Invocation, object?>[] _bindings;
    private readonly Func<object?, ValueTask<IResult?>> _shape;

    private Invoker(FunctionMethod function, Func<Invocation, object?>[] bindings, Func<object?, ValueTask<IResult?>> shape) =>
        (_class, _method, _bindings, _shape) = (
            function.Method.IsStatic ? null : function.Class,
            MethodInvoker.Create(function.Method),
            bindings,
            shape);


    public static Invoker? Create(
        FunctionMethod function,
        Func<object?, ValueTask<IResult?>> shape,
        IReadOnlySet<string> dataNames,
        Faults faults)
    {
        var bindings = new List<Func<Invocation, object?>>();
        foreach (var parameter in function.Method.GetParameters())
        {
            if (Binding.For(parameter, function, dataNames) is { } binding)
                bindings.Add(binding);
            else
                faults.Add($"{function.Name}: nothing gives the parameter '{parameter.ParameterType.Name} {parameter.Name}' a value.");
        }

        return bindings.Count == function.Method.GetParameters().Length ? new(function, [.. bindings], shape) : null;
    }

    public async ValueTask<IResult?> InvokeAsync(Invocation invocation)
    {
        var instance = _class is null ? null : ActivatorUtilities.CreateInstance(invocation.InstanceServices, _class);
        try
        {
            return await _shape(Call(instance, Array.ConvertAll(_bindings, binding => binding(invocation))));
        }
        finally
        {
            if (instance is IAsyncDisposable later)
                await later.DisposeAsync();
            else if (instance is IDisposable now)
                now.Dispose();
        }
    }

    private object? Call(object? instance, object?[] arguments)
    {
        try
        {
            return _method.Invoke(instance, arguments.AsSpan());
        }
        catch (TargetInvocationException e) when (e.InnerException is { } thrown)
        {
            ExceptionDispatchInfo.Throw(thrown);
            throw;
        }
    }
}
