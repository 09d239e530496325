using Azure.Storage.Queues;
using IntegrationHub.EmbeddedHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace IntegrationHub.EndToEnd.EmbeddedHost;

/// <summary>A host with one queue function on a queue of its own.</summary>
internal sealed class QueueHost : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("queue-host-");
    private readonly IHost _host;
    private readonly QueueServiceClient _raw;
    private readonly string _queue;

    public QueueHost(
        string storage,
        Work work,
        string queues = "{}",
        TimeProvider? time = null,
        string? queue = null,
        params string[] settings)
    {
        _queue = queue ?? $"work-{Guid.NewGuid():N}";
        _raw = new(storage, new QueueClientOptions { MessageEncoding = QueueMessageEncoding.None });
        Encoded = new(storage, _queue, new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 });
        Encoded.CreateIfNotExists();
        File.WriteAllText(
            Path.Combine(_folder.FullName, "host.json"),
            $$"""{ "version": "2.0", "extensions": { "queues": {{queues}} } }""");
        var builder = new EmbeddedApplicationBuilder([
            $"--EmbeddedHost:Directory={_folder.FullName}",
            "--port=0",
            "--Logging:Console:LogLevel:Default=None",
            $"--AzureWebJobsStorage={storage}",
            $"--Queue={_queue}",
            .. settings,
        ]);
        builder.Services.AddSingleton(work);
        if (time is not null)
            builder.Services.AddSingleton(time);
        builder.RunFunctionsOf(typeof(QueueWorker));
        _host = builder.Build();
    }

    public QueueClient Encoded { get; }

    public QueueClient Raw => _raw.GetQueueClient(_queue);

    public QueueClient Poison => _raw.GetQueueClient(_queue + "-poison");

    public Task StartAsync() => _host.StartAsync();

    public Task StopAsync() => _host.StopAsync();

    public async Task SendAsync(params IEnumerable<string> messages)
    {
        foreach (var message in messages)
            await Encoded.SendMessageAsync(message);
    }

    public async Task<int> CountAsync() => (await Raw.GetPropertiesAsync()).Value.ApproximateMessagesCount;

    public async Task<IReadOnlyList<string>> PoisonedAsync() =>
        await Poison.ExistsAsync() ? [.. (await Poison.PeekMessagesAsync(32)).Value.Select(message => message.MessageText)] : [];

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
        _folder.Delete(recursive: true);
    }
}
