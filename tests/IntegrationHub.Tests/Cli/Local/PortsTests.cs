using System.Globalization;
using System.Net;
using System.Net.Sockets;
using IntegrationHub.Cli.Local;
using IntegrationHub.Cli.Shell;
using IntegrationHub.Testing.Cli;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Cli.Local;

public sealed class PortsTests
{
    private static readonly string[] Variables =
    [
        "HUB_PORT",
        "SANDBOX_PORT",
        "AZURITE_BLOB_PORT",
        "AZURITE_QUEUE_PORT",
        "AZURITE_TABLE_PORT",
    ];

    [Theory]
    [MemberData(nameof(EachVariable))]
    public void A_busy_port_is_named_with_its_variable(string variable)
    {
        using var busy = new TcpListener(IPAddress.Loopback, 0);
        busy.Start();
        var number = ((IPEndPoint)busy.LocalEndpoint).Port;
        var environment = FreePorts();
        environment[variable] = number.ToString(CultureInfo.InvariantCulture);

        var stop = Should.Throw<CliException>(() => Ports.Read(environment.GetValueOrDefault).Check());
        stop.ExitCode.ShouldBe(2);
        stop.Message.ShouldContain(environment[variable]);
        stop.Message.ShouldContain(variable);
    }

    [Fact]
    public void Commands_find_the_running_stack_without_being_told_its_ports()
    {
        using var hub = new TcpListener(IPAddress.Loopback, 0);
        hub.Start();
        var folder = Directory.CreateTempSubdirectory("hub-ports-");
        var workspace = new Workspace(folder.FullName, _ => null);
        new RunningState(
            Environment.ProcessId,
            new($"http://localhost:{((IPEndPoint)hub.LocalEndpoint).Port}"),
            new("http://localhost:7999"),
            new(11000, 11001, 11002)).Write(workspace.RunningFile);

        var ports = Ports.Of(workspace);

        ports.Storage.ShouldBe(new(11000, 11001, 11002));
        (ports.Hub.Number, ports.Sandbox.Number).ShouldBe((((IPEndPoint)hub.LocalEndpoint).Port, 7999));
        hub.Stop();
        Ports.Of(workspace).ShouldBe(Ports.Read(_ => null));
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Up_with_a_busy_port_ends_with_2_before_it_makes_anything()
    {
        using var busy = new TcpListener(IPAddress.Loopback, 0);
        busy.Start();
        using var cli = new CliRun();
        foreach (var (name, value) in FreePorts())
            cli.With(name, value);
        cli.With("HUB_PORT", ((IPEndPoint)busy.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture));

        (await cli.Run("up", "--empty")).ShouldBe(2);
        cli.Errors.ShouldContain("HUB_PORT");
        Directory.EnumerateFileSystemEntries(cli.Folder).ShouldBeEmpty();
    }

    [Fact]
    public void Free_ports_pass()
    {
        Should.NotThrow(() => Ports.Read(FreePorts().GetValueOrDefault).Check());
    }

    [Fact]
    public void The_same_port_twice_is_refused()
    {
        var environment = FreePorts();
        environment["SANDBOX_PORT"] = environment["HUB_PORT"];
        Should.Throw<CliException>(() => Ports.Read(environment.GetValueOrDefault).Check()).Message.ShouldContain("HUB_PORT, SANDBOX_PORT");
    }

    [Theory]
    [InlineData("eighty")]
    [InlineData("0")]
    [InlineData("65536")]
    [InlineData("-1")]
    public void What_is_no_port_is_refused(string text)
    {
        var stop = Should.Throw<CliException>(() => Ports.Read(name => name == "HUB_PORT" ? text : null));
        stop.Message.ShouldContain("HUB_PORT=" + text);
        stop.ExitCode.ShouldBe(2);
    }

    public static TheoryData<string> EachVariable => [.. Variables];

    private static Dictionary<string, string> FreePorts()
    {
        var listeners = Variables.Select(_ => new TcpListener(IPAddress.Any, 0)).ToArray();
        foreach (var listener in listeners)
            listener.Start();
        var ports = Variables.Zip(listeners).ToDictionary(
            pair => pair.First, pair => ((IPEndPoint)pair.Second.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture));
        foreach (var listener in listeners)
            listener.Dispose();
        return ports;
    }
}
