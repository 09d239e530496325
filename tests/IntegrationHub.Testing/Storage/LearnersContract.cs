using IntegrationHub.Core.Learners;
using Shouldly;
using Xunit;

namespace IntegrationHub.Testing.Storage;

/// <summary>What learners and the names that lead to them promise.</summary>
/// <param name="stand">What is held to it.</param>
public abstract class LearnersContract(IStorageStand stand) : StorageContract(stand)
{
    private const string ToldAnew = "key-told-anew";

    private ILearners Learners => Get<ILearners>();

    [Fact]
    public async Task Who_is_kept_is_found_by_every_name_and_only_at_home()
    {
        await Learners.Keep(Tenant, Named("one"), ["a", "b", "a"], Stop);

        (await Learners.FindId(Tenant, "a", Stop)).ShouldBe("one");
        (await Learners.FindId(Tenant, "b", Stop)).ShouldBe("one");
        (await Learners.Find(Tenant, "one", Stop)).ShouldBe(Named("one"));
        (await Learners.FindId($"{Tenant}other", "a", Stop)).ShouldBeNull();
        (await Learners.Find($"{Tenant}other", "one", Stop)).ShouldBeNull();
    }

    [Fact]
    public async Task What_the_SIS_says_anew_is_written_of_who_is_kept_and_brings_nobody_back_who_was_erased()
    {
        await Learners.Keep(Tenant, Named("one"), ["a"], Stop);
        var anew = Named("one") with { FamilyName = "Dubé", AsOf = new(2026, 11, 2, 15, 0, 0, TimeSpan.Zero) };

        await Learners.Renew(Tenant, anew, Stop);
        (await Learners.Find(Tenant, "one", Stop)).ShouldBe(anew);
        (await Learners.FindId(Tenant, "a", Stop)).ShouldBe("one");

        await Learners.Erase(Tenant, "one", Stop);
        await Learners.Renew(Tenant, anew, Stop);
        (await Learners.Find(Tenant, "one", Stop)).ShouldBeNull();
    }

    [Fact]
    public async Task Whom_a_name_led_to_before_is_noted_until_a_person_was_asked_between_them()
    {
        await FirstOneThenTheOther();
        (await Learners.Identify(Tenant, ToldAnew, Stop)).ShouldBe(new("other", IsStated: true) { Formerly = "one" });

        await Learners.State(Tenant, "other", [ToldAnew], isAnswer: false, Stop);
        (await Learners.Identify(Tenant, ToldAnew, Stop))!.Formerly.ShouldBe("one", "the same table loaded again");

        await Learners.State(Tenant, "other", [ToldAnew], isAnswer: true, Stop);
        (await Learners.Identify(Tenant, ToldAnew, Stop)).ShouldBe(new("other", IsStated: true));
    }

    [Fact]
    public async Task A_name_told_of_somebody_else_stays_theirs_through_a_merger()
    {
        await FirstOneThenTheOther();

        await Learners.Redirect(Tenant, "one", "third", Stop);

        (await Learners.FindId(Tenant, ToldAnew, Stop)).ShouldBe("other");
        (await Learners.FindId(Tenant, "key-of-one", Stop)).ShouldBe("third");
    }

    [Fact]
    public async Task A_name_told_of_somebody_else_stays_theirs_through_an_erasure()
    {
        await FirstOneThenTheOther();

        await Learners.Erase(Tenant, "one", Stop);
        await Learners.Erase(Tenant, "one", Stop);

        (await Learners.FindId(Tenant, ToldAnew, Stop)).ShouldBe("other");
        (await Learners.FindId(Tenant, "key-of-one", Stop)).ShouldBeNull();
        (await Learners.Find(Tenant, "one", Stop)).ShouldBeNull();
    }

    [Fact]
    public async Task What_is_found_takes_no_name_from_anybody_and_says_whose_it_is()
    {
        await Learners.Keep(Tenant, Named("first"), ["shared", "key-of-first"], Stop);

        (await Learners.Keep(Tenant, Named("second"), ["shared", "key-of-second"], Stop)).ShouldBe(["first"]);
        (await Learners.Keep(Tenant, Named("second"), ["key-of-second"], Stop)).ShouldBeEmpty();
        (await Learners.Identify(Tenant, "shared", Stop)).ShouldBe(new("first", IsStated: false));

        await Learners.State(Tenant, "second", ["shared"], isAnswer: false, Stop);
        (await Learners.Identify(Tenant, "shared", Stop)).ShouldBe(new("second", IsStated: true) { Formerly = "first" });
        await Learners.Redirect(Tenant, "second", "third", Stop);
        (await Learners.Identify(Tenant, "shared", Stop)).ShouldBe(new("third", IsStated: true) { Formerly = "first" });
    }

    [Fact]
    public async Task A_name_that_is_forgotten_leads_nowhere_and_the_learner_stays()
    {
        await Learners.Keep(Tenant, Named("one"), ["a", "b", "c"], Stop);

        (await Learners.Forget(Tenant, "a", Stop)).ShouldBe("one");
        (await Learners.Forget(Tenant, "a", Stop)).ShouldBeNull();
        (await Learners.ForgetAllBut(Tenant, "one", "c", Stop)).ShouldBe(1);

        (await Learners.FindId(Tenant, "b", Stop)).ShouldBeNull();
        (await Learners.FindId(Tenant, "c", Stop)).ShouldBe("one");
        (await Learners.Find(Tenant, "one", Stop)).ShouldNotBeNull();
    }

    [Fact]
    public async Task However_many_names_lead_to_somebody_all_are_kept_and_erased()
    {
        string[] found = [.. Enumerable.Range(0, 120).Select(i => $"found-{i}")];
        string[] told = [.. Enumerable.Range(0, 120).Select(i => $"told-{i}")];
        await Learners.Keep(Tenant, Named("one"), found, Stop);
        await Learners.State(Tenant, "one", told, isAnswer: false, Stop);
        (await Learners.FindId(Tenant, found[^1], Stop)).ShouldBe("one");
        (await Learners.FindId(Tenant, told[^1], Stop)).ShouldBe("one");

        await Learners.Erase(Tenant, "one", Stop);

        foreach (var key in found.Concat(told))
            (await Learners.FindId(Tenant, key, Stop)).ShouldBeNull(key);
    }

    [Fact]
    public async Task A_key_with_what_no_key_may_hold_is_refused_and_leads_nowhere()
    {
        await Should.ThrowAsync<Exception>(() => Learners.Keep(Tenant, Named("one"), ["good", "a/b#c?"], Stop));
        await Should.ThrowAsync<Exception>(() => Learners.State(Tenant, "one", ["a\tb"], isAnswer: false, Stop));

        (await Learners.FindId(Tenant, "good", Stop)).ShouldBeNull();
    }

    private async Task FirstOneThenTheOther()
    {
        await Learners.Keep(Tenant, Named("one"), [ToldAnew, "key-of-one"], Stop);
        await Learners.Keep(Tenant, Named("other"), [], Stop);
        await Learners.State(Tenant, "other", [ToldAnew], isAnswer: false, Stop);
    }

    private static Learner Named(string id) => new(id, $"person-{id}", "900000001", "Zoé", "Lachance", null, "fr");
}
