using IntegrationHub.Connectors.Json;
using IntegrationHub.Connectors.Lms;
using IntegrationHub.Core.Model.Completions;
using IntegrationHub.Core.Model.MicroCredentials;
using IntegrationHub.Testing.Pipeline;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Connectors.Lms;

public sealed class IdentityHashTests
{
    private static readonly Completion Result = OneInstitution.Assessed(55);

    [Fact]
    public void A_better_result_of_the_same_day_is_another_event()
    {
        IdentityHash.Of(Result).ShouldBe(IdentityHash.Of(OneInstitution.Assessed(55)));
        IdentityHash.Of(Result with { Score = new(85, 0, 100) }).ShouldNotBe(IdentityHash.Of(Result));
        IdentityHash.Of(Result with { Passed = true }).ShouldNotBe(IdentityHash.Of(Result));
        IdentityHash.Of(Result with { Kind = CompletionKind.Undone }).ShouldNotBe(IdentityHash.Of(Result));
    }

    [Theory]
    [InlineData("course_completed", "course_completed")]
    [InlineData("org.example.graded.v1", "org.example.graded.v1")]
    [InlineData("finished:900000001", "other")]
    [InlineData("zoe@example.ca", "other")]
    public void A_label_never_holds_what_may_be_a_persons_number_or_address(string name, string label) =>
        JsonReading.Label(name).ShouldBe(label);
}
