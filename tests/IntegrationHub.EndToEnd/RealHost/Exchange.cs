using System.Text;

namespace IntegrationHub.EndToEnd.RealHost;

/// <summary>A request that both hosts get.</summary>
/// <param name="Function">The function whose route it is made for.</param>
/// <param name="Verb">Its method.</param>
/// <param name="Path">Where to.</param>
/// <param name="Oddity">What is odd about it; the names of headers and their values, and the body.</param>
internal sealed record Exchange(string Function, string Verb, string Path, Oddity Oddity)
{
    public override string ToString() => $"{Verb} /{Path} ({Oddity.Name})";

    public HttpRequestMessage Request(Uri host)
    {
        var request = new HttpRequestMessage(new(Verb), new Uri(host, $"/{Path}"));
        if (Oddity.Body is not null)
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(Oddity.Body));
        foreach (var (name, value) in Oddity.Headers)
            if (!request.Headers.TryAddWithoutValidation(name, value))
                request.Content?.Headers.TryAddWithoutValidation(name, value);
        return request;
    }
}

/// <summary>What a request has beside its verb and path.</summary>
/// <param name="Name">What it is called where it makes a difference.</param>
/// <param name="Headers">Its headers.</param>
/// <param name="Body">Its body.</param>
internal sealed record Oddity(string Name, (string Name, string Value)[] Headers, string? Body = null);
