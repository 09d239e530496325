using System.Globalization;
using System.Text.Json;
using IntegrationHub.Api;
using IntegrationHub.Cli.Shell;
using Refit;

namespace IntegrationHub.Cli.Hub;

/// <summary>Connects to a hub as its administrator; what goes wrong becomes a sentence for the person.</summary>
internal static class HubConnection
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public static IHubApi Open(Uri address, string key, TimeSpan? patience = null)
    {
        var http = new HttpClient(new WholeAnswers())
        {
            BaseAddress = new(address.AbsoluteUri.TrimEnd('/')),
            Timeout = patience ?? Patience,
        };
        http.DefaultRequestHeaders.AcceptLanguage.Add(new(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName));
        return HubClient.Create(http, key, settings => Say(settings, address));
    }

    private static void Say(RefitSettings settings, Uri address)
    {
        settings.ExceptionFactory = async answer =>
            answer.IsSuccessStatusCode ? null : Refusal.Read((int)answer.StatusCode, await answer.Content.ReadAsStringAsync());
        settings.TransportExceptionFactory = (_, failure, cancellation) => failure switch
        {
            OperationCanceledException when !cancellation.IsCancellationRequested => new CliException(Texts.Get("hub.silent", address)),
            HttpRequestException { HttpRequestError: HttpRequestError.ResponseEnded } =>
                new CliException(Texts.Get("hub.brokeOff", address)),
            HttpRequestException => new CliException(Texts.Get("hub.unreachable", address)),
            _ => failure,
        };
        settings.DeserializationExceptionFactory = (_, failure) =>
            ValueTask.FromResult<Exception?>(failure is JsonException ? new CliException(Texts.Get("hub.unreadable", address)) : failure);
    }
}
