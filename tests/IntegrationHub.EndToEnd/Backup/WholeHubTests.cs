using System.Net;
using System.Text.Json.Nodes;
using IntegrationHub.EndToEnd.Credentials;
using IntegrationHub.EndToEnd.Hub;
using IntegrationHub.OpenBadges.Verification;
using IntegrationHub.Sandbox.Campus;
using IntegrationHub.Sandbox.Canvas;
using Shouldly;
using Xunit;

namespace IntegrationHub.EndToEnd.Backup;

/// <summary>Export, wipe, import: everything verifies, and what was erased in between stays erased.</summary>
public sealed class WholeHubTests(PublicHub hub) : IClassFixture<PublicHub>, IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("hub-backup-");

    [Fact]
    public async Task After_a_backup_the_loss_of_everything_and_a_restore_all_is_as_before_and_the_erased_stay_erased()
    {
        var (keeps, revoked, erased) = (hub.Campus.NewLearner(), hub.Campus.NewLearner(), hub.Campus.NewLearner());
        var event1 = hub.Campus.Signed(hub.Campus.Of<CanvasEvents>().GradeChange(keeps, hub.Campus.Course("CYB120"), 95));
        (await hub.Deliver("canvas", event1)).StatusCode.ShouldBe(HttpStatusCode.OK);
        var kept = await Issued(keeps);
        var (gone, forgotten) = (await hub.Issue(revoked), await hub.Issue(erased));
        await hub.Api.Act(gone.Award, "revoke", new("By mistake."), CancellationToken.None);
        await RunningHub.Until(async () => (await hub.VerifiedByUs(gone.Bytes)).Verdict == VerificationVerdict.Revoked);
        await AnUnknownLearnerWaits();
        await hub.DoneAwardOf(keeps);
        await hub.DoneAwardOf(erased);
        await hub.QueuesAreEmpty();
        var lists = await Lists(kept);

        await Stop();
        var account = new Account(hub.Storage);
        var before = await account.Read();
        var terminal = new Terminal(hub.Storage);
        (await terminal.Run("queues")).Code.ShouldBe(0);
        var (code, said) = await terminal.Run("backup", Path("whole"));
        code.ShouldBe(0, said);
        said.ShouldContain("Nothing was on its way");
        foreach (var word in new[] { keeps.StudentNumber!, keeps.Email, keeps.Family })
            said.ShouldNotContain(word);

        await hub.Start();
        var line = await hub.Api.Erase(new("lacnord", erased.StudentNumber!), CancellationToken.None);
        await RunningHub.Until(async () => (await hub.Api.Erasure("lacnord", line.Learner, CancellationToken.None)).Done is not null);
        await Stop();
        (await terminal.Run("backup", Path("ledger"), "--erasures")).Code.ShouldBe(0);
        await account.Wipe();

        (code, said) = await terminal.Run("restore", Path("whole"));
        code.ShouldBe(0, said);
        (await terminal.Run("restore", Path("whole"))).Said.ShouldContain("holds something already");
        Compare(await account.Read(), before);
        (await StoredData.Read(hub.Storage)).Holding(erased.StudentNumber!).ShouldNotBeEmpty();
        (code, said) = await terminal.Run("restore", Path("ledger"));
        code.ShouldBe(0, said);
        said.ShouldContain("as soon as it runs: 1");
        (await terminal.Run("queues")).Code.ShouldBe(1);

        await hub.Start();
        hub.SecondPasses++;
        await RunningHub.Until(async () => (await hub.Api.Erasure("lacnord", line.Learner, CancellationToken.None)).Done is not null);
        await IsErased(erased, forgotten);
        await IsAsBefore(kept, VerificationVerdict.Valid);
        await IsAsBefore(gone, VerificationVerdict.Revoked);
        (await Lists(kept)).ShouldBe(lists);
        await ARedeliveredEventChangesNothing(keeps, event1);
        await ANewCredentialHasAPlaceOfItsOwn(kept);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private string Path(string name) => System.IO.Path.Combine(_folder.FullName, name);

    private async Task Stop()
    {
        hub.Terminate();
        (await hub.Ended()).ShouldBe(0);
    }

    private async Task<IssuedCredential> Issued(Learner learner)
    {
        var award = await hub.AwardOf(learner, award => award.Step("badge")?.State == "done");
        return await hub.Of(award.Id, award.Credential!);
    }

    /// <summary>So that something is held for a person.</summary>
    private async Task AnUnknownLearnerWaits()
    {
        await hub.Complete(hub.Campus.Unknown, "CYB120");
        await RunningHub.Until(async () => (await hub.OpenItems()).Any(item => item.Cause == "unknownLearner"));
    }

    /// <summary>Row by row, blob by blob; only the next place in the status lists is another.</summary>
    private static void Compare(SortedDictionary<string, string> now, SortedDictionary<string, string> before)
    {
        const string next = "statusserials/lacnord/next";
        before.Count.ShouldBeGreaterThan(40);
        now.Keys.ShouldBe(before.Keys.Where(
            name => !name.Contains("/token~", StringComparison.Ordinal) && name != "dataprotection/keys.xml"));
        foreach (var (name, content) in now.Where(one => one.Key != next))
            content.ShouldBe(before[name], name);
        now[next].ShouldNotBe(before[next]);
    }

    private async Task IsErased(Learner learner, IssuedCredential credential)
    {
        (await hub.Anybody.GetAsync($"{credential.Path}.json")).StatusCode.ShouldBe(HttpStatusCode.Gone);
        (await StoredData.Read(hub.Storage)).Holding(learner.Family, learner.Email, learner.StudentNumber!).ShouldBeEmpty();
        (await hub.VerifiedByUs(credential.Bytes)).Verdict.ShouldBe(VerificationVerdict.Valid, "the learner's own copy");
    }

    private async Task IsAsBefore(IssuedCredential credential, VerificationVerdict verdict)
    {
        var now = JsonNode.Parse(await hub.Anybody.GetStringAsync($"{credential.Path}.json"));
        JsonNode.DeepEquals(now, credential.Json).ShouldBeTrue();
        (await hub.Anybody.GetStringAsync($"{credential.Path}.jwt")).ShouldBe(credential.Jwt);
        (await hub.Anybody.GetAsync(credential.Path)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await hub.VerifiedByUs(credential.Bytes)).Verdict.ShouldBe(verdict);
    }

    /// <summary>What the status list says, apart from the moment of its signature.</summary>
    private async Task<string> Lists(IssuedCredential credential)
    {
        var address = new Uri(credential.Status["statusListCredential"]!.GetValue<string>()).AbsolutePath;
        return JsonNode.Parse(await hub.Anybody.GetStringAsync(address))!["credentialSubject"]!["encodedList"]!.GetValue<string>();
    }

    private async Task ARedeliveredEventChangesNothing(Learner learner, string delivery)
    {
        var awards = (await hub.LatestAwards()).Count;
        (await hub.Deliver("canvas", delivery)).StatusCode.ShouldBe(HttpStatusCode.OK);
        await hub.QueuesAreEmpty();
        (await hub.LatestAwards()).Count.ShouldBe(awards);
        hub.Campus.TranscriptOf(learner).ShouldHaveSingleItem();
        hub.Campus.MailOf(learner).ShouldHaveSingleItem();
    }

    private async Task ANewCredentialHasAPlaceOfItsOwn(IssuedCredential before)
    {
        static string List(IssuedCredential one) => one.Status["statusListCredential"]!.GetValue<string>();
        var issued = await hub.Issue();
        List(issued).ShouldNotBe(List(before));
        (await hub.VerifiedByUs(issued.Bytes)).Verdict.ShouldBe(VerificationVerdict.Valid);
    }
}
