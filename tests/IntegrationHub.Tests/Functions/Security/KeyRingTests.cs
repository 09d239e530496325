using System.Net;
using System.Xml.Linq;
using IntegrationHub.Functions.Security;
using IntegrationHub.OpenBadges;
using IntegrationHub.Testing;
using IntegrationHub.Testing.Console;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Functions.Security;

/// <summary>Cookies and forms of hubs that share a storage, one after the other or side by side.</summary>
public sealed class KeyRingTests
{
    private const string Address = "http://localhost:7071";

    private readonly InMemoryKeyRing _ring = new();
    private readonly FakeTimeProvider _time = new(DateTimeOffset.UnixEpoch.AddYears(56));

    [Fact]
    public async Task After_a_restart_people_are_signed_in_and_their_open_forms_are_good()
    {
        string session, cookie;
        KeyValuePair<string, string> field;
        await using (var before = await Started())
        {
            session = await before.SignIn();
            (cookie, field) = await before.Pair(session);
        }

        await using var after = await Started();

        await ShouldKnow(after, session, cookie, field);
    }

    [Fact]
    public async Task Two_instances_take_each_others_cookies_and_forms()
    {
        await using var one = await Started();
        await using var other = await Started();

        foreach (var (made, sent) in new[] { (one, other), (other, one) })
        {
            var session = await made.SignIn();
            var (cookie, field) = await made.Pair(session);
            await ShouldKnow(sent, session, cookie, field);
        }
    }

    [Fact]
    public async Task Instances_that_start_at_once_come_to_one_key()
    {
        HollowHub? other = null;
        _ring.BeforeWrite = () =>
        {
            _ring.BeforeWrite = null;
            other = Started().GetAwaiter().GetResult();
        };
        await using var one = await Started();
        await using var quicker = other.ShouldNotBeNull();

        _ring.Kept!.Version.ShouldBe("1");
        var session = await one.SignIn();
        var (cookie, field) = await one.Pair(session);
        await ShouldKnow(quicker, session, cookie, field);
    }

    [Fact]
    public async Task What_is_kept_holds_no_key_in_clear()
    {
        await using var hub = await Started();

        var key = hub.Services.GetRequiredService<IKeyManager>().GetAllKeys().ShouldHaveSingleItem();
        var clear = key.Descriptor.ExportToXml().SerializedDescriptorElement.Descendants("value").ShouldHaveSingleItem().Value;

        Convert.FromBase64String(clear).Length.ShouldBe(64);
        _ring.Kept!.Text.ShouldContain(key.KeyId.ToString());
        _ring.Kept.Text.ShouldNotContain(clear);
        _ring.Kept.Text.ShouldNotContain("masterKey");
        _ring.Kept.Text.ShouldNotContain(HollowHub.Key);
    }

    [Fact]
    public async Task A_new_admin_key_signs_everybody_out_and_begins_with_new_keys()
    {
        string session, cookie;
        KeyValuePair<string, string> field;
        await using (var before = await Started())
        {
            session = await before.SignIn();
            (cookie, field) = await before.Pair(session);
        }

        await using var after = await Started("another-key");
        using var page = await after.Send(HttpMethod.Get, "/sources", session);
        using var form = await Post(after, session, cookie, field);

        page.Headers.Location?.OriginalString.ShouldBe("/sign-in?next=%2Fsources");
        form.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        after.Log.ShouldBeEmpty();
        var anew = await after.SignIn("another-key");
        (cookie, field) = await after.Pair(anew);
        await ShouldKnow(after, anew, cookie, field);
    }

