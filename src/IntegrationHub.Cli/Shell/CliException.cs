namespace IntegrationHub.Cli.Shell;

/// <summary>Ends the command with a sentence for the person and an exit code.</summary>
internal sealed class CliException(string message, int exitCode = 1) : Exception(message)
{
    public int ExitCode { get; } = exitCode;
}
