using IntegrationHub.EmbeddedHost.Diagnostics;
using IntegrationHub.EmbeddedHost.Functions;
using IntegrationHub.EmbeddedHost.Settings;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace IntegrationHub.EmbeddedHost.Http;

/// <summary>A function behind a route.</summary>
internal sealed class HttpFunction(FunctionMethod function, Invoker invoker, RoutePattern pattern, Verbs verbs)
{
    public const string ContextKey = "HttpRequestContext";

    public string Name => function.Name;

    public RoutePattern Pattern => pattern;

    public Verbs Verbs => verbs;

    public static List<HttpFunction> CreateAll(
        IEnumerable<FunctionMethod> functions,
        Expressions expressions,
        string routePrefix,
        Faults faults) =>
        [
            .. functions
                .Where(function => function.Trigger is HttpTriggerAttribute)
                .Select(function => Create(function, expressions, routePrefix, faults))
                .OfType<HttpFunction>(),
        ];

    private static HttpFunction? Create(FunctionMethod function, Expressions expressions, string routePrefix, Faults faults)
    {
        var trigger = (HttpTriggerAttribute)function.Trigger;
        if (Level(function, trigger) is not AuthorizationLevel.Anonymous and var level)
            faults.Add(
                $"{function.Name}: AuthorizationLevel.{level} needs function keys, which this host does not keep; "
                    + "use Anonymous and check the caller in the function."
            );
        if (function.TriggerParameter.ParameterType != typeof(HttpRequest))
            faults.Add($"{function.Name}: the HTTP trigger's parameter must be an HttpRequest.");

        var shape = ResultShape.OfAnswer(function.Method.ReturnType);
        if (shape is null)
            faults.Add(
                $"{function.Name}: an HTTP function must return IResult or Task<IResult>; "
                    + "the Azure Functions host answers 200 with an empty body for anything else."
            );
        var pattern = RouteTemplate.Parse(function.Name, trigger.Route, expressions, routePrefix, faults);
        if (shape is null || pattern is null)
            return null;

        var names = pattern.Parameters.Select(parameter => parameter.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return Invoker.Create(function, shape, names, faults) is { } invoker ? new(function, invoker, pattern, new(trigger.Methods)) : null;
    }

    // Where none is written, the attribute says Anonymous, but the Azure Functions host asks for a key.
    private static AuthorizationLevel Level(FunctionMethod function, HttpTriggerAttribute trigger) =>
        function.TriggerParameter.GetCustomAttributesData()
            .Single(data => data.AttributeType == typeof(HttpTriggerAttribute))
            .Constructor.GetParameters()
            .Any(parameter => parameter.ParameterType == typeof(AuthorizationLevel))
            ? trigger.AuthLevel
            : AuthorizationLevel.Function;

    public void Map(WebApplication app)
    {
        var log = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger($"Function.{Name}");
        app.Map(pattern, http => AnswerAsync(http, log)).WithMetadata(verbs).WithDisplayName(Name);
    }

    private async Task AnswerAsync(HttpContext http, ILogger log)
    {
        var invocation = new Invocation(
            function.Definition,
            http.Request,
            http.Request.RouteValues,
            http.RequestServices,
            http.RequestAborted);
        invocation.Items[ContextKey] = http;
        try
        {
            if (await invoker.InvokeAsync(invocation) is { } result)
                await result.ExecuteAsync(http);
            HostLog.Answered(log, Name, http.Response.StatusCode);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            HostLog.CallerGone(log, Name);
        }
        catch (Exception e)
        {
            HostLog.RequestFailed(log, e, Name, invocation.InvocationId);
            if (http.Response.HasStarted)
                http.Abort();
            else
            {
                http.Response.Clear();
                http.Response.StatusCode = StatusCodes.Status500InternalServerError;
            }
        }
    }
}
