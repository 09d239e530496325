using IntegrationHub.Catalogue;
using IntegrationHub.Core.Attention;
using IntegrationHub.Core.Intake;
using IntegrationHub.Core.Messaging;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Testing.Pipeline;
using IntegrationHub.Testing.Storage;
using Microsoft.Extensions.Time.Testing;
using Shouldly;
using Xunit;

namespace IntegrationHub.Core.Tests.Attention;

public sealed class SecretWatchTests : IInstitutions, IQueues
{
    private static readonly DateTimeOffset End = new(2026, 12, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly FakeTimeProvider _time = new(End.AddDays(-15));
    private readonly InMemoryStorage _storage = new();
    private readonly List<Envelope> _told = [];
    private Dictionary<string, InboundSecret> _secrets = new()
    {
        ["user"] = new("MOODLE_USER"),
        ["password"] = new("MOODLE_PASSWORD", "MOODLE_PASSWORD_BEFORE", End),
    };

    [Fact]
    public async Task Fourteen_days_before_the_end_one_item_says_so_and_the_channel_hears_once()
    {
        (await Look()).ShouldBeEmpty();

        _time.Advance(TimeSpan.FromDays(1));
        var item = (await Look()).ShouldHaveSingleItem();
        for (var i = 0; i < 30; i++)
        {
            _time.Advance(TimeSpan.FromHours(12));
            (await Look()).ShouldHaveSingleItem().Count.ShouldBe(1);
        }

        (item.Cause.Name, item.Source, item.Subject.Text).ShouldBe(("SecretEnding", "moodle", "password"));
        item.Detail.ShouldBe("previous: MOODLE_PASSWORD_BEFORE, until: 2026-12-01T12:00Z");
        _told.ShouldHaveSingleItem().Message.ShouldBe(new AlertDue(item.Institution, item.Id));
    }

    [Fact]
    public async Task It_stays_after_the_end_until_the_file_no_longer_names_the_secret()
    {
        _time.SetUtcNow(End.AddDays(100));
        (await Look()).ShouldHaveSingleItem();

        _secrets = new() { ["user"] = new("MOODLE_USER"), ["password"] = new("MOODLE_PASSWORD") };

        (await Look()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_later_end_settles_it_until_that_one_nears()
    {
        _time.SetUtcNow(End.AddDays(-1));
        await Look();

        _secrets["password"] = _secrets["password"] with { Until = End.AddDays(30) };
        (await Look()).ShouldBeEmpty();

        _time.Advance(TimeSpan.FromDays(20));
        (await Look()).ShouldHaveSingleItem().Detail.ShouldNotBeNull().ShouldEndWith("2026-12-31T12:00Z");
    }

    [Fact]
    public async Task Each_secret_of_a_source_has_its_own()
    {
        _time.SetUtcNow(End);
        _secrets["user"] = new("MOODLE_USER", "MOODLE_USER_BEFORE", End.AddDays(3));

        (await Look()).Select(item => item.Subject.Text).ShouldBe(["password", "user"], ignoreOrder: true);
    }

    [Fact]
    public async Task Items_of_other_causes_are_left_alone()
    {
        var raiser = new AttentionRaiser(_storage, new(_storage, _storage, this, _time), this, _time);
        await raiser.Raise(FaultyFiles.Of(OneInstitution.Id), default);

        (await Look()).ShouldHaveSingleItem().Cause.ShouldBeOfType<FaultyFiles>();
    }

    private async Task<IReadOnlyList<AttentionItem>> Look()
    {
        await new SecretWatch(this, _storage, new(_storage, new(_storage, _storage, this, _time), this, _time), _time).Look(default);
        return await _storage.Open(OneInstitution.Id, default);
    }

    Task IQueues.Send(Envelope envelope, TimeSpan? delay, CancellationToken cancellation)
    {
        _told.Add(envelope);
        return Task.CompletedTask;
    }

    IReadOnlyCollection<Institution> IInstitutions.All =>
        [
            OneInstitution.Only with
            {
                Sources = new Dictionary<string, Source>
                {
                    ["moodle"] = new()
                    {
                        Name = "moodle",
                        Kind = "xapi",
                        Authentication = "basic",
                        Settings = new Dictionary<string, string>(),
                        Secrets = _secrets,
                    },
                },
            },
        ];

    IReadOnlyCollection<string> IInstitutions.Names => [OneInstitution.Id];

    InstitutionState IInstitutions.Find(string id, out Institution? institution) =>
        throw new NotSupportedException("Nobody asks for one institution here.");
}
