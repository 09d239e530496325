using IntegrationHub.Core.Model.Institutions;

namespace IntegrationHub.Core.Intake;

/// <summary>Sends test events to the hub's own public address, as the LMS would.</summary>
public interface ISourceTester
{
    /// <summary>Whether the hub can prove a delivery in the sender's name: not where only the sender holds the key.</summary>
    bool CanTest(Source source);

    /// <summary>Sends one event that is no completion, and says what the address answered.</summary>
    Task<SourceTest> Send(Institution institution, Source source, CancellationToken cancellation);
}

/// <summary>A scheme that can also prove a delivery, as the sender does: for test events.</summary>
public interface ITestSigner
{
    /// <summary>Whether the hub holds what it takes to sign for the source: of a sender's public key it does not.</summary>
    bool CanSign(Source source) => true;

    /// <summary>The event with its credential; null where a secret has no value.</summary>
    TestEvent? Sign(Source source, TestEvent bare);
}

/// <summary>An event that the hub sends to itself.</summary>
/// <param name="Body">The body, as it is sent.</param>
/// <param name="Headers">Headers, the content's type among them.</param>
public sealed record TestEvent(ReadOnlyMemory<byte> Body, IReadOnlyDictionary<string, string> Headers)
{
    /// <summary>What follows the source's address, e.g. <c>/statements</c>.</summary>
    public string Path { get; init; } = "";

    /// <summary>What the address ends in behind <c>~</c>; null where it is not secret.</summary>
    public string? AddressKey { get; init; }

    /// <summary>The same with one more header.</summary>
    public TestEvent With(string header, string value) =>
        this with { Headers = new Dictionary<string, string>(Headers, StringComparer.OrdinalIgnoreCase) { [header] = value } };
}

/// <summary>What came of a test event.</summary>
/// <param name="Outcome">What came of it.</param>
/// <param name="Id">The <see cref="ReceivedDelivery.TrackingId"/> under which the journal has it; null where nothing was sent.</param>
/// <param name="Status">The HTTP status; null where nothing answered.</param>
public sealed record SourceTest(TestOutcome Outcome, string? Id = null, int? Status = null);

/// <summary>What can come of a test event.</summary>
public enum TestOutcome
{
    /// <summary>The hub took it: the way in is open.</summary>
    Taken,

    /// <summary>The hub did not take it; the journal says why.</summary>
    NotTaken,

    /// <summary>Nothing answered under the public address.</summary>
    Unreachable,

    /// <summary>Something else than this hub answered under the public address.</summary>
    Elsewhere,

    /// <summary>Only the sender can prove a delivery of this source.</summary>
    OnlyTheSender,

    /// <summary>A setting that holds a secret has no value.</summary>
    SecretMissing,
}
