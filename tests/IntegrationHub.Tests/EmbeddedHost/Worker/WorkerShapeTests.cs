using IntegrationHub.EmbeddedHost;
using IntegrationHub.Functions.Settings;
using IntegrationHub.Testing;
using IntegrationHub.Testing.Hosting;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.EmbeddedHost.Worker;

/// <summary>
/// The source compiles against the real worker too. worker-2.52.txt lists what the real assemblies offer in the types that the
/// embedded host declares; an end-to-end test holds the list against those assemblies where they can be restored.
/// </summary>
public sealed class WorkerShapeTests
{
    private static readonly string EmbeddedHost = typeof(EmbeddedHostExtensions).Assembly.Location;

    private static readonly string[] Real = File.ReadAllLines(
        Repository.Path("tests", "IntegrationHub.Tests", "EmbeddedHost", "Worker", "worker-2.52.txt"));


    [Fact]
    public void All_that_the_functions_use_of_the_worker_is_in_the_real_one_with_the_same_signature()
    {
        var used = WorkerShape.Used(typeof(HubOptions).Assembly.Location);
        used.Count.ShouldBeGreaterThan(8);
        used.ShouldContain(line => line.EndsWith("HttpTriggerAttribute.set_Route(System.String) : System.Void", StringComparison.Ordinal));
        used.Except(Real).ShouldBeEmpty();
    }

    [Fact]
    public void The_embedded_host_declares_nothing_that_the_real_worker_does_not_offer() =>
        WorkerShape.Offered(EmbeddedHost).Except(Real).ShouldBeEmpty();

    [Fact]
    public void All_that_the_functions_use_is_declared() =>
        WorkerShape.Used(typeof(HubOptions).Assembly.Location).Except(WorkerShape.Offered(EmbeddedHost)).ShouldBeEmpty();
}
