using System.Net;

namespace IntegrationHub.EndToEnd.Kill;

/// <summary>A request's body whose second half waits for a word.</summary>
internal sealed class SlowBody(byte[] content) : HttpContent
{
    private readonly TaskCompletionSource _halfway = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _goOn = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The first half has left; with <c>Expect: 100-continue</c> the other side has begun to read then.</summary>
    public Task Halfway => _halfway.Task;

    public void GoOn() => _goOn.TrySetResult();

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        var half = content.Length / 2;
        await stream.WriteAsync(content.AsMemory(..half));
        await stream.FlushAsync();
        _halfway.TrySetResult();
        await _goOn.Task;
        await stream.WriteAsync(content.AsMemory(half..));
    }

    protected override bool TryComputeLength(out long length) => (length = content.Length) >= 0;
}