    [Fact]
    public async Task Keys_that_are_not_the_admin_keys_are_kept_as_they_are()
    {
        string session;
        await using (var before = await Started())
            session = await before.SignIn();
        await using (var between = await Started("another-key"))
            await between.Pair();

        await using var after = await Started();

        using var page = await after.Send(HttpMethod.Get, "/sign-in", session);
        page.StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Where_an_instance_lies_makes_no_difference()
    {
        await using var hub = await Started();

        hub.Services.GetRequiredService<IOptions<DataProtectionOptions>>().Value.ApplicationDiscriminator.ShouldBe("IntegrationHub");
    }

    [Fact]
    public async Task Keys_that_an_earlier_release_kept_are_read()
    {
        _ring.Write(await Golden("keys.xml"), version: null);
        await using var hub = await Started();

        var protector = hub.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("golden");

        protector.Unprotect(await Golden("protected.txt")).ShouldBe("of release 1");
    }

    [Theory]
    [InlineData(HollowHub.Key)]
    [InlineData("")]
    public async Task Nothing_goes_to_the_disk_and_without_an_admin_key_nothing_goes_anywhere(string key)
    {
        await using var hub = await Started(key);
        var (cookie, field) = await hub.Pair();

        using var form = await Post(hub, null, cookie, field);

        form.StatusCode.ShouldNotBe(HttpStatusCode.BadRequest);
        hub.Services.GetRequiredService<IOptions<KeyManagementOptions>>().Value.XmlRepository.ShouldBeOfType<KeyRepository>();
        (_ring.Kept is null).ShouldBe(key.Length == 0);
    }

    [Fact]
    public async Task An_instance_that_has_read_the_keys_goes_on_with_them_while_the_storage_is_silent()
    {
        await using var hub = await Started();
        var session = await hub.SignIn();
        _ring.IsSilent = true;

        var (cookie, field) = await hub.Pair(session);

        await ShouldKnow(hub, session, cookie, field);
    }

    [Fact]
    public async Task While_the_storage_is_silent_the_hub_starts_and_pages_with_forms_say_so()
    {
        _ring.IsSilent = true;
        await using var hub = await Started();

        using var silent = await hub.Send(HttpMethod.Get, "/verify?lang=fr", "hub-session=CfDJ8nonsense");
        using var signIn = await hub.Send(HttpMethod.Get, $"/sign-in?key={HollowHub.Key}", cookies: null);
        _ring.IsSilent = false;
        _time.Advance(TimeSpan.FromSeconds(10));
        using var well = await hub.Send(HttpMethod.Get, "/verify", cookies: null);

        (silent.StatusCode, signIn.StatusCode).ShouldBe((HttpStatusCode.ServiceUnavailable, HttpStatusCode.ServiceUnavailable));
        silent.Headers.RetryAfter!.Delta!.Value.ShouldBeGreaterThan(TimeSpan.Zero);
        WebUtility.HtmlDecode(await silent.Content.ReadAsStringAsync()).ShouldContain("Le carrefour ne joint pas son stockage");
        well.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Who_asks_after_a_failed_reading_is_told_so_at_once_for_some_seconds()
    {
        _ring.IsSilent = true;
        await using var hub = await Started();
        _time.Advance(TimeSpan.FromSeconds(10));
        var before = _ring.Reads;

        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => hub.Send(HttpMethod.Get, "/verify", cookies: null)));

        answers.ShouldAllBe(answer => answer.StatusCode == HttpStatusCode.ServiceUnavailable);
        _ring.Reads.ShouldBe(before + 1);
    }

    [Fact]
    public async Task What_was_read_last_is_given_while_the_storage_is_silent()
    {
        await using var hub = await Started();
        var repository = hub.Services.GetRequiredService<IXmlRepository>();
        var before = repository.GetAllElements().ShouldHaveSingleItem().ToString();
        _ring.IsSilent = true;

        for (var time = 0; time < 3; time++, _time.Advance(TimeSpan.FromSeconds(10)))
            repository.GetAllElements().ShouldHaveSingleItem().ToString().ShouldBe(before);
    }

