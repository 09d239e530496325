using IntegrationHub.Core.Attention;
using IntegrationHub.Core.Learners;
using IntegrationHub.Core.Messaging;
using IntegrationHub.Core.Model.Awards;
using IntegrationHub.EndToEnd.Azurite;
using IntegrationHub.Testing.Storage;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace IntegrationHub.EndToEnd.Storage;

/// <summary>Real tables keep what dossiers promise.</summary>
public sealed class DossierStorageTests(AzuriteServer azurite) : DossiersContract, IAsyncLifetime
{
    private readonly RealStorage _real = new(azurite);

    protected override IDossiers Dossiers => _real.Get<IDossiers>();

    protected override string Tenant => _real.Tenant;

    public ValueTask InitializeAsync() => _real.Start();

    public ValueTask DisposeAsync() => _real.DisposeAsync();
}

/// <summary>Real tables keep what large dossiers promise.</summary>
public sealed class LargeDossierStorageTests(AzuriteServer azurite) : LargeDossiersContract, IAsyncLifetime
{
    private readonly RealStorage _real = new(azurite);

    protected override IDossiers Dossiers => _real.Get<IDossiers>();

    protected override string Tenant => _real.Tenant;

    public ValueTask InitializeAsync() => _real.Start();

    public ValueTask DisposeAsync() => _real.DisposeAsync();
}

/// <summary>Real tables keep what items for people promise.</summary>
public sealed class AttentionStorageTests(AzuriteServer azurite) : AttentionContract, IAsyncLifetime
{
    private readonly RealStorage _real = new(azurite);

    protected override IAttention Attention => _real.Get<IAttention>();

    protected override string Tenant => _real.Tenant;

    public ValueTask InitializeAsync() => _real.Start();

    public ValueTask DisposeAsync() => _real.DisposeAsync();
}

/// <summary>Real tables keep what the index of awards promises.</summary>
public sealed class AwardIndexStorageTests(AzuriteServer azurite) : AwardIndexContract, IAsyncLifetime
{
    private readonly RealStorage _real = new(azurite, new FakeTimeProvider(Now));

    protected override IAwardIndex Index => _real.Get<IAwardIndex>();

    protected override string Tenant => _real.Tenant;

    public ValueTask InitializeAsync() => _real.Start();

    public ValueTask DisposeAsync() => _real.DisposeAsync();
}

/// <summary>A real table keeps what the calendar promises.</summary>
public sealed class CalendarStorageTests(AzuriteServer azurite) : CalendarContract, IAsyncLifetime
{
    private readonly RealStorage _real = new(azurite);

    protected override ICalendar Calendar => _real.Get<ICalendar>();

    protected override string Tenant => _real.Tenant;

    public ValueTask InitializeAsync() => _real.Start();

    public ValueTask DisposeAsync() => _real.DisposeAsync();
}

/// <summary>Real tables keep what learners promise.</summary>
public sealed class LearnerStorageTests(AzuriteServer azurite) : LearnersContract, IAsyncLifetime
{
    private readonly RealStorage _real = new(azurite);

    protected override ILearners Learners => _real.Get<ILearners>();

    protected override string Tenant => _real.Tenant;

    public ValueTask InitializeAsync() => _real.Start();

    public ValueTask DisposeAsync() => _real.DisposeAsync();
}

/// <summary>Real blobs keep what kept deliveries promise.</summary>
public sealed class PayloadStorageTests(AzuriteServer azurite) : PayloadsContract, IAsyncLifetime
{
    private readonly RealStorage _real = new(azurite);

    protected override IPayloads Payloads => _real.Get<IPayloads>();

    protected override string Tenant => _real.Tenant;

    public ValueTask InitializeAsync() => _real.Start();

    public ValueTask DisposeAsync() => _real.DisposeAsync();
}
