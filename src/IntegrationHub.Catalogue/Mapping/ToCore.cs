using IntegrationHub.Catalogue.Drafts;
using IntegrationHub.Catalogue.Shapes;
using IntegrationHub.Catalogue.Yaml;
using IntegrationHub.Core;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Model.Kinds;
using IntegrationHub.Core.Model.MicroCredentials;

namespace IntegrationHub.Catalogue.Mapping;

/// <summary>Turns shapes without faults into Core's types.</summary>
internal static class ToCore
{
    public static Institution Institution(InstitutionDraft draft)
    {
        var shape = draft.Main!;
        var credentials = new CredentialToCore(draft.Pictures);
        return new()
        {
            Id = draft.Id,
            Name = Text(shape.Name!),
            TimeZone = shape.TimeZone!.Value,
            RecordsBegin = shape.RecordsBegin?.Value ?? Core.Model.Institutions.Institution.UsualRecordsBegin,
            Language = shape.Language is { Value: var language }
                ? language.ToString().ToLowerInvariant()
                : Core.Model.Institutions.Institution.UsualLanguage,
            Pepper = shape.Pepper!.Value,
            Sources = shape.Sources!.ToDictionary(entry => entry.Key.Value, entry => Source(draft, entry.Key.Value, entry.Value)),
            Connections = (shape.Connections?.ByRole() ?? []).ToDictionary(
                entry => entry.Role,
                entry => Connection(draft.Kinds.Connection(entry.Role, entry.Shape.Kind!.Value)!, entry.Shape)),
            Issuer = shape.Issuer is { } issuer ? credentials.Issuer(draft.MainFile, issuer) : null,
            Policy = Policy(shape.Policy),
            Recognised = (shape.Recognised ?? []).ToDictionary(
                entry => entry.Key.Value,
                entry => EntryToCore.Recognised(entry.Key.Value, entry.Value)),
            MicroCredentials = draft.MicroCredentials.ToDictionary(
                entry => entry.Code,
                entry => EntryToCore.MicroCredential(entry, draft, credentials)),
        };
    }

    private static Source Source(InstitutionDraft draft, string name, SourceShape shape) =>
        new()
        {
            Institution = draft.Id,
            Name = name,
            Zone = TimeZoneInfo.FindSystemTimeZoneById((shape.TimeZone ?? draft.Main!.TimeZone)!.Value),
            PerMinute = shape.PerMinute?.Value,
            Kind = shape.Kind!.Value,
            Authentication = shape.Authentication?.Value ?? draft.Kinds.Source(shape.Kind.Value)!.Authentications[0],
            Settings = Values(shape.Settings),
            Secrets = (shape.Secrets ?? []).ToDictionary(
                entry => entry.Key.Value,
                entry => new InboundSecret(entry.Value.Current!.Value, entry.Value.Previous?.Value, entry.Value.Until?.Value)),
            Api = shape.Api is { } api ? Api(name, shape.Kind.Value, api) : null,
            Learners = Learners(shape),
        };

    private static LearnerMatching Learners(SourceShape shape)
    {
        var usual = new LearnerMatching();
        return new()
        {
            Stated = shape.Learners is { } stated ? [.. stated.Select(strategy => strategy.Value)] : usual.Stated,
            LoginPattern = shape.LoginPattern is { } pattern ? Patterns.Compile(pattern.Value) : null,
        };
    }

    private static Connection Api(string source, string kind, ApiShape shape)
    {
        var connection = new Connection
        {
            Role = ConnectionRole.Lms,
            Source = source,
            Kind = kind,
            Address = new(shape.Address!.Value),
            Settings = Values(null),
            Secrets = Values(shape.Secrets),
        };
        return connection with { Rate = (double?)shape.Rate?.Value ?? connection.Rate };
    }

    private static Connection Connection(ConnectionKind kind, ConnectionShape shape)
    {
        var connection = new Connection
        {
            Role = kind.Role,
            Kind = kind.Name,
            IsTheHub = kind.IsTheHub,
            Address = shape.Address is { } address ? new Uri(address.Value) : null,
            Settings = Values(shape.Settings),
            Secrets = Values(shape.Secrets),
        };
        return connection with
        {
            Rate = (double?)shape.Rate?.Value ?? connection.Rate,
            ConfirmEvery = shape.ConfirmEvery?.Value ?? connection.ConfirmEvery,
        };
    }

    private static Policy Policy(PolicyShape? shape)
    {
        var usual = new Policy();
        return new()
        {
            OnContradiction = shape?.OnContradiction?.Value ?? usual.OnContradiction,
            RenewalNotices = shape?.RenewalNotices is { } notices ? [.. notices.Select(days => days.Value)] : usual.RenewalNotices,
        };
    }

    public static CriticalInformationSummary Summary(SummaryShape shape) =>
        new()
        {
            Title = Text(shape.Title!),
            Description = Text(shape.Description!),
            LearningOutcomes = [.. (shape.LearningOutcomes ?? []).Select(CredentialToCore.Outcome)],
            Participation = Optional(shape.Participation),
            Credits = shape.Credits?.Value,
            Hours = shape.Hours?.Value,
            Prerequisites = Optional(shape.Prerequisites),
            Resources = Optional(shape.Resources),
            AssessmentType = Optional(shape.AssessmentType),
            Supervision = Optional(shape.Supervision),
            QualityAssurance = shape.QualityAssurance is { } body ? CredentialToCore.Quality(body) : null,
            Outcome = Optional(shape.Outcome),
            Stacking = Optional(shape.Stacking),
        };

    private static Dictionary<string, string> Values(Entries<Located<string>>? entries) =>
        (entries ?? []).ToDictionary(entry => entry.Key.Value, entry => entry.Value.Value);

    public static BilingualText Text(TextShape shape) => new(shape.Fr!.Value.Trim(), shape.En!.Value.Trim());

    public static BilingualText? Optional(TextShape? shape) => shape is null ? null : Text(shape);
}
