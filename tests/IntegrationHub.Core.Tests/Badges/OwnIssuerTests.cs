using System.Text.Json;
using IntegrationHub.Connectors.Badges.OwnIssuer;
using IntegrationHub.Core.Badges;
using IntegrationHub.Core.Failures;
using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.OpenBadges.Keys;
using IntegrationHub.OpenBadges.Model;
using IntegrationHub.OpenBadges.Verification;
using IntegrationHub.Testing.Connectors;
using Shouldly;
using Xunit;

namespace IntegrationHub.Core.Tests.Badges;

/// <summary>The hub as badge platform keeps what every platform promises, and signs what anybody can check.</summary>
public sealed class OwnIssuerTests : BadgePlatformContract, IAsyncDisposable
{
    private const string Weak = "an RSA key of 1024 bits";

    private static int LastLearner;
    private readonly IssuingInstitution _institutions = new();
    private readonly Hub _hub;

    public OwnIssuerTests() => _hub = new(IssuingInstitution.Secrets, institutions: _institutions);

    internal override IBadgePlatform Platform => _hub.Badges("hub");

    internal override Institution Institution => _institutions.Institution;

    internal override Connection Connection => IssuingInstitution.Hub;

    internal override BadgeOrder FreshOrder() =>
        Orders.To(Orders.Fresh("", $"learner{Interlocked.Increment(ref LastLearner)}@example.ca"), Institution.MicroCredentials["water"]);

    public ValueTask DisposeAsync() => _hub.DisposeAsync();

    [Fact]
    public async Task Both_forms_of_what_is_issued_verify()
    {
        var documents = (await Issued()).Documents!;

        foreach (var form in new[] { documents.Json, documents.Jwt })
        {
            var report = await Verify(form);
            report.Verdict.ShouldBe(VerificationVerdict.Valid, string.Join("; ", report.Checks));
            report.Facts!.IssuerName.ShouldBe("Collège Lac-Nord");
        }
    }

    [Fact]
    public async Task A_credential_holds_nothing_of_the_person_but_a_salted_hash_of_the_address()
    {
        var order = FreshOrder();
        var document = (await Issued(order)).Documents!.Json;

        foreach (var personal in new[]
            {
                order.Email,
                order.Learner.GivenName,
                order.Learner.FamilyName,
                order.Learner.StudentNumber,
                order.Learner.Id,
            })
            document.ShouldNotContain(personal);
        var identity = JsonDocument.Parse(document).RootElement.GetProperty("credentialSubject").GetProperty("identifier")[0];
        RecipientHash
            .Matches(identity.GetProperty("identityHash").GetString()!, order.Email, identity.GetProperty("salt").GetString()!)
            .ShouldBeTrue();
    }

    [Fact]
    public async Task The_dates_are_those_of_the_award_and_of_the_course()
    {
        var root = JsonDocument.Parse((await Issued()).Documents!.Json).RootElement;

        root.GetProperty("awardedDate").GetString().ShouldBe("2026-02-01T12:00:00Z");
        root.GetProperty("validUntil").GetString().ShouldBe("2029-02-01T12:00:00Z");
        root.GetProperty("credentialSubject").GetProperty("activityStartDate").GetString()!.ShouldStartWith("2026-01-12");
        root.GetProperty("credentialSubject").GetProperty("activityEndDate").GetString()!.ShouldStartWith("2026-01-30");
    }

    [Fact]
    public async Task Each_outcome_is_a_result_description_with_its_result()
    {
        var subject = JsonDocument.Parse((await Issued()).Documents!.Json).RootElement.GetProperty("credentialSubject");

        var described = subject
            .GetProperty("achievement")
            .GetProperty("resultDescription")
            .EnumerateArray()
            .Select(one => one.GetProperty("id").GetString())
            .ToList();
        subject.GetProperty("result").EnumerateArray().Select(one => one.GetProperty("resultDescription").GetString()).ShouldBe(described);
        described.Count.ShouldBe(3);
    }

