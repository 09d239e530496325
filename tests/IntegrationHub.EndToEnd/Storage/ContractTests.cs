using IntegrationHub.EndToEnd.Azurite;
using IntegrationHub.Testing.Storage;
using Microsoft.Extensions.Time.Testing;

namespace IntegrationHub.EndToEnd.Storage;

/// <summary>Real tables keep what dossiers promise.</summary>
public sealed class DossierStorageTests(AzuriteServer azurite) : DossiersContract(new RealStorage(azurite));

/// <summary>Real tables keep what large dossiers promise.</summary>
public sealed class LargeDossierStorageTests(AzuriteServer azurite) : LargeDossiersContract(new RealStorage(azurite));

/// <summary>Real tables keep what items for people promise.</summary>
public sealed class AttentionStorageTests(AzuriteServer azurite) : AttentionContract(new RealStorage(azurite));

/// <summary>Real tables keep what the index of awards promises.</summary>
public sealed class AwardIndexStorageTests(AzuriteServer azurite) : AwardIndexContract(new RealStorage(azurite, new FakeTimeProvider(Now)));

/// <summary>A real table keeps what the calendar promises.</summary>
public sealed class CalendarStorageTests(AzuriteServer azurite) : CalendarContract(new RealStorage(azurite));

/// <summary>Real tables keep what learners promise.</summary>
public sealed class LearnerStorageTests(AzuriteServer azurite) : LearnersContract(new RealStorage(azurite));

/// <summary>Real blobs keep what kept deliveries promise.</summary>
public sealed class PayloadStorageTests(AzuriteServer azurite) : PayloadsContract(new RealStorage(azurite));

/// <summary>Real tables keep what claims on notices promise.</summary>
public sealed class NoticeClaimsTests(AzuriteServer azurite) : NoticeClaimsContract(new RealStorage(azurite));
