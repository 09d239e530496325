using IntegrationHub.Testing.Connectors;
using System.Net;
using System.Text.RegularExpressions;
using IntegrationHub.Console.Shared;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Model.Kinds;
using IntegrationHub.Testing.Console;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace IntegrationHub.Tests.Console;

/// <summary>Renders pages as the hub does.</summary>
internal static partial class Pages
{
    public static readonly HiddenField Token = new("token-field", "token-value");

    public static PageContext Context(string language = "en") => new(language, Token, "/here", Samples.Earned.AddHours(1));

    public static Task<string> Render<T>(string language, params (string Name, object? Value)[] parameters)
        where T : IComponent => Render<T>(language, HubKinds.All, parameters);

    public static async Task<string> Render<T>(string language, ConnectorKinds kinds, params (string Name, object? Value)[] parameters)
        where T : IComponent
    {
        var services = new ServiceCollection().AddSingleton<IInstitutions, OnlyLacNord>().AddSingleton(kinds).BuildServiceProvider();
        await using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
        return await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var all = parameters.ToDictionary(parameter => parameter.Name, parameter => parameter.Value);
            all["Page"] = all.GetValueOrDefault("Page") ?? Context(language);
            return (await renderer.RenderComponentAsync<T>(ParameterView.FromDictionary(all))).ToHtmlString();
        });
    }

    /// <summary>What a person reads, without markup, runs of blanks as one.</summary>
    public static string Words(string html) => Blanks().Replace(WebUtility.HtmlDecode(Tags().Replace(html, " ")), " ");

    /// <summary>The pieces of text between tags, in a language.</summary>
    public static IEnumerable<string> Pieces(string html) =>
        Tags().Split(html).Select(piece => WebUtility.HtmlDecode(piece).Trim()).Where(piece => piece.Length > 0);

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tags();

    [GeneratedRegex(@"[ \r\n\t]+")]
    private static partial Regex Blanks();

    private sealed class OnlyLacNord : IInstitutions
    {
        public IReadOnlyCollection<Institution> All => [Samples.LacNord];

        public IReadOnlyCollection<string> Names => [Samples.LacNord.Id];

        public InstitutionState Find(string id, out Institution? institution)
        {
            institution = id == Samples.LacNord.Id ? Samples.LacNord : null;
            return institution is null ? InstitutionState.Unknown : InstitutionState.InForce;
        }
    }
}
