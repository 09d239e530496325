using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace IntegrationHub.Tests.EmbeddedHost;

#pragma warning disable CA1822 // functions are instance methods

public sealed class SlashRoute
{
    [Function("Slash")]
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "/")] HttpRequest request) => Results.Ok();
}

public sealed class ReservedRoutes
{
    [Function("Admin")]
    public IResult Admin([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "administration")] HttpRequest request) => Results.Ok();

    [Function("Runtime")]
    public IResult Runtime([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "Runtime/x")] HttpRequest request) => Results.Ok();
}

public sealed class OverlappingRoutes
{
    [Function("A")]
    public IResult A([HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "awards/{id}")] HttpRequest request) => Results.Ok();

    [Function("B")]
    public IResult B([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "{what}/new")] HttpRequest request) => Results.Ok();

    [Function("C")]
    public IResult C([HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "awards/{id}")] HttpRequest request) => Results.Ok();
}

public sealed class KeyedRoute
{
    [Function("Keyed")]
    public IResult Run([HttpTrigger("get", Route = "keyed")] HttpRequest request) => Results.Ok();
}

public sealed class PlainAnswer
{
    [Function("Plain")]
    public Task<string> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "plain")] HttpRequest request) =>
        Task.FromResult("lost on Azure");
}

public sealed class UnboundParameter
{
    [Function("Unbound")]
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "items/{id}")] HttpRequest request, string key) =>
        Results.Text(key);
}

public sealed class UnknownSettings
{
    [Function("Queue")]
    public Task Queue([QueueTrigger("%NoSuchQueue%")] string message) => Task.CompletedTask;

    [Function("Timer")]
    public Task Timer([TimerTrigger("%NoSuchSchedule%")] TimerInfo timer) => Task.CompletedTask;
}

public sealed class WrongCron
{
    [Function("Cron")]
    public Task Run([TimerTrigger("0 61 * * * *")] TimerInfo timer) => Task.CompletedTask;
}

public sealed class Twin
{
    [Function("twins")]
    public Task Run([TimerTrigger("0 * * * * *")] TimerInfo timer) => Task.CompletedTask;
}

public sealed class OtherTwin
{
    [Function("Twins")]
    public Task Run([TimerTrigger("0 * * * * *")] TimerInfo timer) => Task.CompletedTask;
}

public sealed class WrongTriggers
{
    [Function("None")]
    public Task None(string message) => Task.CompletedTask;

    [Function("Two")]
    public Task Two([QueueTrigger("queue")] string message, [TimerTrigger("0 * * * * *")] TimerInfo timer) => Task.CompletedTask;
}

public sealed class QueueOnly
{
    [Function("Listener")]
    public Task Run([QueueTrigger("work")] string message) => Task.CompletedTask;
}

public sealed class BadQueueName
{
    [Function("Shouter")]
    public Task Run([QueueTrigger("Work_Queue")] string message) => Task.CompletedTask;
}

internal sealed class HiddenFunction
{
    [Function("Hidden")]
    public Task Run([TimerTrigger("0 * * * * *")] TimerInfo timer) => Task.CompletedTask;
}
