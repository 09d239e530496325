using IntegrationHub.OpenBadges.Model;
using IntegrationHub.OpenBadges.Status;
using IntegrationHub.OpenBadges.Verification;
using IntegrationHub.Testing.OpenBadges;
using Shouldly;
using Xunit;
using static IntegrationHub.OpenBadges.Verification.CheckKind;
using static IntegrationHub.OpenBadges.Verification.CheckOutcome;
using static IntegrationHub.OpenBadges.Verification.VerificationReason;

namespace IntegrationHub.Tests.OpenBadges.Verification;

public sealed class StatusTests : IDisposable
{
    private readonly College _college = new();

    [Fact]
    public async Task A_revoked_badge_is_revoked_and_not_suspended()
    {
        _college.Mark(SampleBadges.Lists.Revocation, StatusPurposes.Revocation, 23);
        var report = await _college.Verify(_college.Badge());

        report.ShouldSay(NotRevoked, Failed, Revoked);
        report.ShouldSay(NotSuspended, Passed);
        report.ShouldBe(VerificationVerdict.Revoked);
    }

    [Fact]
    public async Task A_suspended_badge_is_suspended_and_not_revoked()
    {
        _college.Mark(SampleBadges.Lists.Suspension, StatusPurposes.Suspension, 23);
        var report = await _college.Verify(_college.Badge());

        report.ShouldSay(NotSuspended, Failed, Suspended);
        report.ShouldSay(NotRevoked, Passed);
        report.ShouldBe(VerificationVerdict.Suspended);
    }

    [Fact]
    public async Task Another_entry_of_the_list_says_nothing_of_this_badge()
    {
        _college.Mark(SampleBadges.Lists.Revocation, StatusPurposes.Revocation, 22);
        (await _college.Verify(_college.Badge())).ShouldBe(VerificationVerdict.Valid);
    }

    [Fact]
    public async Task A_badge_without_status_has_none_to_look_up()
    {
        var report = await _college.Verify(_college.Sign(SampleBadges.Least().ToUtf8()));
        report.ShouldSay(NotRevoked, NotApplicable);
        report.ShouldBe(VerificationVerdict.Valid);
    }

    [Fact]
    public async Task A_list_that_cannot_be_reached_leaves_it_open()
    {
        _college.Documents.Remove(SampleBadges.Lists.Revocation);
        var report = await _college.Verify(_college.Badge());

        report.ShouldSay(NotRevoked, Unknown, StatusUnreachable);
        report.ShouldBe(VerificationVerdict.Undetermined);
    }

    [Fact]
    public async Task A_list_that_was_altered_is_not_trusted()
    {
        _college.Mark(SampleBadges.Lists.Revocation, StatusPurposes.Revocation, 23);
        _college.Documents[SampleBadges.Lists.Revocation] = College.With(_college.Documents[SampleBadges.Lists.Revocation], list =>
            list["credentialSubject"]!["encodedList"] = new Bitstring().Encode());
        (await _college.Verify(_college.Badge())).ShouldSay(NotRevoked, Failed, StatusNotTrusted);
    }

    [Fact]
    public async Task A_list_of_another_issuer_does_not_count()
    {
        _college.Documents[SampleBadges.Lists.Revocation] = _college.Sign(
            StatusList
                .Publish(SampleBadges.Lists.Revocation, "did:web:example.ca", StatusPurposes.Revocation, new Bitstring(), SampleBadges.From)
                .ToUtf8());
        (await _college.Verify(_college.Badge())).ShouldSay(NotRevoked, Failed, StatusOfAnother);
    }

    [Fact]
    public async Task A_list_for_another_purpose_does_not_count()
    {
        _college.PublishList(SampleBadges.Lists.Revocation, StatusPurposes.Suspension, new Bitstring());
        (await _college.Verify(_college.Badge())).ShouldSay(NotRevoked, Failed, StatusPurposeDiffers);
    }

    [Fact]
    public async Task A_list_whose_time_is_over_leaves_it_open()
    {
        var list = StatusList.Publish(
            SampleBadges.Lists.Revocation,
            College.Did,
            StatusPurposes.Revocation,
            new Bitstring(),
            SampleBadges.From);
        _college.Documents[SampleBadges.Lists.Revocation] = _college.Sign(
            (list with { ValidUntil = SampleBadges.From.AddDays(1) }).ToUtf8());
        (await _college.Verify(_college.Badge())).ShouldSay(NotRevoked, Unknown, StatusNotTrusted);
    }

