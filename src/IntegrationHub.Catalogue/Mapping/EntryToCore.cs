using IntegrationHub.Catalogue.Drafts;
using IntegrationHub.Catalogue.Shapes;
using IntegrationHub.Catalogue.Yaml;
using IntegrationHub.Core.Model.MicroCredentials;

namespace IntegrationHub.Catalogue.Mapping;

/// <summary>Turns a micro-credential without faults, and its earlier versions, into Core's types.</summary>
internal static class EntryToCore
{
    public static MicroCredential MicroCredential(MicroCredentialDraft entry, InstitutionDraft institution, CredentialToCore credentials) =>
        Version(entry, institution, credentials) with
        {
            Earlier =
            [
                .. institution
                    .EarlierOf(entry.Code)
                    .OrderByDescending(earlier => earlier.Shape.Version!.Value)
                    .Select(earlier => Version(earlier, institution, credentials)),
            ],
        };

    public static RecognisedCredential Recognised(string name, RecognisedShape shape) => new(
        name, ToCore.Text(shape.Title!), shape.Issuer!.Value, Values(shape.Achievements), shape.Hours?.Value, shape.Credits?.Value);

    private static MicroCredential Version(MicroCredentialDraft draft, InstitutionDraft institution, CredentialToCore credentials)
    {
        var shape = draft.Shape;
        return new()
        {
            Code = draft.Code,
            Version = shape.Version!.Value,
            Since = shape.Since?.Value,
            Summary = ToCore.Summary(shape.Summary!),
            Assessment = shape.Assessment is { } assessment ? Assessment(assessment) : null,
            Stacks = [.. (shape.Stacks ?? []).Select(Stack)],
            Prerequisites = Values(shape.PrerequisiteCodes),
            Approval = Approval(shape.Approval ?? institution.Main?.Policy?.Approval),
            RenewalDays = shape.RenewalDays?.Value,
            LifeCycle = shape.LifeCycle is { } cycle
                ? new(cycle.Stated().ToDictionary(phase => phase.Phase, phase => phase.Day.Value))
                : null,
            CreditUnit = ToCore.Optional(shape.CreditUnit),
            Framework = shape.QualificationFramework is { } stance
                ? new(stance.Associated!.Value, ToCore.Optional(stance.Framework), stance.Level?.Value)
                : null,
            Approvals =
            [
                .. (shape.Approvals ?? []).Select(approval => new CatalogueApproval(
                    ToCore.Text(approval.By!),
                    approval.On!.Value,
                    approval.Reference?.Value)),
            ],
            Endorsers = [.. (shape.Endorsers ?? []).Select(Partner)],
            Partners = [.. (shape.Partners ?? []).Select(Partner)],
            Survey = Address(shape.Survey),
            Record = Record(shape.Record!),
            Badge = shape.Badge is { } badge ? credentials.Badge(draft.File, badge) : null,
            Validity = shape.ValidFor?.Value,
            Offerings = [.. (shape.Offerings ?? []).Select(offering => Offering(offering, institution))],
        };
    }

    private static Assessment Assessment(AssessmentShape shape)
    {
        var usual = new Assessment(
            shape.PassThreshold!.Value,
            shape.EnforcedByLms?.Value ?? false,
            FeedbackFrom: ToCore.Optional(shape.FeedbackFrom));
        return usual with
        {
            Attempts = shape.Attempts?.Value ?? usual.Attempts,
            Counts = shape.Counts?.Value ?? usual.Counts,
            PassingLetters = shape.PassingLetters is null ? null : Values(shape.PassingLetters),
            Components = shape.Components is { } components
                ?
                [
                    .. components.Select(component => new Component(
                        component.Name!.Value,
                        ToCore.Text(component.Title!),
                        component.PassThreshold?.Value)),
                ]
                : [],
            Window = shape.Window is { } window ? new(window.First?.Value, window.Last?.Value, window.GraceDays?.Value ?? 0) : null,
        };
    }

    private static Stack Stack(StackShape shape)
    {
        var (measure, least) = shape switch
        {
            { Count: { } count } => (StackMeasure.Count, count.Value),
            { Hours: { } hours } => (StackMeasure.Hours, hours.Value),
            { Credits: { } credits } => (StackMeasure.Credits, credits.Value),
            _ => (StackMeasure.All, 0m),
        };
        return new(
            measure,
            least,
            [.. (shape.All ?? shape.Of!).Select(part => new StackPart([.. part.Codes().Select(code => code.Value)]))]);
    }

    private static ApprovalRule Approval(ApprovalShape? shape) =>
        shape is null ? ApprovalRule.Usual : new((shape.When ?? []).Select(reason => reason.Value).ToHashSet(), shape.ScoreBelow?.Value);

    private static RecordTarget Record(RecordShape shape) =>
        new(
            shape.Kind!.Value,
            shape.Section?.Value,
            shape.Grade?.Value,
            shape.GradeType?.Value,
            shape.Code?.Value,
            shape.WithdrawnGrade?.Value);

    private static Offering Offering(OfferingShape shape, InstitutionDraft institution)
    {
        var offering = new Offering(
            shape.Source!.Value,
            shape.Course!.Value,
            shape.Assessment is { } assessment ? institution.AssessmentId(shape.Source.Value, assessment.Value) : null,
            shape.Period is { } period ? new(period.Start!.Value, period.End!.Value) : null)
        {
            IsPriorLearning = shape.PriorLearning?.Value ?? false,
            Terms = shape.Course.Value.Contains(IntegrationHub.Core.Model.MicroCredentials.Offering.TermMark, StringComparison.Ordinal)
                ? IntegrationHub.Core.Model.MicroCredentials.Offering.PatternOf(
                    shape.Course.Value,
                    institution.Main!.Sources!.First(source => source.Key.Value == shape.Source.Value).Value.Term!.Value)
                : null,
        };
        return shape.Components is { } components
            ? offering with
            {
                Components = components.ToDictionary(
                    component => component.Key.Value,
                    component => institution.AssessmentId(shape.Source.Value, component.Value.Value)!),
            }
            : offering;
    }

    private static Partner Partner(PartnerShape shape) => new(ToCore.Text(shape.Name!), ToCore.Optional(shape.Role), Address(shape.Url));

    private static Uri? Address(Located<string>? address) => address is null ? null : new(address.Value);

    private static string[] Values(List<Located<string>>? values) => [.. (values ?? []).Select(value => value.Value)];
}
