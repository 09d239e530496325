using IntegrationHub.Sandbox;
using IntegrationHub.Sandbox.Settings;

try
{
    await SandboxApp.Create(args).RunAsync();
    return 0;
}
catch (SandboxSettingsException missing)
{
    await Console.Error.WriteLineAsync(missing.Message);
    return 1;
}