    [Fact]
    public async Task A_suspension_shows_in_both_lists_until_it_is_lifted_and_a_revocation_for_good()
    {
        var credential = await Issued();
        async Task<(VerificationVerdict Stranger, bool Suspension)> Standing(CredentialStatus status)
        {
            await _hub.Credentials.Set(
                "lacnord",
                StatusPurpose.Revocation,
                credential.Status,
                status != CredentialStatus.Valid,
                Cancellation);
            await _hub.Credentials.Set(
                "lacnord",
                StatusPurpose.Suspension,
                credential.Status,
                status == CredentialStatus.Suspended,
                Cancellation);
            await _hub.Credentials.Save(
                (await _hub.Credentials.Find(credential.Id, Cancellation))! with
                {
                    Standing = status,
                },
                Cancellation);
            var list = JsonDocument
                .Parse(await _hub.Get<StatusListDocuments>().Read(Institution, "suspension-0", Cancellation))
                .RootElement;
            var bits = IntegrationHub.OpenBadges.Status.Bitstring.Decode(
                list.GetProperty("credentialSubject").GetProperty("encodedList").GetString()!);
            return ((await Verify(credential.Documents!.Json)).Verdict, bits[credential.Status.Index]);
        }

        (await Standing(CredentialStatus.Suspended)).ShouldBe((VerificationVerdict.Revoked, true));
        (await _hub.Get<HubVerifier>().Verify(Bytes(credential.Documents!.Json), Cancellation)).Verdict.ShouldBe(
            VerificationVerdict.Suspended);
        (await Standing(CredentialStatus.Valid)).ShouldBe((VerificationVerdict.Valid, false));
        (await Standing(CredentialStatus.Revoked)).ShouldBe((VerificationVerdict.Revoked, false));
        (await _hub.Get<HubVerifier>().Verify(Bytes(credential.Documents!.Json), Cancellation)).Verdict.ShouldBe(
            VerificationVerdict.Revoked);
    }

    [Fact]
    public async Task A_copy_of_a_status_list_ends_within_a_day()
    {
        await Issued();
        var list = JsonDocument.Parse(await _hub.Get<StatusListDocuments>().Read(Institution, "revocation-0", Cancellation)).RootElement;

        var (from, until) = (list.GetProperty("validFrom").GetDateTimeOffset(), list.GetProperty("validUntil").GetDateTimeOffset());
        until.ShouldBeGreaterThan(TimeProvider.System.GetUtcNow());
        (until - from).ShouldBeLessThanOrEqualTo(TimeSpan.FromDays(1));
    }

    [Fact]
    public async Task An_endorsement_without_an_embedded_proof_is_not_taken_in()
    {
        using var key = RsaKey.FromPkcs8(IssuingInstitution.Secrets["RSA"]);
        var endorsement = new IntegrationHub.OpenBadges.Model.EndorsementCredential
        {
            Id = "https://endorser.example.ca/1",
            Name = "Recommandation",
            Issuer = new() { Id = Institution.Issuer!.Did },
            ValidFrom = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero),
            CredentialSubject = new() { Id = Institution.Issuer.Did },
        };
        var jwt = IntegrationHub.OpenBadges.Proofs.VcJwt.Sign(
            IntegrationHub.OpenBadges.Model.CredentialJson.ToUtf8(endorsement),
            key,
            DidDocument.MethodOf(Institution.Issuer.Did, key.PublicJwk));
        (await Verify(jwt)).Verdict.ShouldBe(VerificationVerdict.Valid);

