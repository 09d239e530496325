using IntegrationHub.Connectors;
using IntegrationHub.Connectors.Lms.GenericJson;
using IntegrationHub.Core;
using IntegrationHub.Core.Badges;
using IntegrationHub.Core.Intake;
using IntegrationHub.Core.Messaging;
using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Functions.Hooks;
using IntegrationHub.Functions.Slices;
using IntegrationHub.Testing.Connectors;
using IntegrationHub.Testing.Pipeline;
using IntegrationHub.Testing.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Functions.Hooks;

/// <summary>Test events over real HTTP, through the real door.</summary>
public sealed class TestEventTests : IAsyncLifetime, IQueues, IInstitutions
{
    private readonly Dictionary<string, string> _secrets = [];
    private readonly Dictionary<string, Source> _sources = [];
    private Uri? _public;
    private WebApplication _app = null!;
    private int _kept;

    /// <summary>Every kind with every scheme by which it can be tested; those that are added are tested too.</summary>
    public static TheoryData<string, string> KindsAndSchemes
    {
        get
        {
            var all = new TheoryData<string, string>();
            foreach (var kind in HubKinds.All.Sources)
            {
                foreach (var scheme in HubKinds.All.AuthenticationsOf(kind).Where(scheme => scheme != AuthenticationSchemes.SignedBody))
                    all.Add(kind.Name, scheme);
            }

            return all;
        }
    }

    private static readonly Dictionary<string, string> Fields = new()
    {
        [FieldSettings.Event] = "$.event",
        [FieldSettings.CompletedWhen] = "course.completed",
        [FieldSettings.Time] = "$.time",
        [FieldSettings.Course] = "$.course",
        ["studentNumber"] = "$.number",
    };

    IReadOnlyCollection<Institution> IInstitutions.All => [Institution];

    IReadOnlyCollection<string> IInstitutions.Names => [OneInstitution.Id];

    private Institution Institution => OneInstitution.Only with { Sources = _sources };

