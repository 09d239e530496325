using IntegrationHub.Core.Erasure;
using IntegrationHub.Core.Learners;
using IntegrationHub.Core.Model.Completions;
using IntegrationHub.Core.Model.MicroCredentials;
using IntegrationHub.Testing.Connectors;
using IntegrationHub.Testing.Pipeline;
using IntegrationHub.Testing.Storage;
using Shouldly;
using Xunit;

namespace IntegrationHub.Core.Tests.Erasure;

/// <summary>Which raw deliveries an erasure takes along.</summary>
public sealed class DeliveryEraserTests
{
    private static readonly Learner Marie = new("l1", "person-1", "900100001", "Marie", "Tremblay", "marie@example.ca", "fr");

    private readonly InMemoryStorage _storage = new();
    private readonly OneInstitution _institutions = new();
    private readonly LearnerMatcher _matcher;
    private readonly DeliveryEraser _eraser;

    public DeliveryEraserTests()
    {
        var secrets = new FakeSecrets(new Dictionary<string, string> { ["LACNORD_PEPPER"] = "pepper" });
        _matcher = new(_storage, new([], [], [], null!), secrets, TimeProvider.System);
        _eraser = new(new([new PlainLms()]), _storage, _matcher, _institutions, _storage);
    }

    [Theory]
    [InlineData(LearnerReferenceKind.LmsId, "4001", true)]
    [InlineData(LearnerReferenceKind.LmsId, "4002", false)]
    [InlineData(LearnerReferenceKind.LmsId, "40010", false)]
    [InlineData(LearnerReferenceKind.Login, "4001", false)]
    [InlineData(LearnerReferenceKind.Email, "marie@example.ca", true)]
    [InlineData(LearnerReferenceKind.Email, "MARIE@example.ca", true)]
    [InlineData(LearnerReferenceKind.Email, "anne.marie@example.ca", false)]
    [InlineData(LearnerReferenceKind.Email, "marie@example.ca.invalid", false)]
    [InlineData(LearnerReferenceKind.StudentNumber, "900100001", true)]
    [InlineData(LearnerReferenceKind.StudentNumber, "9001000011", false)]
    public async Task A_delivery_concerns_the_learner_whom_it_spells_or_whom_its_protocol_reads(
        LearnerReferenceKind kind,
        string value,
        bool concerns)
    {
        var known = _matcher.KeyOf(_institutions.All.Single(), "lms", new(LearnerReferenceKind.LmsId, "4001"));
        await _storage.Keep(OneInstitution.Id, Marie, [known], TestContext.Current.CancellationToken);
        var delivery = PlainLms.Delivery([Completion(new(kind, value))], DateTimeOffset.UnixEpoch);

        (await Erased(delivery)).ShouldBe((concerns ? 1 : 0, 0));
    }

    [Fact]
    public async Task An_id_of_the_LMS_with_the_digits_of_the_student_number_may_be_another_s()
    {
        var delivery = PlainLms.Delivery([Completion(new(LearnerReferenceKind.LmsId, "900100001"))], DateTimeOffset.UnixEpoch);

        (await Erased(delivery)).ShouldBe((0, 1));
    }

    [Fact]
    public async Task What_cannot_be_read_stays_and_is_named_for_nobody_knows_who_else_is_in_it()
    {
        var delivery = PlainLms.Delivery([], DateTimeOffset.UnixEpoch);

        (await Erased(delivery with { Body = "{" })).ShouldBe((0, 0));
        (await Erased(delivery with { Source = "gone" })).ShouldBe((0, 0));
        (await Erased(delivery with { Body = "{ mailto:Marie@example.ca" })).ShouldBe((0, 1));
        (await Erased(delivery with { Body = "mail=marie%40example.ca&at=never" })).ShouldBe((0, 1));
    }

    [Fact]
    public async Task A_header_that_names_the_learner_is_enough()
    {
        var delivery = PlainLms.Delivery([], DateTimeOffset.UnixEpoch);

        (await Erased(delivery with { Headers = new Dictionary<string, string> { ["ce-subject"] = "marie@example.ca" } })).ShouldBe((1, 0));
        (await Erased(delivery with { Headers = new Dictionary<string, string> { ["ce-subject"] = "anne.marie@example.ca" } })).ShouldBe(
            (0, 0));
    }

    [Fact]
    public async Task A_batch_with_a_completion_of_somebody_else_is_told_apart_for_theirs_may_still_wait()
    {
        var batch = PlainLms.Delivery(
            [
                Completion(new(LearnerReferenceKind.StudentNumber, "900100001")),
                Completion(new(LearnerReferenceKind.StudentNumber, "900100002")),
            ],
            DateTimeOffset.UnixEpoch);

        (await Erased(batch)).ShouldBe((0, 1));
    }

    /// <summary>What comes of a kept delivery when Marie is erased.</summary>
    private async Task<(int Erased, int Batches)> Erased(StoredDelivery delivery)
    {
        await _storage.Keep(OneInstitution.Id, "delivery", delivery, TestContext.Current.CancellationToken);
        return await _eraser.Erase(OneInstitution.Id, Marie, TestContext.Current.CancellationToken);
    }

    private static Completion Completion(LearnerReference learner) =>
        new()
        {
            EventId = "e-1",
            Kind = CompletionKind.Completed,
            Learner = [learner],
            Courses = [OneInstitution.Course],
            At = DateTimeOffset.UnixEpoch,
            EventName = "course_completed",
        };
}
