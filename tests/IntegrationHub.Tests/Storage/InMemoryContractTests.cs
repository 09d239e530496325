using IntegrationHub.Testing.Storage;
using Microsoft.Extensions.Time.Testing;

namespace IntegrationHub.Tests.Storage;

/// <summary>The double keeps what dossiers promise.</summary>
public sealed class InMemoryDossiersTests() : DossiersContract(new InMemoryStand());

/// <summary>The double keeps what large dossiers promise.</summary>
public sealed class InMemoryLargeDossiersTests() : LargeDossiersContract(new InMemoryStand());

/// <summary>The double keeps what items for people promise.</summary>
public sealed class InMemoryAttentionTests() : AttentionContract(new InMemoryStand());

/// <summary>The double keeps what the index of awards promises.</summary>
public sealed class InMemoryAwardIndexTests() : AwardIndexContract(new InMemoryStand(new FakeTimeProvider(Now)));

/// <summary>The double keeps what the calendar promises.</summary>
public sealed class InMemoryCalendarTests() : CalendarContract(new InMemoryStand());

/// <summary>The double keeps what learners promise.</summary>
public sealed class InMemoryLearnersTests() : LearnersContract(new InMemoryStand());

/// <summary>The double keeps what kept deliveries promise.</summary>
public sealed class InMemoryPayloadsTests() : PayloadsContract(new InMemoryStand());

/// <summary>The double keeps what claims on notices promise.</summary>
public sealed class InMemoryClaimsTests() : NoticeClaimsContract(new InMemoryStand());
