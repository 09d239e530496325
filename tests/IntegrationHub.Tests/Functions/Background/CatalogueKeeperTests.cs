using IntegrationHub.Catalogue;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Functions.Background;
using IntegrationHub.Tests.Catalogue;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Functions.Background;

/// <summary>The catalogue is read before the hub runs, and again beside its requests.</summary>
public sealed class CatalogueKeeperTests : IDisposable
{
    private static readonly CatalogueOptions Options = new() { LookEvery = TimeSpan.FromSeconds(2) };

    private readonly CatalogueOnDisk _catalogue = new();
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public async Task What_changes_is_read_every_two_seconds_though_nobody_asks()
    {
        var institutions = CatalogueFolders.Open(_catalogue.Folder);
        using var keeper = Keeper(new ServiceCollection().AddSingleton(institutions));
        await keeper.StartAsync(TestContext.Current.CancellationToken);
        _catalogue.Spoil(CatalogueOnDisk.Main, "Lake College", "Lakeside College");

        await Until(() => institutions.Get("lac").Name.En == "Lakeside College");

        await keeper.StopAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Institutions_are_read_before_anything_runs()
    {
        var isRead = false;
        var services = new ServiceCollection().AddSingleton(_ =>
        {
            isRead = true;
            return CatalogueFolders.Open(_catalogue.Folder);
        });
        using var keeper = Keeper(services);

        var start = keeper.StartAsync(TestContext.Current.CancellationToken);

        isRead.ShouldBeTrue();
        await start;
        await keeper.StopAsync(TestContext.Current.CancellationToken);
    }

    public void Dispose() => _catalogue.Dispose();

    private CatalogueKeeper Keeper(IServiceCollection services) => new(
        services.BuildServiceProvider(),
        new OptionsWrapper<CatalogueOptions>(Options),
        _time,
        NullLogger<CatalogueKeeper>.Instance);

    private async Task Until(Func<bool> isSo)
    {
        for (var round = 0; !isSo(); round++)
        {
            round.ShouldBeLessThan(500);
            _time.Advance(Options.LookEvery);
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }
    }
}
