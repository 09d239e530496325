using Azure.Storage.Queues;
using IntegrationHub.EmbeddedHost.Functions;
using IntegrationHub.EmbeddedHost.Settings;
using Microsoft.Azure.Functions.Worker;

namespace IntegrationHub.EmbeddedHost.Queues;

/// <summary>A function behind a queue.</summary>
/// <param name="Function">The function.</param>
/// <param name="Invoker">Calls it.</param>
/// <param name="Queue">Where its messages come from.</param>
/// <param name="Poison">Where they go when they fail for good; null for a queue that is itself a poison queue.</param>
internal sealed record QueueFunction(FunctionMethod Function, Invoker Invoker, QueueClient Queue, QueueClient? Poison)
{
    private const string PoisonSuffix = "-poison";

    public static List<QueueFunction> CreateAll(
        IEnumerable<FunctionMethod> functions,
        Expressions expressions,
        StorageConnections connections,
        Faults faults) =>
        [
            .. functions
                .Where(function => function.Trigger is QueueTriggerAttribute)
                .Select(function => Create(function, expressions, connections, faults))
                .OfType<QueueFunction>(),
        ];


    private static QueueFunction? Create(FunctionMethod function, Expressions expressions, StorageConnections connections, Faults faults)
    {
        var trigger = (QueueTriggerAttribute)function.Trigger;
        if (function.TriggerParameter.ParameterType != typeof(string))
            faults.Add($"{function.Name}: the queue trigger's parameter must be a string.");
        var shape = ResultShape.OfWork(function.Method.ReturnType);
        if (shape is null)
            faults.Add($"{function.Name}: a queue function must return Task; send with QueueClient rather than by the returned value.");
        var name = expressions.Resolve(trigger.QueueName, function.Name);
        if (!QueueName.IsValid(name))
            faults.Add($"{function.Name}: '{name}' is not a queue's name (3 to 63 lower-case letters, digits and single hyphens).");
        var account = connections.Queues(trigger.Connection, function.Name);
        var invoker = shape is null ? null : Invoker.Create(function, shape, MessageData.Names, faults);
        return account is null || invoker is null ? null : new(function, invoker, account.GetQueueClient(name),
            name.EndsWith(PoisonSuffix, StringComparison.OrdinalIgnoreCase) ? null : account.GetQueueClient(name + PoisonSuffix));
    }
}