    private ISourceTester Tester => _app.Services.GetRequiredService<ISourceTester>();

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services
            .AddSingleton(TimeProvider.System)
            .AddSingleton<ISecrets>(new FakeSecrets(_secrets))
            .AddSingleton<IQueues>(this)
            .AddSingleton<IInstitutions>(this)
            .AddSingleton<IEventRegister, InMemoryEvents>()
            .AddSingleton(new PipelineOptions())
            .AddIntake().AddDoor()
            .AddSingleton(_ => new PublicAddresses(_public ?? new(_app.Urls.First())))
            .AddConnectors();
        _app = builder.Build();
        _app.MapPost(
            "/hooks/{institution}/{source}",
            (HttpRequest request, string institution, string source, WebhookReceiver receiver, CancellationToken cancellation) =>
                receiver.Take(request, institution, source, eventId: null, cancellation));
        _app.MapPost(
            "/hooks/{institution}/{source}/statements",
            (HttpRequest request, string institution, string source, WebhookReceiver receiver, CancellationToken cancellation) =>
                receiver.Take(request, institution, source, eventId: null, cancellation));
        _app.MapPost("/elsewhere/{**any}", () => "Welcome to this server");
        await _app.StartAsync();
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Theory]
    [MemberData(nameof(KindsAndSchemes))]
    public async Task A_test_event_goes_the_whole_way_in_and_is_ignored_as_a_test(string kind, string scheme)
    {
        var test = await Tester.Send(Institution, Source(kind, scheme), TestContext.Current.CancellationToken);

        (test.Outcome, test.Status).ShouldBe((TestOutcome.Taken, 200));
        var heard = _app
            .Services.GetRequiredService<DeliveryJournal>()
            .Newest(OneInstitution.Id, "lms", new())
            .Latest.ShouldHaveSingleItem();
        (heard.Verdict, heard.IsTest, heard.TrackingId, heard.Why).ShouldBe((IntakeVerdict.Ignored, true, test.Id, null));
        _kept.ShouldBe(0);
    }

    [Fact]
    public async Task A_source_whose_file_the_running_hub_does_not_know_is_not_taken()
    {
        var source = Source("xapi", AuthenticationSchemes.Basic);
        _sources.Clear();

        (await Tester.Send(Institution, source, TestContext.Current.CancellationToken)).ShouldSatisfyAllConditions(
            test => test.Outcome.ShouldBe(TestOutcome.NotTaken),
            test => test.Status.ShouldBe(404));
    }

    [Fact]
    public async Task Without_a_secret_nothing_is_sent()
    {
        var source = Source("xapi", AuthenticationSchemes.Basic);
        _secrets.Clear();

        (await Tester.Send(Institution, source, TestContext.Current.CancellationToken)).ShouldBe(new SourceTest(TestOutcome.SecretMissing));
    }

    [Fact]
    public async Task Where_the_hub_holds_the_sender_s_public_key_alone_only_the_sender_can_sign()
    {
        var source = Source("xapi", AuthenticationSchemes.StandardWebhooks);
        _secrets["SETTING_secret"] = "whpk_c2VjcmV0IG9mIHRoZSBzZW5kZXI=";

        Tester.CanTest(source).ShouldBeFalse();
        (await Tester.Send(Institution, source, TestContext.Current.CancellationToken)).Outcome.ShouldBe(TestOutcome.OnlyTheSender);
    }

    [Fact]
    public async Task What_only_the_sender_can_sign_is_not_tried()
    {
        var source = Source("canvas", AuthenticationSchemes.SignedBody);

        Tester.CanTest(source).ShouldBeFalse();
        (await Tester.Send(Institution, source, TestContext.Current.CancellationToken)).Outcome.ShouldBe(TestOutcome.OnlyTheSender);
    }

    [Fact]
    public async Task An_address_behind_which_nothing_listens_is_said_to_be_unreachable()
    {
        _public = new("http://127.0.0.1:9/");
        (
            await Tester.Send(Institution, Source("xapi", AuthenticationSchemes.Basic), TestContext.Current.CancellationToken)
        ).Outcome.ShouldBe(TestOutcome.Unreachable);
    }

    [Fact]
    public async Task Another_server_s_welcome_is_not_taken_for_the_hub()
    {
        _public = new(new Uri(_app.Urls.First()), "/elsewhere/");
        (
            await Tester.Send(Institution, Source("xapi", AuthenticationSchemes.Basic), TestContext.Current.CancellationToken)
        ).ShouldSatisfyAllConditions(test => test.Outcome.ShouldBe(TestOutcome.Elsewhere), test => test.Status.ShouldBe(200));
    }

    InstitutionState IInstitutions.Find(string id, out Institution? institution)
    {
        institution = id == OneInstitution.Id ? Institution : null;
        return institution is null ? InstitutionState.Unknown : InstitutionState.InForce;
    }

    Task IQueues.Send(Envelope envelope, TimeSpan? delay, CancellationToken cancellation)
    {
        _kept++;
        return Task.CompletedTask;
    }

    private Source Source(string kind, string scheme)
    {
        var (known, asked) = (HubKinds.All.Authentication(scheme)!, HubKinds.All.Source(kind)!.Settings);
        foreach (var purpose in HubKinds.Secrets(scheme))
            _secrets[$"SETTING_{purpose}"] =
                scheme == AuthenticationSchemes.StandardWebhooks ? "whsec_c2VjcmV0IG9mIHRoZSBzZW5kZXI=" : $"secret of the {purpose}";
        return _sources["lms"] = new()
        {
            Name = "lms",
            Kind = kind,
            Authentication = scheme,
            Settings = kind is "json" or "cloudevents"
                ? Fields
                : asked
                    .Concat(known.Settings)
                    .Where(setting => setting.IsRequired)
                    .ToDictionary(setting => setting.Name, setting => setting.Name == "jwks" ? "https://keys.example.ca/jwks" : "LacNord"),
            Secrets = HubKinds.Secrets(scheme).ToDictionary(purpose => purpose, purpose => new InboundSecret($"SETTING_{purpose}")),
        };
    }
}
