using IntegrationHub.Storage;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationHub.Functions.Security;

/// <summary>Registers what protects cookies and forms.</summary>
public static class KeyRingRegistration
{
    /// <summary>What all instances of a hub are to Data Protection, wherever each of them lies.</summary>
    private const string Application = "IntegrationHub";

    /// <summary>Has Data Protection keep its keys in the hub's storage, sealed. Needs <see cref="IKeyRing"/> and the admin key.</summary>
    public static IServiceCollection AddKeyRing(this IServiceCollection services)
    {
        services.AddSingleton<IXmlEncryptor, SealedXmlEncryptor>().AddSingleton<IXmlRepository, KeyRepository>();
        services.AddDataProtection().SetApplicationName(Application);
        services.AddOptions<KeyManagementOptions>().Configure<IXmlRepository, IXmlEncryptor>((options, repository, encryptor) =>
            (options.XmlRepository, options.XmlEncryptor) = (repository, encryptor));
        return services;
    }
}
