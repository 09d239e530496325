using IntegrationHub.Core.Learners;
using IntegrationHub.EndToEnd.Azurite;
using Shouldly;
using Xunit;

namespace IntegrationHub.EndToEnd.Storage;

/// <summary>Learners and the names that lead to them, in real tables.</summary>
public sealed class LearnerStorageTests(AzuriteServer azurite) : StorageTest(azurite)
{
    private const string ToldAnew = "key-told-anew";

    private ILearners Learners => Get<ILearners>();

    [Fact]
    public async Task A_name_told_of_somebody_else_stays_theirs_through_a_merger()
    {
        await FirstOneThenTheOther();

        await Learners.Redirect(Institution, "one", "third", Cancellation);

        (await Learners.FindId(Institution, ToldAnew, Cancellation)).ShouldBe("other");
        (await Learners.FindId(Institution, "key-of-one", Cancellation)).ShouldBe("third");
    }

    [Fact]
    public async Task A_name_told_of_somebody_else_stays_theirs_through_an_erasure()
    {
        await FirstOneThenTheOther();

        await Learners.Erase(Institution, "one", Cancellation);

        (await Learners.FindId(Institution, ToldAnew, Cancellation)).ShouldBe("other");
        (await Learners.FindId(Institution, "key-of-one", Cancellation)).ShouldBeNull();
    }

    [Fact]
    public async Task What_is_found_takes_no_name_from_anybody_and_says_whose_it_is()
    {
        await Learners.Keep(Institution, Named("first"), ["shared", "key-of-first"], Cancellation);

        (await Learners.Keep(Institution, Named("second"), ["shared", "key-of-second"], Cancellation)).ShouldBe(["first"]);
        (await Learners.Keep(Institution, Named("second"), ["key-of-second"], Cancellation)).ShouldBeEmpty();
        (await Learners.Identify(Institution, "shared", Cancellation)).ShouldBe(new("first", IsStated: false));

        await Learners.State(Institution, "second", ["shared"], Cancellation);
        (await Learners.Identify(Institution, "shared", Cancellation)).ShouldBe(new("second", IsStated: true));
        await Learners.Redirect(Institution, "second", "third", Cancellation);
        (await Learners.Identify(Institution, "shared", Cancellation)).ShouldBe(new("third", IsStated: true));
    }

    private async Task FirstOneThenTheOther()
    {
        await Learners.Keep(Institution, Named("one"), [ToldAnew, "key-of-one"], Cancellation);
        await Learners.Keep(Institution, Named("other"), [], Cancellation);
        await Learners.State(Institution, "other", [ToldAnew], Cancellation);
    }

    private static Learner Named(string id) => new(id, $"person-{id}", "900000001", "Zoé", "Lachance", null, "fr");
}
