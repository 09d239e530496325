namespace IntegrationHub.Sandbox.Settings;

/// <summary>The sandbox does not start; the message names every setting that is missing or faulty, and no value.</summary>
/// <param name="message">One line per fault.</param>
public sealed class SandboxSettingsException(string message) : Exception(message);
