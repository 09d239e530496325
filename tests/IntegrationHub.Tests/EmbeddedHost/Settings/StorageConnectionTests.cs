using IntegrationHub.EmbeddedHost.Settings;
using Microsoft.Extensions.Configuration;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.EmbeddedHost.Settings;

public sealed class StorageConnectionTests
{
    [Theory]
    [InlineData(null, "AzureWebJobsStorage", "UseDevelopmentStorage=true", "http://127.0.0.1:10001/devstoreaccount1")]
    [InlineData(null, "AzureWebJobsStorage:accountName", "hubstore", "https://hubstore.queue.core.windows.net/")]
    [InlineData(null, "AzureWebJobsStorage:queueServiceUri", "https://queues.example.ca/", "https://queues.example.ca/")]
    [InlineData("Other", "AzureWebJobsOther:accountName", "otherstore", "https://otherstore.queue.core.windows.net/")]
    [InlineData("Other", "Other:queueServiceUri", "https://other.example.ca/", "https://other.example.ca/")]
    public void A_connection_is_a_string_or_an_address_with_an_identity(string? connection, string key, string value, string address)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new(key, value)]).Build();
        new StorageConnections(configuration, new Faults()).Queues(connection, "Function")!.Uri.ToString().ShouldBe(address);
    }
}
