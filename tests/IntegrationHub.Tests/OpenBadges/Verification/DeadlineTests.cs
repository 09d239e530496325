using System.Text;
using IntegrationHub.OpenBadges.Baking;
using IntegrationHub.OpenBadges.Model;
using IntegrationHub.OpenBadges.Verification;
using IntegrationHub.Testing.OpenBadges;
using IntegrationHub.Tests.OpenBadges.Baking;
using Shouldly;
using Xunit;
using static IntegrationHub.OpenBadges.Verification.CheckKind;
using static IntegrationHub.OpenBadges.Verification.CheckOutcome;
using static IntegrationHub.OpenBadges.Verification.VerificationReason;

namespace IntegrationHub.Tests.OpenBadges.Verification;

/// <summary>Opening a file is part of its verification: it ends with the deadline, and with whoever waits for it.</summary>
public sealed class DeadlineTests : IDisposable
{
    private readonly College _college = new();

    public static TheoryData<string> Forms => ["JSON", "JWT", "PNG", "packed PNG", "SVG"];

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task A_file_that_is_still_being_opened_at_the_deadline_cannot_be_settled(string form)
    {
        var report = await new CredentialVerifier(_college, new Over()).Verify(File(form), default);

        report.ShouldSay(Readable, Unknown, TooComplex);
        report.ShouldBe(VerificationVerdict.Undetermined);
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Nobody_waits_for_a_file_that_nobody_wants_any_more(string form) =>
        await Should.ThrowAsync<OperationCanceledException>(() =>
            new CredentialVerifier(_college, _college.Clock).Verify(File(form), new CancellationToken(canceled: true)));


    public void Dispose() => _college.Dispose();

    private byte[] File(string form) => form switch
    {
        "JSON" => _college.Badge(),
        "JWT" => Encoding.ASCII.GetBytes(_college.SignJwt(SampleBadges.Least().ToUtf8())),
        "PNG" => PngBaking.Bake(Pictures.Png(), _college.Badge()),
        "packed PNG" => Pictures.PngWith(Pictures.Packed(_college.Badge())),
        _ => SvgBaking.Bake(Encoding.UTF8.GetBytes(Pictures.Svg), _college.Badge()),
    };

    /// <summary>Every deadline is over as soon as it is set.</summary>
    private sealed class Over : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            callback(state);
            return System.CreateTimer(_ => { }, null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }
    }
}
