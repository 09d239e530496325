using IntegrationHub.Connectors.Lms.Statements;
using IntegrationHub.Core.Intake;
using IntegrationHub.Core.Lms;
using IntegrationHub.Core.Model.Completions;
using IntegrationHub.Core.Model.Institutions;

namespace IntegrationHub.Connectors.Lms.XApi;

/// <summary>Any sender of xAPI 1.0.3 or 2.0 statements, cmi5 among them.</summary>
internal sealed class XApiLms : ILms, ITestEvents
{
    private readonly XApiReader _reader = new(new PlainStatements(new()));

    /// <inheritdoc/>
    public string Kind => "xapi";

    /// <inheritdoc/>
    // Of cmi5 alone it is known that "passed" comes as a statement beside "completed"; its registration is the attempt.
    public bool GradesApart(Source source, Completion? completion = null) => completion?.Attempt is not null;

    /// <inheritdoc/>
    public TestEvent TestEvent(Source source, DateTimeOffset now) => TestStatement.At(now) with { Path = "/statements" };

    /// <inheritdoc/>
    public Reading Read(Source source, Delivery delivery) => _reader.Read(source, delivery);
}