    [Theory]
    [InlineData("", "", true)]
    [InlineData(
        "IntegrationHub.Functions.Security.SealedXmlDecryptor,",
        "Microsoft.AspNetCore.DataProtection.XmlEncryption.NullXmlDecryptor,",
        false)]
    [InlineData("ConfigurationModel.AuthenticatedEncryptorDescriptorDeserializer,", "ConfigurationModel.AnotherDeserializer,", false)]
    [InlineData("<encryptedSecret ", "<masterKey><value>c2VjcmV0</value></masterKey><encryptedSecret ", false)]
    [InlineData(
        "<encryption ",
        "<encryptedSecret xmlns=\"http://schemas.asp.net/2015/03/dataProtection\"><open/></encryptedSecret><encryption ",
        false)]
    [InlineData("sealed by=\"d12e5efdd3f5e208\"", "sealed", false)]
    [InlineData("<key ", "<thing ", false)]
    public async Task Only_a_key_that_is_sealed_whole_is_one(string part, string instead, bool isOne)
    {
        var golden = await Golden("keys.xml");
        _ring.Write(
            part.Length == 0 ? golden : golden.Replace(part, instead).Replace("</key>", instead == "<thing " ? "</thing>" : "</key>"),
            version: null);
        await using var hub = await Started();

        var keys = hub.Services.GetRequiredService<IXmlRepository>().GetAllElements();

        keys.Any(key => (string?)key.Attribute("id") == "d32daef0-75fa-46f7-b1dc-8d0dc66257be").ShouldBe(isOne);
    }

    [Fact]
    public async Task A_key_that_somebody_put_there_in_clear_is_none()
    {
        _ring.Write(Opened(await Golden("keys.xml")), version: null);
        await using var hub = await Started();

        hub.Services.GetRequiredService<IKeyManager>()
            .GetAllKeys()
            .ShouldHaveSingleItem()
            .KeyId.ShouldNotBe(new("d32daef0-75fa-46f7-b1dc-8d0dc66257be"));
    }

    [Fact]
    public async Task A_key_that_is_revoked_is_so_for_every_instance_and_after_a_restart()
    {
        Guid revoked;
        await using (var before = await Started())
        {
            var keys = before.Services.GetRequiredService<IKeyManager>();
            revoked = keys.GetAllKeys().ShouldHaveSingleItem().KeyId;
            keys.RevokeKey(revoked, "tests");
        }

        await using var after = await Started();

        after.Services.GetRequiredService<IKeyManager>().GetAllKeys().Single(key => key.KeyId == revoked).IsRevoked.ShouldBeTrue();
    }

    /// <summary>The same with its secret in clear, as a framework without anything to seal with keeps it.</summary>
    private static string Opened(string keys)
    {
        var document = BoundedXml.Load(keys);
        document
            .Descendants()
            .Single(element => element.Name.LocalName == "encryptedSecret")
            .ReplaceWith(new XElement("masterKey", new XElement("value", Convert.ToBase64String(new byte[64]))));
        return document.ToString();
    }

    private static Task<string> Golden(string file) =>
        File.ReadAllTextAsync(
            Repository.Path("tests", "IntegrationHub.Tests", "Functions", "Security", "Golden", file),
            TestContext.Current.CancellationToken);

    private async Task<HollowHub> Started(string key = HollowHub.Key)
    {
        var hub = new HollowHub(Address, key, _ring, _time);
        await hub.InitializeAsync();
        return hub;
    }

    /// <summary>It takes a form of somebody's session: signing out.</summary>
    private static async Task ShouldKnow(HollowHub hub, string session, string cookie, KeyValuePair<string, string> field)
    {
        using var page = await hub.Send(HttpMethod.Get, "/sign-in?next=/sources", session);
        page.Headers.Location?.OriginalString.ShouldBe("/sources");
        using var form = await Post(hub, session, cookie, field);
        (form.StatusCode, form.Headers.Location?.OriginalString).ShouldBe((HttpStatusCode.Redirect, "/sign-in"));
    }

    private static Task<HttpResponseMessage> Post(HollowHub hub, string? session, string cookie, KeyValuePair<string, string> field)
    {
        var form = new FormUrlEncodedContent([field]);
        return hub.Send(HttpMethod.Post, "/sign-out", session is null ? cookie : $"{session}; {cookie}", form, ("Origin", Address));
    }
}
