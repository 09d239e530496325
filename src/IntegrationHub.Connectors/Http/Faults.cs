using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using IntegrationHub.Core.Failures;
using IntegrationHub.OpenBadges.Http;
using Polly.CircuitBreaker;
using Polly.RateLimiting;
using Polly.Timeout;
using Refit;

namespace IntegrationHub.Connectors.Http;

/// <summary>The one place where an answer or an exception of HTTP becomes an <see cref="OutsideException"/>.</summary>
internal static class Faults
{
    /// <summary>What a status means for us.</summary>
    public static OutsideFault Of(HttpStatusCode status) => (int)status switch
    {
        429 => OutsideFault.Throttled,
        401 or 403 => OutsideFault.Unauthorised,
        408 or >= 500 => OutsideFault.Unavailable,
        _ => OutsideFault.Refused,
    };

    /// <summary>The exception for a status that is no success.</summary>
    public static OutsideException Of(string system, string request, HttpStatusCode status, string? detail, TimeSpan? retryAfter)
    {
        var fault = Of(status);
        var reason = string.IsNullOrWhiteSpace(detail) ? "" : $": {Redaction.Of(detail)}";
        var remedy = fault == OutsideFault.Unauthorised ? " Check the credential of this connection." : "";
        return new(fault, $"{system} answered {(int)status} to {request}{reason}.{remedy}", retryAfter,
            new HttpRequestException(HttpRequestError.Unknown, $"Status {(int)status}", statusCode: status));
    }

    /// <summary>The exception for a request that got no answer.</summary>
    public static OutsideException Of(string system, string request, Exception exception) => exception switch
    {
        OutsideException known => known,
        TimeoutRejectedException or OperationCanceledException =>
            new(OutsideFault.Unavailable, $"{system} did not answer {request} in time.", inner: exception),
        BrokenCircuitException =>
            new(OutsideFault.Unavailable, $"{system} is left alone for a moment: too many of the last requests failed.", inner: exception),
        RateLimiterRejectedException =>
            new(OutsideFault.Throttled, $"Too many requests to {system} are under way in this process.", inner: exception),
        HttpRequestException { InnerException: RefusedAddressException refused } =>
            new(OutsideFault.Refused, $"{system}: {NotCalled(refused.Host)}", inner: exception),
        JsonException or InvalidDataException or HttpRequestException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded } =>
            Unreadable(system, request, $"something that cannot be read ({exception.GetType().Name})", exception),
        HttpRequestException http =>
            new(OutsideFault.Unavailable, $"{system} cannot be reached for {request} ({http.HttpRequestError}).", inner: exception),
        _ => new(OutsideFault.Unavailable, $"{system} broke off its answer to {request} ({exception.GetType().Name}).", inner: exception),
    };

    /// <summary>The exception for an answer of success that is no answer to the request: it concerns this request only.</summary>
    /// <param name="system">The system's name.</param>
    /// <param name="request">The request, without what could name a person.</param>
    /// <param name="found">What came instead, e.g. "success and no id".</param>
    /// <param name="inner">The cause.</param>
    public static OutsideException Unreadable(string system, string request, string found, Exception? inner = null) =>
        new(
            OutsideFault.Unreadable,
            $"{system} answered {request} with {found}. Whether it was done is looked up before it is tried again.",
            inner: inner);

    /// <summary>The content of an answer that was asked for with its headers.</summary>
    /// <exception cref="OutsideException">What became of the request instead.</exception>
    public static T Content<T>(this IApiResponse<T> answer, string system, string request)
        where T : class
    {
        if (answer is { Error: null, Content: { } content })
            return content;
        Exception? fault = answer.Error;
        while (fault is not (null or OutsideException))
            fault = fault.InnerException;
        throw fault ?? Unreadable(system, request, "no content", answer.Error);
    }

    private static string NotCalled(string host) =>
        $"'{host}' leads to a private or reserved address, which the hub does not call; "
        + "set Outgoing:AllowPrivate to true only where outside systems really are on the same network.";

    /// <summary>Whether the other side refused the token itself (401), so that a new one may help.</summary>
    public static bool IsRefusedToken(this OutsideException exception) =>
        exception.InnerException is HttpRequestException { StatusCode: HttpStatusCode.Unauthorized };

    /// <summary>Whether the other side knows nothing by that name (404).</summary>
    public static bool IsNotFound(this OutsideException exception) =>
        exception.InnerException is HttpRequestException { StatusCode: HttpStatusCode.NotFound };

    /// <summary>How long the other side asks to wait; null where it does not say.</summary>
    public static TimeSpan? Wait(this RetryConditionHeaderValue? after, DateTimeOffset now) =>
        after?.Delta ?? (after?.Date is { } date && date > now ? date - now : null);
}
