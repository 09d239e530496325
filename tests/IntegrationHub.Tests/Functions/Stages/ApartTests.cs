using IntegrationHub.Core;
using IntegrationHub.Core.Messaging;
using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Steps;
using IntegrationHub.Functions.Stages;
using IntegrationHub.Storage;
using IntegrationHub.Testing;
using IntegrationHub.Testing.Pipeline;
using Microsoft.Extensions.Logging.Abstractions;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Functions.Stages;

/// <summary>What goes wrong with one institution keeps the hub from nothing that it does for the others.</summary>
public sealed class ApartTests
{
    [Fact]
    public async Task One_that_fails_keeps_no_other_from_its_turn_and_its_failure_is_thrown_at_the_end()
    {
        var done = new List<string>();

        var failure = await Should.ThrowAsync<InvalidOperationException>(() => TenantByTenant.Each(["a", "b", "c"], async one =>
        {
            await Task.Yield();
            done.Add(one != "b" ? one : throw new InvalidOperationException(one));
        }));

        done.ShouldBe(["a", "c"]);
        failure.Message.ShouldBe("b");
    }

    [Fact]
    public async Task Several_that_fail_are_thrown_together() =>
        (
            await Should.ThrowAsync<AggregateException>(() =>
                TenantByTenant.Each(["a", "b"], one => throw new InvalidOperationException(one)))).InnerExceptions.Count.ShouldBe(2);

    [Fact]
    public async Task The_end_of_the_wait_ends_all()
    {
        var tried = 0;
        await Should.ThrowAsync<OperationCanceledException>(() => TenantByTenant.Each(["a", "b"], _ =>
            {
                tried++;
                throw new OperationCanceledException();
            }));
        tried.ShouldBe(1);
    }

    /// <summary>Whoever goes through the institutions one by one does it so; those that look for themselves are named.</summary>
    [Fact]
    public void Nothing_goes_through_the_institutions_in_a_loop_of_its_own()
    {
        string[] looksForItself = ["MetricsSampler.cs", "AwardFunctions.cs"];
        Directory
            .EnumerateFiles(Repository.Path("src"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Split(Path.DirectorySeparatorChar).Contains("obj"))
            .Where(file => File.ReadAllText(file).Contains("in institutions.All", StringComparison.Ordinal))
            .Select(Path.GetFileName)
            .ShouldBe(looksForItself, ignoreOrder: true);
    }

    [Fact]
    public async Task A_message_of_an_institution_that_has_no_good_version_waits_until_it_has_one()
    {
        var (campus, institutions, handled) = (new Campus(), new OneInstitution { IsOut = true }, 0);
        var sent = new SentMessages();
        var router = new MessageRouter([new(typeof(StepDue), "step", (_, _) => Task.FromResult(handled++), (_, _) => Task.CompletedTask)]);
        var stage = new Stage(
            router,
            campus.Failed,
            new(sent, campus.Options, campus.Time),
            new(StorageClients.Of("UseDevelopmentStorage=true")),
            institutions,
            campus.Options,
            NullLogger<Stage>.Instance);
        const string message =
            $$$"""{"v":2,"id":"T1","kind":"step","message":"""
                + $$$"""{"institution":"{{{OneInstitution.Id}}}","award":"{{{OneInstitution.Id}}}-A-0","step":"Badge"}}""";

        await stage.Run(QueueNames.Badges, message, default);
        handled.ShouldBe(0);
        sent.All.ShouldHaveSingleItem()
            .ShouldSatisfyAllConditions(
                one => one.Queue.ShouldBe(QueueNames.Badges),
                one =>
                    (one.Envelope.Id, one.Envelope.Message).ShouldBe(
                        ("T1", new StepDue(AwardId.Parse($"{OneInstitution.Id}-A-0"), StepName.Badge))),
                one => one.Delay.ShouldBe(TimeSpan.FromMinutes(5)));

        institutions.IsOut = false;
        await stage.Run(QueueNames.Badges, message, default);
        handled.ShouldBe(1);
    }

    [Fact]
    public async Task The_sweeper_sends_nothing_for_an_institution_that_has_no_good_version()
    {
        var campus = new Campus();
        campus.Outside.Before[ConnectionRole.Badges] = () => new InvalidOperationException("A mistake that loses the message.");
        await campus.Deliver(OneInstitution.Assessed(91));
        await Should.ThrowAsync<InvalidOperationException>(() => campus.Work());
        campus.Award![StepName.Badge].HasEnded.ShouldBeFalse();
        campus.Time.Advance(TimeSpan.FromHours(2));

        campus.Institutions.IsOut = true;
        (await campus.Sweeper.Sweep(default)).ShouldBe(0);
        campus.Institutions.IsOut = false;
        (await campus.Sweeper.Sweep(default)).ShouldBeGreaterThan(0);
    }

    private sealed class SentMessages : IQueues
    {
        public List<(string Queue, Envelope Envelope, TimeSpan? Delay)> All { get; } = [];

        public Task Send(Envelope envelope, TimeSpan? delay, CancellationToken cancellation)
        {
            All.Add((envelope.Message.Queue, envelope, delay));
            return Task.CompletedTask;
        }
    }
}
