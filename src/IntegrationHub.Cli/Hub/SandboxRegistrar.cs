using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using IntegrationHub.Cli.Shell;

namespace IntegrationHub.Cli.Hub;

/// <summary>Asks the sandbox's SIS, as Ethos is asked, for the registration of a learner in a section.</summary>
internal sealed class SandboxRegistrar(Uri sandbox, string apiKey) : IDisposable
{
    private readonly HttpClient http = new() { BaseAddress = new(sandbox, "ethos/") };

    public async Task<string> Registration(Guid person, Guid section, CancellationToken cancellation)
    {
        using var signIn = new HttpRequestMessage(HttpMethod.Post, "auth") { Headers = { Authorization = new("Bearer", apiKey) } };
        using var token = await http.SendAsync(signIn, cancellation);
        token.EnsureSuccessStatusCode();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Bearer",
            await token.Content.ReadAsStringAsync(cancellation));


        var criteria = Uri.EscapeDataString($$$"""{"registrant":{"id":"{{{person}}}"},"section":{"id":"{{{section}}}"}}""");
        http.DefaultRequestHeaders.Accept.ParseAdd("application/vnd.hedtech.integration.v16+json");
        var found = JsonNode.Parse(await http.GetStringAsync($"api/section-registrations?criteria={criteria}", cancellation));
        return found?[0]?["id"]?.GetValue<string>() ?? throw new CliException(Texts.Get("first.noRegistration"));
    }

    public void Dispose() => http.Dispose();
}
