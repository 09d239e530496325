using System.Collections.Concurrent;
using System.Threading.Channels;
using Grpc.Core;
using IntegrationHub.EndToEnd.Package.FunctionsHost.Protocol;

namespace IntegrationHub.EndToEnd.Package.FunctionsHost;

/// <summary>The stream of messages to and from one worker; answers go to whoever asked.</summary>
internal sealed class WorkerStream : FunctionRpc.FunctionRpcBase
{
    private readonly Channel<StreamingMessage> _toWorker = Channel.CreateUnbounded<StreamingMessage>();
    private readonly ConcurrentDictionary<string, TaskCompletionSource<StreamingMessage>> _asked = new();
    private readonly TaskCompletionSource _started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ConcurrentQueue<string> _log = new();

    /// <summary>The worker has called.</summary>
    public Task Started => _started.Task;

    /// <summary>What the worker told its host to log.</summary>
    public string Log => string.Join(Environment.NewLine, _log);

    public override async Task EventStream(
        IAsyncStreamReader<StreamingMessage> fromWorker,
        IServerStreamWriter<StreamingMessage> toWorker,
        ServerCallContext context)
    {
        var writing = Write(toWorker, context.CancellationToken);
        await foreach (var message in fromWorker.ReadAllAsync(context.CancellationToken))
            Take(message);
        _toWorker.Writer.TryComplete();
        await writing;
    }

    public void Send(StreamingMessage message) => _toWorker.Writer.TryWrite(message);

    /// <param name="key">What the answer is known by: <see cref="KeyOf"/>.</param>
    /// <param name="message">The question.</param>
    public async Task<StreamingMessage> Ask(string key, StreamingMessage message)
    {
        var answer = _asked.GetOrAdd(key, _ => new(TaskCreationOptions.RunContinuationsAsynchronously));
        Send(message);
        return await answer.Task;
    }

    private async Task Write(IServerStreamWriter<StreamingMessage> toWorker, CancellationToken cancellation)
    {
        await foreach (var message in _toWorker.Reader.ReadAllAsync(cancellation))
            await toWorker.WriteAsync(message, cancellation);
    }

    private void Take(StreamingMessage message)
    {
        if (message.ContentCase == StreamingMessage.ContentOneofCase.StartStream)
            _started.TrySetResult();
        else if (message.ContentCase == StreamingMessage.ContentOneofCase.RpcLog)
            _log.Enqueue($"{message.RpcLog.Category}: {message.RpcLog.Message} {message.RpcLog.Exception?.Message}");
        else if (KeyOf(message) is { } key && _asked.TryRemove(key, out var asked))
            asked.TrySetResult(message);
    }

    private static string? KeyOf(StreamingMessage answer) => answer.ContentCase switch
    {
        StreamingMessage.ContentOneofCase.WorkerInitResponse => nameof(WorkerInitRequest),
        StreamingMessage.ContentOneofCase.FunctionMetadataResponse => nameof(FunctionsMetadataRequest),
        StreamingMessage.ContentOneofCase.FunctionLoadResponse => answer.FunctionLoadResponse.FunctionId,
        StreamingMessage.ContentOneofCase.InvocationResponse => answer.InvocationResponse.InvocationId,
        _ => null,
    };
}
