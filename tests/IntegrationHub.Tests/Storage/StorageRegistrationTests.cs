using IntegrationHub.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Storage;

public sealed class StorageRegistrationTests
{
    [Fact]
    public void Everything_is_registered_once()
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new("AzureWebJobsStorage", "UseDevelopmentStorage=true")]).Build();

        var services = new ServiceCollection().AddStorage(settings);

        services.CountBy(service => service.ServiceType).Where(type => type.Value > 1).ShouldBeEmpty();
    }
}
