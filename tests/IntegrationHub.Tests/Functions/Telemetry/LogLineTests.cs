using System.Reflection;
using IntegrationHub.Functions.Settings;
using Microsoft.Extensions.Logging;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Functions.Telemetry;

/// <summary>All log lines are <see cref="LoggerMessageAttribute"/>s: the build bans the rest.</summary>
public sealed class LogLineTests
{
    private static readonly List<(MethodInfo Method, LoggerMessageAttribute Line)> Lines =
    [
        .. from assembly in Assemblies()
        from type in assembly.GetTypes()
        from method in type.GetMethods(
            BindingFlags.Static | BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
        let line = method.GetCustomAttribute<LoggerMessageAttribute>()
        where line is not null
        select (method, line),
    ];

    [Fact]
    public void Each_line_has_an_event_id_of_its_own()
    {
        Lines.Count.ShouldBeGreaterThan(20);
        Lines.ShouldAllBe(one => one.Line.EventId > 0);
        Lines
            .GroupBy(one => one.Line.EventId)
            .Where(same => same.Count() > 1)
            .Select(same => string.Join(", ", same.Select(one => $"{one.Line.EventId} {one.Method.DeclaringType!.Name}.{one.Method.Name}")))
            .ShouldBeEmpty();
    }

    [Fact]
    public void A_line_names_the_hubs_own_things_and_nobody()
    {
        // A fault is a sentence of the hub's own that names a setting, never its value.
        string[] known =
        [
            "Function",
            "Status",
            "Invocation",
            "Delivery",
            "Message",
            "Queue",
            "Institution",
            "MicroCredentials",
            "Faults",
            "Fault",
            "InForce",
            "Folder",
            "Failure",
            "Count",
            "Shape",
            "Version",
        ];


        var named = from one in Lines
                    from hole in one.Line.Message.Split('{').Skip(1)
                    select hole[..hole.IndexOf('}', StringComparison.Ordinal)];

        named.Distinct().Except(known).ShouldBeEmpty();
    }

    [Fact]
    public void What_is_told_at_information_is_told_of_no_completion() =>
        Lines
            .Where(one => one.Line.Level == LogLevel.Information)
            .Select(one => one.Method.Name)
            .ShouldBe(["LogInForce", "QueueAnswers"], ignoreOrder: true);

    private static IEnumerable<Assembly> Assemblies() =>
        typeof(HubOptions).Assembly.GetReferencedAssemblies()
            .Where(name => name.Name!.StartsWith("IntegrationHub.", StringComparison.Ordinal))
            .Select(Assembly.Load)
            .Append(typeof(HubOptions).Assembly);
}
