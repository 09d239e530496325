using IntegrationHub.Functions.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Functions.Security;

public sealed class SecretSettingsTests
{
    private const string Unresolved = "@Microsoft.KeyVault(SecretUri=https://kv-example.vault.azure.net/secrets/Hub--AdminKey)";

    [Theory]
    [InlineData("hush", "hush")]
    [InlineData("", null)]
    [InlineData(Unresolved, null)]
    public void A_reference_that_the_platform_could_not_resolve_is_no_secret(string value, string? secret) =>
        With(value).Secret("Hub:AdminKey").ShouldBe(secret);

    [Fact]
    public void Nobody_gets_in_with_the_reference_in_the_place_of_the_key()
    {
        var request = new DefaultHttpContext().Request;
        request.Headers.Authorization = $"Bearer {Unresolved}";
        new AdminKey(With(Unresolved)).Admits(request).ShouldBeFalse();
    }

    private static IConfiguration With(string value) =>
        new ConfigurationBuilder().AddInMemoryCollection([new("Hub:AdminKey", value)]).Build();
}
