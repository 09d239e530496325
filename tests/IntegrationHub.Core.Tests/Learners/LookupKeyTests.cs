using System.Text;
using IntegrationHub.Core.Learners;
using IntegrationHub.Core.Model.Completions;
using Shouldly;
using Xunit;

namespace IntegrationHub.Core.Tests.Learners;

/// <summary>How the names of a learner are told apart, and when two are one: they are kept as keys that tell nothing.</summary>
public sealed class LookupKeyTests
{
    private static readonly LookupKey Keys = new("a pepper");

    [Theory]
    [InlineData(LearnerReferenceKind.Email, " Maelle@Example.CA ", "maelle@example.ca", true)]
    [InlineData(LearnerReferenceKind.StudentNumber, " a900100001", "A900100001", true)]
    [InlineData(LearnerReferenceKind.Login, "Maelle ", "maelle", true)]
    [InlineData(LearnerReferenceKind.LmsId, " 41", "41", true)]
    [InlineData(LearnerReferenceKind.LmsId, "abc", "ABC", false)]
    [InlineData(LearnerReferenceKind.LmsId, "0F8FAD5B-D9CB-469F-A165-70867728950E", "0f8fad5b-d9cb-469f-a165-70867728950e", true)]
    [InlineData(LearnerReferenceKind.Other, " x", "x", true)]
    [InlineData(LearnerReferenceKind.Other, "EBD31E95054C018B10727CCFFD2EF2EC3A016EE9", "ebd31e95054c018b10727ccffd2ef2ec3a016ee9", true)]
    [InlineData(LearnerReferenceKind.Other, "https://ID.Example.CA/zoe", "https://id.example.ca/zoe", true)]
    [InlineData(LearnerReferenceKind.Other, "https://id.example.ca/Zoe", "https://id.example.ca/zoe", false)]
    [InlineData(LearnerReferenceKind.Other, "https://ID.example.ca Zoe", "https://id.example.ca zoe", false)]
    [InlineData(LearnerReferenceKind.Other, "x", "X", false)]
    public void What_is_written_otherwise_may_be_the_same(LearnerReferenceKind kind, string one, string other, bool isSame) =>
        (Key(kind, one) == Key(kind, other)).ShouldBe(isSame);

    [Fact]
    public void Two_people_never_share_a_key() =>
        Enum.GetValues<LearnerReferenceKind>()
            .SelectMany(kind => new[] { Key(kind, "41@example.ca"), Key(kind, "42@example.ca") })
            .ShouldBeUnique();

    [Theory]
    [InlineData(LearnerReferenceKind.Email, true)]
    [InlineData(LearnerReferenceKind.StudentNumber, true)]
    [InlineData(LearnerReferenceKind.LmsId, false)]
    [InlineData(LearnerReferenceKind.Login, false)]
    [InlineData(LearnerReferenceKind.Other, false)]
    public void What_an_LMS_gives_out_itself_is_somebody_else_in_another_LMS(LearnerReferenceKind kind, bool isSame) =>
        (Key(kind, "41", "one") == Key(kind, "41", "two")).ShouldBe(isSame);

    [Fact]
    public void The_same_word_of_another_kind_or_under_another_pepper_is_another_key()
    {
        Enum.GetValues<LearnerReferenceKind>()
            .Select(kind => Key(kind, "41"))
            .Append(Keys.OfPerson("41"))
            .Append(new LookupKey("another").OfPerson("41"))
            .ShouldBeUnique();
        Keys.OfPerson("ABC").ShouldBe(Keys.OfPerson("abc"));
        Key(LearnerReferenceKind.Email, "maelle@example.ca").ShouldNotContain("maelle");
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("f", "my")]
    [InlineData("fo", "mzxq")]
    [InlineData("foo", "mzxw6")]
    [InlineData("foob", "mzxw6yq")]
    [InlineData("fooba", "mzxw6ytb")]
    [InlineData("foobar", "mzxw6ytboi")]
    public void Keys_are_written_as_RFC_4648_says_in_small_letters_without_padding(string text, string written)
    {
        Base32.Encode(Encoding.ASCII.GetBytes(text)).ShouldBe(written);
        Base32.IsValid(written).ShouldBeTrue();
    }

    [Theory]
    [InlineData("a2z7", true)]
    [InlineData("a1", false)]
    [InlineData("a8", false)]
    [InlineData("A", false)]
    [InlineData("a{", false)]
    [InlineData("a`", false)]
    public void Only_small_letters_and_the_digits_from_2_to_7_are_keys(string text, bool isValid) => Base32.IsValid(text).ShouldBe(isValid);

    [Fact]
    public void Tracking_ids_are_short_and_never_the_same()
    {
        var ids = Enumerable.Range(0, 1000).Select(_ => TrackingId.New()).ToList();
        ids.ShouldBeUnique();
        ids.ShouldAllBe(id => Base32.IsValid(id) && id.Length == 16);
    }

    private static string Key(LearnerReferenceKind kind, string value, string source = "lms") => Keys.Of(new(kind, value), source);
}
