namespace IntegrationHub.Cli.Hub;

/// <summary>
/// Reads an answer to its end before it counts as one: Refit asks for the headers only, and <see cref="HttpClient.Timeout"/>
/// ends with what was asked for, so a body that stalls would be waited for without an end.
/// </summary>
internal sealed class WholeAnswers() : DelegatingHandler(new SocketsHttpHandler())
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var answer = await base.SendAsync(request, cancellationToken);
        try
        {
            await answer.Content.LoadIntoBufferAsync(cancellationToken);
            return answer;
        }
        catch (Exception failure)
        {
            answer.Dispose();
            if (failure is HttpRequestException)
                throw new HttpRequestException(HttpRequestError.ResponseEnded, failure.Message, failure);
            throw;
        }
    }
}
