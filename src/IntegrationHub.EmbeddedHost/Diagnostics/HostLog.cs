using Microsoft.Extensions.Logging;

namespace IntegrationHub.EmbeddedHost.Diagnostics;

/// <summary>Every line that the host writes; event ids 200 to 299.</summary>
internal static partial class HostLog
{
    [LoggerMessage(200, LogLevel.Debug, "Function {Function} answered {Status}")]
    public static partial void Answered(ILogger log, string function, int status);

    [LoggerMessage(201, LogLevel.Debug, "Function {Function} stopped: the caller has gone")]
    public static partial void CallerGone(ILogger log, string function);

    [LoggerMessage(202, LogLevel.Error, "Function {Function} failed, invocation {Invocation}")]
    public static partial void RequestFailed(ILogger log, Exception failure, string function, string invocation);

    [LoggerMessage(203, LogLevel.Debug, "Function {Function} succeeded")]
    public static partial void Succeeded(ILogger log, string function);

    [LoggerMessage(204, LogLevel.Error, "Function {Function} failed")]
    public static partial void TimerFailed(ILogger log, Exception failure, string function);

    [LoggerMessage(205, LogLevel.Error, "Function {Function} failed, delivery {Delivery} of message {Message}, invocation {Invocation}")]
    public static partial void MessageFailed(
        ILogger log,
        Exception failure,
        string function,
        long delivery,
        string message,
        string invocation);


    [LoggerMessage(206, LogLevel.Error, "Function {Function}: message {Message} could not be settled; it comes again when its lease ends")]
    public static partial void NotSettled(ILogger log, Exception failure, string function, string message);

    [LoggerMessage(207, LogLevel.Error, "Function {Function}: message {Message} is not base64")]
    public static partial void NotBase64(ILogger log, string function, string message);

    [LoggerMessage(208, LogLevel.Warning, "Function {Function}: message {Message} moved to {Queue}")]
    public static partial void Poisoned(ILogger log, string function, string message, string queue);

    [LoggerMessage(
        209,
        LogLevel.Debug,
        "Function {Function}: a poison queue has no poison queue; the message comes again when its lease ends")]
    public static partial void PoisonStays(ILogger log, string function);

    [LoggerMessage(210, LogLevel.Warning, "The lease of message {Message} was not renewed")]
    public static partial void LeaseNotRenewed(ILogger log, Exception failure, string message);

    [LoggerMessage(211, LogLevel.Debug, "Message {Message} has left or was taken by another")]
    public static partial void MessageGone(ILogger log, string message);

    [LoggerMessage(212, LogLevel.Error, "Queue {Queue} does not answer; trying again")]
    public static partial void QueueSilent(ILogger log, Exception failure, string queue);

    [LoggerMessage(213, LogLevel.Debug, "Queue {Queue} still does not answer")]
    public static partial void QueueStillSilent(ILogger log, Exception failure, string queue);

    [LoggerMessage(214, LogLevel.Information, "Queue {Queue} answers again")]
    public static partial void QueueAnswers(ILogger log, string queue);
}
