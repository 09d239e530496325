using IntegrationHub.EmbeddedHost.Functions;
using IntegrationHub.EmbeddedHost.Settings;
using Microsoft.Azure.Functions.Worker;

namespace IntegrationHub.EmbeddedHost.Timers;

/// <summary>A function on a schedule.</summary>
internal sealed record TimerFunction(FunctionMethod Function, Invoker Invoker, TimerSchedule Schedule, bool RunOnStartup)
{
    private static readonly HashSet<string> NoData = [];

    public static List<TimerFunction> CreateAll(IEnumerable<FunctionMethod> functions, Expressions expressions, Faults faults) =>
        [
            .. functions
                .Where(function => function.Trigger is TimerTriggerAttribute)
                .Select(function => Create(function, expressions, faults))
                .OfType<TimerFunction>(),
        ];

    private static TimerFunction? Create(FunctionMethod function, Expressions expressions, Faults faults)
    {
        var trigger = (TimerTriggerAttribute)function.Trigger;
        if (function.TriggerParameter.ParameterType != typeof(TimerInfo))
            faults.Add($"{function.Name}: the timer trigger's parameter must be a TimerInfo.");
        var shape = ResultShape.OfWork(function.Method.ReturnType);
        if (shape is null)
            faults.Add($"{function.Name}: a timer function must return Task.");
        var text = expressions.Resolve(trigger.Schedule, function.Name);
        var schedule = TimerSchedule.TryParse(text);
        if (schedule is null)
            faults.Add(
                $"{function.Name}: '{text}' is not a schedule; write a cron expression of five or six fields (seconds first) or a time "
                    + "between runs, hh:mm:ss."
            );
        var invoker = shape is null ? null : Invoker.Create(function, shape, NoData, faults);
        return schedule is null || invoker is null ? null : new(function, invoker, schedule, trigger.RunOnStartup);
    }
}
