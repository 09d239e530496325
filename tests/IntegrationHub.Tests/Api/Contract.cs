using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using IntegrationHub.Api;
using IntegrationHub.Functions.Api;
using Microsoft.Azure.Functions.Worker;
using Refit;
using Xunit;

namespace IntegrationHub.Tests.Api;

/// <summary>The API's contract, and what the functions listen to.</summary>
internal static class Contract
{
    private static readonly JsonSerializerOptions Json = new(HubJson.Options)
    {
        RespectNullableAnnotations = true,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
    };

    /// <summary>Every method that is a request.</summary>
    public static IEnumerable<MethodInfo> Methods =>
        typeof(IHubApi).GetInterfaces().SelectMany(part => part.GetMethods())
            .Where(method => method.GetCustomAttribute<HttpMethodAttribute>() is not null);

    /// <summary>Verb and route of every function under /api; HEAD, which stands beside each GET, sends nothing to read.</summary>
    public static IEnumerable<string> Functions =>
        from type in typeof(ApiHandler).Assembly.GetTypes()
        from method in type.GetMethods()
        from parameter in method.GetParameters()
        let trigger = parameter.GetCustomAttribute<HttpTriggerAttribute>()
        where trigger?.Route?.StartsWith("api/", StringComparison.Ordinal) == true
        from verb in trigger.Methods!
        where verb != "head"
        select $"{verb.ToUpperInvariant()} /{trigger.Route!.Replace("?}", "}", StringComparison.Ordinal)}";

    /// <summary>Verb and route of a method.</summary>
    public static string RouteOf(MethodInfo method)
    {
        var request = method.GetCustomAttribute<HttpMethodAttribute>()!;
        return $"{request.Method} {request.Path}";
    }

    /// <summary>What a method sends and gets, a member a line, with its route.</summary>
    public static IEnumerable<string> ShapeOf(MethodInfo method)
    {
        var body = method.GetParameters().FirstOrDefault(parameter => parameter.GetCustomAttribute<BodyAttribute>() is not null);
        var answer = method.ReturnType.GetGenericArguments().FirstOrDefault();
        IEnumerable<string> members =
        [
            .. body is null ? [] : JsonShape.Of(body.ParameterType, Json).Select(line => $"body{line}"),
            .. answer is null ? [] : JsonShape.Of(answer, Json).Select(line => $"answer{line}"),
        ];
        return members.DefaultIfEmpty("").Select(member => $"{RouteOf(method)} {member}".TrimEnd());
    }

    /// <summary>Calls a method with something for every parameter that must be given.</summary>
    public static Task Call(IHubApi client, string name)
    {
        var method = Methods.Single(method => method.Name == name);
        return (Task)method.Invoke(client, [.. method.GetParameters().Select(Something)])!;
    }

    private static object? Something(ParameterInfo parameter)
    {
        if (parameter.ParameterType == typeof(CancellationToken))
            return TestContext.Current.CancellationToken;
        if (parameter.HasDefaultValue)
            return parameter.DefaultValue;
        if (parameter.ParameterType == typeof(string))
            return "x";
        var body = parameter.ParameterType.GetConstructors().Single();
        return body.Invoke(new object?[body.GetParameters().Length]);
    }
}
