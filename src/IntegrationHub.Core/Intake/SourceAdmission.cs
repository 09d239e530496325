using IntegrationHub.Core.Lms;
using IntegrationHub.Core.Model.Completions;
using IntegrationHub.Core.Model.Institutions;

namespace IntegrationHub.Core.Intake;

/// <summary>Lets deliveries in: those that their source's scheme proves, as many as the source may send.</summary>
public sealed class SourceAdmission(IEnumerable<IAuthentication> schemes, SourceRateLimit rateLimit)
{
    private readonly Dictionary<string, IAuthentication> _schemes = schemes.ToDictionary(scheme => scheme.Scheme);

    /// <summary>The answer to a delivery that is not let in; null where it is.</summary>
    /// <exception cref="IntegrationHub.Core.Failures.OutsideException">What proves the sender cannot be fetched now.</exception>
    public async ValueTask<IntakeAnswer?> Objection(Source source, Delivery delivery, CancellationToken cancellation)
    {
        var admission = await _schemes[source.Authentication].Check(source, delivery, cancellation);
        if (admission != Admission.Admitted)
            return Refused(source, admission);
        return rateLimit.Take(source) is { } wait ? new(IntakeVerdict.TooMany) { Wait = wait } : null;
    }

    /// <summary>The content as it may be kept, without what proved it.</summary>
    public ReadOnlyMemory<byte> ToKeep(Source source, Delivery delivery) => _schemes[source.Authentication].ToKeep(source, delivery);

    /// <summary>The answer to a delivery that is refused.</summary>
    public static IntakeAnswer Refused(Source source, Admission why) =>
        new(IntakeVerdict.Refused) { Admission = why, Scheme = source.Authentication };
}
