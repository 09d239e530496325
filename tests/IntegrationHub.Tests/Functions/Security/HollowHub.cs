using System.Collections.Concurrent;
using System.Net;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using IntegrationHub.Console;
using IntegrationHub.Core.Badges;
using IntegrationHub.Functions.Api;
using IntegrationHub.Functions.Pages;
using IntegrationHub.Functions.Security;
using IntegrationHub.Functions.Telemetry;
using IntegrationHub.Storage;
using IntegrationHub.Testing.Console;
using IntegrationHub.Testing.Hosting;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace IntegrationHub.Tests.Functions.Security;

/// <summary>
/// Every HTTP function of the hub over real HTTP, with nothing behind it: what gets past the doors and asks for something breaks, with a
/// 500.
/// </summary>
public sealed partial class HollowHub : IAsyncLifetime
{
    public const string Key = "open-sesame";

    private static readonly Type[] Classes = [.. typeof(SignInFunctions).Assembly.GetTypes().Where(type => TriggersOf(type).Any())];

    private readonly TestHost _host;

    public HollowHub() : this("http://localhost:7071")
    {
    }

    internal HollowHub(string publicBaseUrl, string? key = Key, InMemoryKeyRing? ring = null, TimeProvider? time = null) =>
        _host = new(
            Classes,
            configure: builder =>
            {
                builder.Logging.WithoutAddresses().AddProvider(new KeptLog(Log));
                builder
                    .Services.AddSingleton<IKeyRing>(ring ?? new())
                    .AddSingleton(time ?? TimeProvider.System)
                    .AddConsole()
                    .AddAdminKey()
                    .AddSingleton<IntegrationHub.Functions.Pages.PageHandler>()
                    .AddSingleton<ApiHandler>()
                    .AddSingleton<HolderCommands>()
                    .AddSingleton<ClaimLink>();
                foreach (var needed in Classes
                        .Concat([typeof(HolderCommands), typeof(ClaimLink)])
                        .SelectMany(type => type.GetConstructors())
                        .SelectMany(constructor => constructor.GetParameters())
                        .Select(parameter => parameter.ParameterType)
                        .Distinct())
                    if (builder.Services.All(service => service.ServiceType != needed))
                        builder.Services.AddSingleton(
                            needed,
                            needed.IsInterface
                                ? DispatchProxy.Create(needed, typeof(Nothing))
                                : RuntimeHelpers.GetUninitializedObject(needed));
            },
            settings: [$"--Hub:AdminKey={key}", $"--PublicBaseUrl={publicBaseUrl}"]);

    /// <summary>Every route with its verbs.</summary>
    public static IEnumerable<(string Method, string Path)> Routes =>
        from type in Classes
        from trigger in TriggersOf(type)
        from method in trigger.Methods!
        select (
            method.ToUpperInvariant(),
            "/"
                + Parameter()
                    .Replace(trigger.Route!, match => match.Value.Contains('?') ? ""
                        : match.Value.Contains(":int") ? "1"
                        : "x"));

    /// <summary>The pages that change something.</summary>
    public static IEnumerable<string> Forms =>
        Routes
            .Where(route =>
                route.Method is not "GET" and not "HEAD" and not "OPTIONS"
                && !route.Path.StartsWith("/api/", StringComparison.Ordinal)
                && !route.Path.StartsWith("/hooks/", StringComparison.Ordinal))
            .Select(route => route.Path);

    /// <summary>Every line that the host logs since it has started.</summary>
    public ConcurrentQueue<string> Log { get; } = new();

    public HttpClient Http { get; private set; } = null!;

    internal IServiceProvider Services => _host.Services;

    /// <summary>The address as the page's browser knows it.</summary>
    public string Origin => Http.BaseAddress!.GetLeftPart(UriPartial.Authority);

    public async ValueTask InitializeAsync()
    {
        using var first = await _host.StartAsync();
        Http = new(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = first.BaseAddress };
        Log.Clear();
    }

    public ValueTask DisposeAsync()
    {
        Http?.Dispose();
        return _host.DisposeAsync();
    }

    /// <summary>The cookie of a new session.</summary>
    public async Task<string> SignIn(string key = Key)
    {
        using var answer = await Http.GetAsync($"/sign-in?key={key}");
        return CookiesOf(answer).First(cookie => cookie.Contains("hub-session", StringComparison.Ordinal)).Split(';')[0];
    }

    /// <summary>The antiforgery cookie and field that somebody gets: who has a session, with its cookie.</summary>
    public async Task<(string Cookie, KeyValuePair<string, string> Field)> Pair(string? session = null)
    {
        using var answer = await Send(HttpMethod.Get, "/verify", session);
        var field = Field().Match(await answer.Content.ReadAsStringAsync()).Groups;
        return (
            CookiesOf(answer).First(cookie => cookie.Contains("hub-antiforgery", StringComparison.Ordinal)).Split(';')[0],
            new(field["name"].Value, WebUtility.HtmlDecode(field["value"].Value)));
    }

    public Task<HttpResponseMessage> Send(
        HttpMethod method,
        string path,
        string? cookies,
        HttpContent? content = null,
        params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(method, path) { Content = content };
        request.Headers.Add("Accept-Language", "en");
        foreach (var (name, value) in headers.Concat(cookies is null ? [] : [("Cookie", cookies)]))
            request.Headers.TryAddWithoutValidation(name, value);
        return Http.SendAsync(request);
    }

    public static IEnumerable<string> CookiesOf(HttpResponseMessage answer) =>
        answer.Headers.TryGetValues("Set-Cookie", out var cookies) ? cookies : [];

    private static IEnumerable<HttpTriggerAttribute> TriggersOf(Type type) =>
        type.GetMethods()
            .SelectMany(method => method.GetParameters())
            .Select(parameter => parameter.GetCustomAttribute<HttpTriggerAttribute>())
            .OfType<HttpTriggerAttribute>();

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Parameter();

    [GeneratedRegex("""<input type="hidden" name="(?<name>__RequestVerificationToken)" value="(?<value>[^"]*)".""")]
    private static partial Regex Field();
}

/// <summary>An interface behind which there is nothing: no row, no message, no institution.</summary>
public class Nothing : DispatchProxy
{
    /// <inheritdoc />
    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) =>
        targetMethod!.ReturnType is { IsValueType: true } type && type != typeof(void) ? Activator.CreateInstance(type) : null;
}
