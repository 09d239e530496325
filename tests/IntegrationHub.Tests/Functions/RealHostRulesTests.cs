using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using IntegrationHub.Functions.Settings;
using IntegrationHub.Testing;
using IntegrationHub.Testing.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Functions;

/// <summary>What the real Functions host refuses or misunderstands, in the hub's own functions and host.json.</summary>
public sealed class RealHostRulesTests
{
    // As published by Microsoft for host.json, version 2.0; the host ignores what it does not know.
    private static readonly string[] KnownToTheHost =
    [
        "version", "functionTimeout", "functions", "logging", "telemetryMode", "healthMonitor", "singleton", "concurrency", "extensions",
        "extensions.http", "extensions.http.routePrefix", "extensions.http.maxOutstandingRequests", "extensions.http.maxConcurrentRequests",
        "extensions.http.dynamicThrottlesEnabled", "extensions.http.customHeaders", "extensions.http.hsts",
        "extensions.queues", "extensions.queues.batchSize", "extensions.queues.newBatchThreshold", "extensions.queues.maxDequeueCount",
        "extensions.queues.visibilityTimeout", "extensions.queues.maxPollingInterval", "extensions.queues.messageEncoding",
    ];

    private static readonly string HostFile = File.ReadAllText(Repository.Path("host.json"));

    private static readonly (string Name, MethodInfo Method)[] Functions =
    [
        .. from type in typeof(HubOptions).Assembly.GetTypes()
           from method in type.GetMethods(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static)
           let function = method.GetCustomAttribute<FunctionAttribute>()
           where function is not null
           select (function.Name, method),
    ];

    private static readonly (string Name, MethodInfo Method, HttpTriggerAttribute Trigger)[] Pages =
    [
        .. from function in Functions
           from parameter in function.Method.GetParameters()
           let trigger = parameter.GetCustomAttribute<HttpTriggerAttribute>()
           where trigger is not null
           select (function.Name, function.Method, trigger),
    ];

    /// <summary>
    /// Routes, overlaps, names, schedules, <c>%Name%</c> and host.json's bounds: the embedded host lists what breaks on Azure.
    /// </summary>
    [Fact]
    public async Task The_functions_start_with_host_json_and_the_settings_of_the_sample()
    {
        await using var host = new TestHost(
            typeof(HubOptions).Assembly.GetTypes(),
            HostFile,
            localSettings: File.ReadAllText(Repository.Path("local.settings.sample.json")));
        host.Services.ShouldNotBeNull();
    }

    [Fact]
    public void A_function_has_a_name_of_its_own_that_the_host_takes()
    {
        Functions.Length.ShouldBeGreaterThan(60);
        Functions.Select(function => function.Name.ToUpperInvariant()).ShouldBeUnique();
        Functions.ShouldAllBe(function =>
            function.Name.Length <= 127
            && char.IsAsciiLetter(function.Name[0])
            && function.Name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_' || c == '-'));
    }

    [Fact]
    public void A_function_is_a_public_method_of_a_public_class() =>
        Functions.ShouldAllBe(function => function.Method.IsPublic && function.Method.DeclaringType!.IsVisible);

    [Fact]
    public void A_route_is_none_that_the_host_keeps_for_itself_or_chokes_on()
    {
        Pages.Length.ShouldBeGreaterThan(60);
        Pages.ShouldAllBe(page => page.Trigger.Route != null && page.Trigger.Route != "" && page.Trigger.Route[0] != '/');
        Pages.ShouldAllBe(page =>
            !page.Trigger.Route!.StartsWith("admin", StringComparison.OrdinalIgnoreCase)
            && !page.Trigger.Route!.StartsWith("runtime", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void The_host_asks_nobody_for_a_key_because_the_hub_has_doors_of_its_own() =>
        Pages.ShouldAllBe(page => page.Trigger.AuthLevel == AuthorizationLevel.Anonymous);

    [Fact]
    public void A_page_names_its_verbs_because_none_would_mean_all_of_them() =>
        Pages.ShouldAllBe(page => page.Trigger.Methods!.Length > 0 && !page.Trigger.Methods.Any(verb => verb.Any(char.IsUpper)));

    [Fact]
    public void What_GET_shows_HEAD_tells_of() =>
        Pages
            .Where(page => page.Trigger.Methods!.Contains("get") != page.Trigger.Methods!.Contains("head"))
            .Select(page => page.Name)
            .ShouldBeEmpty();

    [Fact]
    public void What_an_LMS_asks_of_a_webhook_before_it_sends_is_answered() =>
        Pages
            .Where(page => page.Trigger.Route == "hooks/{institution}/{source}")
            .SelectMany(page => page.Trigger.Methods!)
            .ShouldBe(["post", "get", "head", "options"], ignoreOrder: true);

    [Fact]
    public void A_page_takes_a_request_and_gives_a_result() =>
        Pages.ShouldAllBe(page =>
            typeof(IResult).IsAssignableFrom(page.Method.ReturnType)
            || page.Method.ReturnType.GenericTypeArguments.Any(result => typeof(IResult).IsAssignableFrom(result)));

    [Fact]
    public void A_message_is_taken_as_text() =>
        Functions
            .SelectMany(function => function.Method.GetParameters())
            .Where(parameter => parameter.IsDefined(typeof(QueueTriggerAttribute)))
            .ShouldAllBe(parameter => parameter.ParameterType == typeof(string));

    [Fact]
    public void Host_json_says_nothing_that_the_host_does_not_know()
    {
        var host = JsonNode.Parse(HostFile, documentOptions: new() { CommentHandling = JsonCommentHandling.Skip })!.AsObject();
        ((string?)host["version"]).ShouldBe("2.0");
        Paths(host, "").Except(KnownToTheHost).ShouldBeEmpty();
        ((string?)host["extensions"]!["http"]!["routePrefix"]).ShouldBe("");
    }

    // What lies below logging and the like is the host's own business.
    private static IEnumerable<string> Paths(JsonObject node, string above) =>
        node.SelectMany(part =>
            (above + part.Key) is var path && part.Value is JsonObject below && (path == "extensions" || above == "extensions.")
                ? Paths(below, path + ".").Prepend(path)
                : [path]);
}
