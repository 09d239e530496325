using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Core.Model.MicroCredentials;
using Shouldly;
using Xunit;

namespace IntegrationHub.Core.Tests.Rules;

/// <summary>An award keeps the rules that it was issued under, whatever becomes of the file.</summary>
public sealed class KeptTermsTests
{
    public static TheoryData<string> Every { get; } = [.. FileChanges.All.Keys];

    [Theory]
    [MemberData(nameof(Every))]
    public void Files_that_change_do_not_reach_what_was_issued(string change)
    {
        var issued = new Story().Graded(70, "attempt-1").Graded(85, "attempt-2");

        var after = issued.Changed(FileChanges.All[change]).Graded(86, "attempt-3").Award;

        (after.State, after.ContradictedSince, after.Earned, after.ValidUntil)
            .ShouldBe((AwardState.Valid, null, issued.Award.Earned, issued.Award.ValidUntil));
        (after.Decision with { Attempts = 2, Rules = [] }).ShouldBe(issued.Award.Decision with { Rules = [] });
    }

    [Theory]
    [MemberData(nameof(Every))]
    public void What_waits_for_approval_is_decided_by_the_files_of_the_day(string change)
    {
        var waits = new Story().Asks([ApprovalReason.Always]).Graded(70, "attempt-1").Graded(85, "attempt-2");

        waits.Award.Terms.ShouldBeNull();
        waits
            .Changed(FileChanges.All[change])
            .Says(ActKind.Approve)
            .Dossier.Awards.ShouldAllBe(award => award.Terms != null || award.State != AwardState.Valid);
    }

    [Fact]
    public void Rows_of_earlier_releases_keep_the_terms_of_their_next_change() =>
        new Story()
            .Graded(85, "attempt-1")
            .Forgets()
            .Graded(86, "attempt-2")
            .Says(ActKind.Suspend)
            .Award.Terms.ShouldNotBeNull()
            .Assessment!.PassThreshold.ShouldBe(80);
}