    [Theory]
    [InlineData(1, CheckOutcome.Passed, None, null)]
    [InlineData(3, Unknown, StatusNotTrusted, "NotYetValid")]
    public async Task A_list_that_has_not_begun_is_told_so_beyond_what_clocks_differ(
        int minutes,
        CheckOutcome outcome,
        VerificationReason why,
        string? detail)
    {
        _college.Documents[SampleBadges.Lists.Revocation] = _college.Sign(
            StatusList
                .Publish(
                    SampleBadges.Lists.Revocation,
                    College.Did,
                    StatusPurposes.Revocation,
                    new Bitstring(),
                    _college.Clock.GetUtcNow().AddMinutes(minutes))
                .ToUtf8());
        var report = await _college.Verify(_college.Badge());

        report.ShouldSay(NotRevoked, outcome, why);
        report[NotRevoked]!.Detail.ShouldBe(detail);
    }

    [Fact]
    public async Task A_list_whose_end_cannot_be_read_fails()
    {
        var list = StatusList.Publish(
            SampleBadges.Lists.Revocation,
            College.Did,
            StatusPurposes.Revocation,
            new Bitstring(),
            SampleBadges.From);
        _college.Documents[SampleBadges.Lists.Revocation] = _college.Sign(
            College.With(list.ToUtf8(), json => json["validUntil"] = "some day"));
        (await _college.Verify(_college.Badge())).ShouldSay(NotRevoked, Failed, StatusMalformed);
    }

    [Theory]
    [InlineData("200000", StatusIndexOutside)]
    [InlineData("-1", StatusMalformed)]
    [InlineData("many", StatusMalformed)]
    public async Task An_entry_outside_the_list_fails(string index, VerificationReason why)
    {
        var entry = StatusList.Entry(SampleBadges.Lists.Revocation, StatusPurposes.Revocation, 23) with { StatusListIndex = index };
        (await _college.Verify(_college.Sign((SampleBadges.Least() with { CredentialStatus = [entry] }).ToUtf8()))).ShouldSay(
            NotRevoked,
            Failed,
            why);
    }

    [Fact]
    public async Task A_badge_in_place_of_the_list_fails()
    {
        _college.Documents[SampleBadges.Lists.Revocation] = _college.Sign(SampleBadges.Least().ToUtf8());
        (await _college.Verify(_college.Badge())).ShouldSay(NotRevoked, Failed, StatusMalformed);
    }

    [Fact]
    public async Task A_swapped_entry_breaks_the_signature()
    {
        var swapped = College.With(_college.Badge(), badge => badge["credentialStatus"]![0]!["statusListIndex"] = "24");
        (await _college.Verify(swapped)).ShouldSay(Signature, Failed, SignatureWrong);
    }

    [Fact]
    public async Task A_list_is_read_once_however_many_point_into_it()
    {
        var entries = Enumerable
            .Range(20, 4)
            .Select(index => StatusList.Entry(SampleBadges.Lists.Revocation, StatusPurposes.Revocation, index));
        _college.Mark(SampleBadges.Lists.Revocation, StatusPurposes.Revocation, 22);

        (await _college.Verify(_college.Sign((SampleBadges.Least() with { CredentialStatus = [.. entries] }).ToUtf8()))).ShouldSay(
            NotRevoked,
            Failed,
            Revoked);
        _college.Fetched.Where(address => address == SampleBadges.Lists.Revocation).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task More_entries_than_are_looked_at_leave_it_open()
    {
        var entries = Enumerable
            .Range(20, 9)
            .Select(index => StatusList.Entry(SampleBadges.Lists.Revocation, StatusPurposes.Revocation, index));
        (await _college.Verify(_college.Sign((SampleBadges.Least() with { CredentialStatus = [.. entries] }).ToUtf8()))).ShouldSay(
            NotRevoked,
            Unknown,
            TooMany);
    }

    [Fact]
    public async Task A_message_in_a_list_is_of_no_weight()
    {
        var entry = StatusList.Entry(SampleBadges.Lists.Revocation, "message", 23);
        var report = await _college.Verify(_college.Sign((SampleBadges.Least() with { CredentialStatus = [entry] }).ToUtf8()));
        report.ShouldSay(NotRevoked, NotApplicable);
        report.ShouldBe(VerificationVerdict.Valid);
    }

    [Fact]
    public async Task A_status_of_another_kind_leaves_it_open()
    {
        var badge = College.With(SampleBadges.Least().ToUtf8(), badge =>
            badge["credentialStatus"] = new System.Text.Json.Nodes.JsonObject
            {
                ["id"] = "https://example.ca/revocations",
                ["type"] = "1EdTechRevocationList",
            });
        (await _college.Verify(_college.Sign(badge))).ShouldSay(NotRevoked, Unknown, StatusUnsupported);
    }

    public void Dispose() => _college.Dispose();
}
