namespace IntegrationHub.Cli.Azurite;

/// <summary>Azurite cannot be installed or started; the message says why and what to do.</summary>
/// <param name="message">What a person should read.</param>
public sealed class AzuriteException(string message) : Exception(message);
