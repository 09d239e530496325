using System.Reflection;
using System.Runtime.CompilerServices;
using IntegrationHub.EmbeddedHost.Settings;
using Microsoft.Azure.Functions.Worker;

namespace IntegrationHub.EmbeddedHost.Functions;

/// <summary>Finds the functions of some classes; what cannot be one becomes a fault.</summary>
internal sealed class FunctionFinder(Faults faults)
{
    private const BindingFlags Methods = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static;

    public List<FunctionMethod> Find(IEnumerable<Type> classes)
    {
        var found = classes
            .Where(type =>
                type is { IsClass: true, IsGenericTypeDefinition: false }
                && !type.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false))
            .SelectMany(Find)
            .OrderBy(function => function.Name, StringComparer.OrdinalIgnoreCase)
            .ToList();
        foreach (var twins in found.GroupBy(function => function.Name, StringComparer.OrdinalIgnoreCase).Where(group => group.Count() > 1))
            faults.Add(
                $"{twins.Key}: the name is used by {string.Join(" and ", twins.Select(twin => twin.Definition.EntryPoint))}; "
                    + "a function's name must be unique."
            );
        return found;
    }

    private IEnumerable<FunctionMethod> Find(Type type)
    {
        foreach (var method in type.GetMethods(Methods))
        {
            if (method.GetCustomAttribute<FunctionAttribute>() is not { } function)
                continue;
            var triggers = method
                .GetParameters()
                .SelectMany(parameter => parameter.GetCustomAttributes().Where(IsTrigger).Select(trigger => (parameter, trigger)))
                .ToList();
            if (triggers.Count != 1)
                faults.Add($"{function.Name}: {type.FullName}.{method.Name} has {triggers.Count} triggers; a function has exactly one.");
            else if (!type.IsVisible)
                faults.Add($"{function.Name}: {type.FullName} is not public, so the Azure Functions worker would not see it.");
            else if (type.IsAbstract && !method.IsStatic)
                faults.Add($"{function.Name}: {type.FullName}.{method.Name} is in an abstract class, which cannot be created.");
            else
                yield return new(function.Name, type, method, triggers[0].parameter, triggers[0].trigger);
        }
    }

    private static bool IsTrigger(Attribute attribute) =>
        attribute is HttpTriggerAttribute or QueueTriggerAttribute or TimerTriggerAttribute;
}