        (await _hub.Get<EndorsementImport>().Import(Institution, Bytes(jwt), Cancellation)).Verdict.ShouldBe(
            EndorsementVerdict.NotEmbedded);
    }

    /// <summary>It would keep every badge of the institution from being signed.</summary>
    [Fact]
    public async Task An_endorsement_of_older_contexts_than_a_badge_s_is_not_taken_in()
    {
        using var key = Ed25519Key.FromSeed(new byte[32]);
        var issuer = DidKey.Of(key.PublicKey);
        var earlier = $$$"""
            {"@context":["https://www.w3.org/2018/credentials/v1","https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
             "https://w3id.org/security/data-integrity/v2"],"id":"https://endorser.example.ca/1","name":"Recommandation",
             "type":["VerifiableCredential","EndorsementCredential"],"issuer":{"id":"{{{issuer}}}","type":["Profile"]},
             "issuanceDate":"2026-01-01T00:00:00Z",
             "credentialSubject":{"id":"{{{Institution.Issuer!.Did}}}","type":["EndorsementSubject"],"endorsementComment":"Solide."}}
            """;
        var signed = IntegrationHub.OpenBadges.Proofs.DataIntegrity.Sign(
            Bytes(earlier),
            new() { VerificationMethod = DidDocument.MethodOf(issuer, key.PublicKey), Created = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero) },
            key);

        (await _hub.Get<EndorsementImport>().Import(Institution, signed, Cancellation)).Verdict.ShouldBe(
            EndorsementVerdict.NotEmbeddable);
        (await Verify((await Issued()).Documents!.Json)).Verdict.ShouldBe(VerificationVerdict.Valid);
    }

    [Fact]
    public async Task A_stranger_s_revoked_badge_with_our_address_does_not_show_our_suspension()
    {
        var own = await Issued();
        await _hub.Credentials.Save(
            (await _hub.Credentials.Find(own.Id, Cancellation))! with
            {
                Standing = CredentialStatus.Suspended,
                Reason = "Vérification",
            },
            Cancellation);
        await _hub.Credentials.Set("lacnord", StatusPurpose.Revocation, own.Status, true, Cancellation);
        var stranger = new IssuingInstitution
        {
            Institution = Institution with { Issuer = Institution.Issuer! with { Did = "did:web:hub.example.ca:issuers:autre" } },
        };

        (await _hub.Get<HubVerifier>().Verify(Bytes(own.Documents!.Json), Cancellation)).Verdict.ShouldBe(VerificationVerdict.Suspended);
        var other = new HubVerifier(_hub.Get<CredentialVerifier>(), _hub.Credentials, stranger, new(new("https://hub.example.ca")));
        (await other.Verify(Bytes(own.Documents.Json), Cancellation)).Verdict.ShouldBe(VerificationVerdict.Revoked);
    }

    [Fact]
    public async Task A_suspension_asked_of_the_platform_is_carried_into_the_credential_and_lifted_again()
    {
        var order = FreshOrder();
        var badge = await Platform.Issue(Institution, Connection, order, Cancellation);

        await Platform.Change(Institution, Connection, To(CredentialStatus.Suspended, order, badge), Cancellation);
        var suspended = (await _hub.Credentials.Find(CredentialId.Parse(badge.Reference), Cancellation))!;
        (suspended.Standing, suspended.Reason).ShouldBe((CredentialStatus.Suspended, "Erreur de section"));
        (await Platform.Find(Institution, Connection, order, Cancellation)).ShouldBe(badge);

        await Platform.Change(Institution, Connection, To(CredentialStatus.Valid, order, badge, minutes: 2), Cancellation);
        var lifted = (await _hub.Credentials.Find(CredentialId.Parse(badge.Reference), Cancellation))!;
        (lifted.Standing, lifted.Reason).ShouldBe((CredentialStatus.Valid, null));
    }

    [Fact]
    public async Task A_change_that_comes_after_a_later_one_is_looked_at_again()
    {
        var order = FreshOrder();
        var badge = await Platform.Issue(Institution, Connection, order, Cancellation);
        await Platform.Change(Institution, Connection, To(CredentialStatus.Suspended, order, badge, minutes: 3), Cancellation);

        var fault = await Should.ThrowAsync<OutsideException>(() =>
            Platform.Change(Institution, Connection, To(CredentialStatus.Valid, order, badge, minutes: 2), Cancellation));

        fault.IsTransient.ShouldBeTrue();
    }

    [Fact]
    public async Task What_was_signed_before_a_rotation_still_verifies()
    {
        var old = await Issued();
        var keys = _hub.Get<SigningKeys>().Of(Institution);
        var rotated = new IssuingInstitution
        {
            Institution = Institution with
            {
                Issuer = Institution.Issuer! with
                {
                    Previous = [new(keys.Ed25519.PublicKey.Multikey, null), new(null, keys.Rsa.PublicJwk.ToJson())],
                },
            },
        };
        await using var later = new Hub(IssuingInstitution.NewSecrets(NewKeys.Generate()), institutions: rotated);
        await later.Credentials.Allocate("lacnord", Cancellation);

        foreach (var form in new[] { old.Documents!.Json, old.Documents.Jwt })
        {
            var report = await later.Get<CredentialVerifier>().Verify(Bytes(form), Cancellation);
            report.Verdict.ShouldBe(VerificationVerdict.Valid, string.Join("; ", report.Checks));
        }
    }

    [Theory]
    [InlineData("ED25519", "")]
    [InlineData("ED25519", "c2hvcnQ")]
    [InlineData("RSA", "")]
    [InlineData("ED25519", "z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2")]
    [InlineData("RSA", "not base64 at all")]
    [InlineData("RSA", "MIIEnot-a-key-but-looks-like-one")]
    [InlineData("RSA", Weak)]
    public async Task A_missing_or_malformed_key_is_named_and_never_shown(string setting, string value)
    {
        using var weak = System.Security.Cryptography.RSA.Create(1024);
        value = value == Weak ? Convert.ToBase64String(weak.ExportPkcs8PrivateKey()) : value;
        await using var hub = new Hub(new Dictionary<string, string>(IssuingInstitution.Secrets) { [setting] = value });

        var fault = hub.Get<SigningKeys>().Fault(Institution);

        fault.ShouldNotBeNull().En.ShouldContain(setting);
        fault.Fr.ShouldContain(setting);
        if (value.Length > 0)
            $"{fault.Fr}{fault.En}".ShouldNotContain(value);
    }

    [Fact]
    public async Task A_key_of_another_institution_on_the_same_hub_signs_nothing_for_this_one()
    {
        var credential = await Issued();
        using var stranger = RsaKey.FromPkcs8(NewKeys.Generate().RsaPkcs8);
        var payload = JsonDocument.Parse(credential.Documents!.Json).RootElement;
        var forged = IntegrationHub.OpenBadges.Proofs.VcJwt.Sign(
            Bytes(payload.GetRawText()),
            stranger,
            $"https://hub.example.ca/issuers/autre/keys/{stranger.Thumbprint}");

        (await Verify(forged)).Verdict.ShouldNotBe(VerificationVerdict.Valid);
    }

    [Fact]
    public async Task A_worker_that_dies_between_signing_and_noting_whose_it_is_leaves_one_credential_and_one_holder()
    {
        var order = FreshOrder();
        _hub.Credentials.BeforeHolding = () => throw new InvalidOperationException("The worker died.");
        await Should.ThrowAsync<InvalidOperationException>(() => Platform.Issue(Institution, Connection, order, Cancellation));
        var signed = _hub.Credentials.All.ShouldHaveSingleItem();

        _hub.Credentials.BeforeHolding = null;
        await Platform.Issue(Institution, Connection, order with { MayExist = true }, Cancellation);

        _hub.Credentials.All.ShouldHaveSingleItem().ShouldBe(signed);
        (await _hub.Credentials.Of("lacnord", order.Learner.Id, Cancellation)).ShouldHaveSingleItem().Credential.ShouldBe(signed.Id);
    }

    [Fact]
    public async Task Nothing_is_issued_again_to_somebody_who_was_erased()
    {
        var order = FreshOrder();
        var credential = await Issued(order);
        await _hub.Credentials.Save(credential.Erase(new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero)), Cancellation);

        var fault = await Should.ThrowAsync<OutsideException>(() => Platform.Issue(Institution, Connection, order, Cancellation));
        fault.Fault.ShouldBe(OutsideFault.Refused);
    }

    private static byte[] Bytes(string text) => System.Text.Encoding.UTF8.GetBytes(text);

    private async Task<Credential> Issued(BadgeOrder? order = null)
    {
        var badge = await Platform.Issue(Institution, Connection, order ?? FreshOrder(), Cancellation);
        return (await _hub.Credentials.Find(CredentialId.Parse(badge.Reference), Cancellation))!;
    }

    private Task<VerificationReport> Verify(string form) => _hub.Get<CredentialVerifier>().Verify(Bytes(form), Cancellation);
}
