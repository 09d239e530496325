using System.CommandLine;
using System.Diagnostics;
using System.Runtime.InteropServices;
using IntegrationHub.Cli.Hub;
using IntegrationHub.Cli.Local;
using IntegrationHub.Cli.Publish;
using IntegrationHub.Cli.Shell;

namespace IntegrationHub.Cli.Up;

internal static class UpCommand
{
    public static Command Create(Workspace workspace, Screen screen)
    {
        var empty = new Option<bool>("--empty") { Description = Texts.Get("up.empty") };
        var command = new Command("up", Texts.Get("up.help")) { empty };
        command.SetAction((parsed, cancellation) => Run(workspace, screen, parsed.GetValue(empty), cancellation));
        return command;
    }

    private static async Task<int> Run(Workspace workspace, Screen screen, bool empty, CancellationToken cancellation)
    {
        var ports = Ports.Read(workspace.Environment);
        ports.Check();
        if (RunningState.Read(workspace.RunningFile) is { } other)
            throw new CliException(Texts.Get("up.already", other.Hub, other.Process), Ports.ExitCode);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        using var terminalClosed = PosixSignalRegistration.Create(PosixSignal.SIGHUP, signal =>
        {
            signal.Cancel = true;
            stop.Cancel();
        });
        var ready = false;
        try
        {
            await using var stack = new LocalStack(workspace, ports);
            var secrets = await Start(workspace, screen, stack, ports, stop.Token);
            if (!empty)
                await stack.While(token => FirstCompletions(screen, ports, secrets, token), stop.Token);
            Addresses.Show(screen, workspace, ports, secrets[LocalSecrets.AdminKey]);
            ready = true;
            await stack.While(token => Task.Delay(Timeout.Infinite, token), stop.Token);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            screen.Line(Texts.Get("up.stopped"));
        }
        finally
        {
            File.Delete(workspace.RunningFile);
        }
        return ready ? 0 : 130;
    }

    private static async Task<LocalSecrets> Start(
        Workspace workspace,
        Screen screen,
        LocalStack stack,
        Ports ports,
        CancellationToken cancellation)
    {
        var secrets = LocalSecrets.ReadOrMake(workspace.SettingsFile);
        var onHost = FunctionsHost.Read(workspace.Environment) is { } host
            ? await OnHost(host, workspace, screen, ports, cancellation)
            : null;
        await screen.Work(Texts.Get("up.azurite"), progress => stack.StartAzurite(progress, cancellation));
        await screen.Work(Texts.Get("up.programs"), _ => stack.StartPrograms(secrets, onHost, cancellation));
        new RunningState(Environment.ProcessId, new(ports.HubAddress), new(ports.SandboxAddress), ports.Storage)
            .Write(workspace.RunningFile);
        return secrets;
    }

    private static async Task<ProcessStartInfo> OnHost(
        FunctionsHost host,
        Workspace workspace,
        Screen screen,
        Ports ports,
        CancellationToken cancellation)
    {
        var build = AppBuild.ForThisMachine(workspace);
        if (!build.IsCurrent)
            await screen.Work(Texts.Get("publish.building", build.Runtime), _ => build.Run(cancellation));
        screen.Line(Texts.Get("up.onHost", host.Program, build.Folder));
        return host.Start(build.Folder, ports.Hub.Number);
    }

    private static async Task FirstCompletions(Screen screen, Ports ports, LocalSecrets secrets, CancellationToken cancellation)
    {
        using var hub = HubConnection.Open(new(ports.HubAddress), secrets[LocalSecrets.AdminKey]);
        using var sandbox = new SandboxApi(new(ports.SandboxAddress));
        if (await hub.Awards(cancellation: cancellation) is { Count: > 0 } kept)
        {
            screen.Line(Texts.Get("first.kept", kept.Count));
            return;
        }

        var first = new FirstCompletions(hub, sandbox, secrets);
        await screen.Work(Texts.Get("first.sending"), _ => first.Send(cancellation));
        await screen.Work(Texts.Get("first.waiting"), progress => first.Watch(progress, cancellation));
    }
}
