using IntegrationHub.Core.Intake;
using IntegrationHub.Core.Lms;
using IntegrationHub.Core.Model.Completions;
using IntegrationHub.Core.Model.Institutions;

namespace IntegrationHub.Connectors.Lms.Caliper;

/// <summary>A sensor that sends Caliper 1.1 or 1.2 over HTTP, as the standard wants it (5.1.1).</summary>
/// <param name="kind">The kind of source.</param>
/// <param name="meaning">What its events mean.</param>
internal sealed class CaliperLms(string kind, CaliperMeaning meaning) : ILms, ITestEvents
{
    private readonly CaliperEnvelope _envelope = new(meaning);

    /// <inheritdoc/>
    public string Kind => kind;

    /// <inheritdoc/>
    // Every grade is of an assessment, never of a course.
    public bool GradesApart(Source source, Completion? completion = null) => false;

    /// <inheritdoc/>
    public TestEvent TestEvent(Source source, DateTimeOffset now) => TestEnvelope.At(now);

    /// <inheritdoc/>
    public Reading Read(Source source, Delivery delivery) => IsJson(delivery.Header("Content-Type"))
        ? Guarded.Read(() => _envelope.Read(source, delivery.Content), faultStatus: 400)
        : new Reading { Fault = "The Content-Type is not application/json.", FaultStatus = 415, Answer = AnswerForm.Empty };

    private static bool IsJson(string? type) =>
        type.AsSpan().Trim() is var value
        && (value.IndexOf(';') is var end and >= 0 ? value[..end].TrimEnd() : value).Equals(
            "application/json",
            StringComparison.OrdinalIgnoreCase);
}
