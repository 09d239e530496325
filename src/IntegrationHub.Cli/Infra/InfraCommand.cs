using System.CommandLine;
using IntegrationHub.Cli.Infra.Model;
using IntegrationHub.Cli.Shell;

namespace IntegrationHub.Cli.Infra;

internal static class InfraCommand
{
    public static Command Create(Workspace workspace, Screen screen)
    {
        var command = new Command("infra", Texts.Get("infra.help"));
        command.SetAction((_, cancellation) => Run(workspace, screen, cancellation));
        return command;
    }

    private static async Task<int> Run(Workspace workspace, Screen screen, CancellationToken cancellation)
    {
        if (!Directory.Exists(workspace.Infrastructure))
            throw new CliException(Texts.Get("infra.noFolder", workspace.Infrastructure));
        List<InfraFault> faults = [];
        List<Deployment> deployments = [];
        await screen.Work(Texts.Get("infra.fetching"), async progress =>
        {
            var files = new BicepFiles(workspace, await BicepCompiler.Get(workspace, cancellation));
            progress(Texts.Get("infra.compiling"));
            faults.AddRange(await files.Lint(cancellation));
            foreach (var parameters in files.Parameters)
            {
                progress(Texts.Get("infra.carryingOut", parameters));
                var (deployment, found) = await files.Deploy(parameters, cancellation);
                faults.AddRange(found);
                if (deployment is not null)
                    deployments.Add(deployment);
            }
            progress(Texts.Get("infra.checking"));
            faults.AddRange(InfraChecks.Faults(deployments, HubCode.Read(workspace, workspace.Program("src", "IntegrationHub.Functions"))));
            faults.AddRange(WatchingChecks.Faults(deployments, Watching.Read(workspace)));
        });

        foreach (var fault in faults.Distinct())
            screen.Line($"{fault}");
        foreach (var deployment in deployments)
            screen.Line(Texts.Get("infra.would", deployment.File, deployment.Resources.Count));
        screen.Line(faults.Count == 0 ? Texts.Get("infra.noFaults") : Texts.Get("infra.faults", faults.Distinct().Count()));
        return faults.Count == 0 ? 0 : 1;
    }
}
