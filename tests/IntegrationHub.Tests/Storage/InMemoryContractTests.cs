using IntegrationHub.Core.Attention;
using IntegrationHub.Core.Learners;
using IntegrationHub.Core.Messaging;
using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Testing.Storage;
using Microsoft.Extensions.Time.Testing;

namespace IntegrationHub.Tests.Storage;

/// <summary>The double keeps what dossiers promise.</summary>
public sealed class InMemoryDossiersTests : DossiersContract
{
    protected override IDossiers Dossiers { get; } = new InMemoryStorage();

    protected override string Tenant => "lacnord";
}

/// <summary>The double keeps what large dossiers promise.</summary>
public sealed class InMemoryLargeDossiersTests : LargeDossiersContract
{
    protected override IDossiers Dossiers { get; } = new InMemoryStorage();

    protected override string Tenant => "lacnord";
}

/// <summary>The double keeps what items for people promise.</summary>
public sealed class InMemoryAttentionTests : AttentionContract
{
    protected override IAttention Attention { get; } = new InMemoryStorage();

    protected override string Tenant => "lacnord";
}

/// <summary>The double keeps what the index of awards promises.</summary>
public sealed class InMemoryAwardIndexTests : AwardIndexContract
{
    protected override IAwardIndex Index { get; } = new InMemoryStorage { Time = new FakeTimeProvider(Now) };

    protected override string Tenant => "lacnord";
}

/// <summary>The double keeps what the calendar promises.</summary>
public sealed class InMemoryCalendarTests : CalendarContract
{
    protected override ICalendar Calendar { get; } = new InMemoryStorage();

    protected override string Tenant => "lacnord";
}

/// <summary>The double keeps what learners promise.</summary>
public sealed class InMemoryLearnersTests : LearnersContract
{
    protected override ILearners Learners { get; } = new InMemoryStorage();

    protected override string Tenant => "lacnord";
}

/// <summary>The double keeps what kept deliveries promise.</summary>
public sealed class InMemoryPayloadsTests : PayloadsContract
{
    protected override IPayloads Payloads { get; } = new InMemoryStorage();

    protected override string Tenant => "lacnord";
}
