using Azure.Identity;
using IntegrationHub.Storage;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Storage;

/// <summary>What the hub proves itself with to storage and to Azure Monitor.</summary>
public sealed class IdentityTests
{
    [Fact]
    public void By_connection_string_there_is_none() =>
        Identity(("AzureWebJobsStorage", "UseDevelopmentStorage=true")).ShouldBeNull();

    [Fact]
    public void An_account_by_name_is_reached_by_the_identity_that_is_named_or_by_whatever_there_is()
    {
        Identity(("AzureWebJobsStorage:accountName", "sthub"), ("AzureWebJobsStorage:clientId", "8d9f"))
            .ShouldBeOfType<ManagedIdentityCredential>();
        Identity(("AzureWebJobsStorage:accountName", "sthub")).ShouldBeOfType<DefaultAzureCredential>();
    }

    private static Azure.Core.TokenCredential? Identity(params (string Name, string? Value)[] settings) =>
        StorageClients.Identity(name => settings.FirstOrDefault(one => one.Name == name).Value);
}
