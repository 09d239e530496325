namespace IntegrationHub.Sandbox.Ethos;

/// <summary>Ellucian Ethos Integration in front of a student information system.</summary>
internal static class EthosEndpoints
{
    public static IServiceCollection AddEthos(this IServiceCollection services) => services
        .AddSingleton<EthosTokens>()
        .AddSingleton<Registrar>()
        .AddSingleton<NonCourseRecords>();

    public static void MapEthos(this WebApplication app)
    {
        app.MapPost("/ethos/auth", EthosTokens.Issue);

        var guarded = app.MapGroup("/ethos")
            .AddEndpointFilter(
                async (context, next) =>
                    context.HttpContext.RequestServices.GetRequiredService<EthosTokens>().Shop.Accepts(context.HttpContext.Request)
                        ? await next(context)
                        : EthosErrors.Unauthorized());
        guarded.MapGet("/admin/available-resources", AvailableResources);

        var api = guarded.MapGroup("/api");
        api.MapGet("/persons", Persons.Find).Reads(EthosResource.Persons);
        api.MapGet("/persons/{id}", Persons.Get).Reads(EthosResource.Persons);
        api.MapGet("/section-registrations", SectionRegistrations.Find).Reads(EthosResource.SectionRegistrations);
        api.MapGet("/section-registrations/{id}", SectionRegistrations.Get).Reads(EthosResource.SectionRegistrations);
        api.MapGet("/grade-definitions", Grades.Definitions).Reads(EthosResource.GradeDefinitions);
        api.MapGet("/grade-definitions/{id}", Grades.Get).Reads(EthosResource.GradeDefinitions);
        api.MapGet("/section-grade-types", Grades.Types).Reads(EthosResource.SectionGradeTypes);
        api.MapGet("/student-unverified-grades", UnverifiedGrades.Find).Reads(EthosResource.UnverifiedGrades);
        api.MapGet("/student-unverified-grades/{id}", UnverifiedGrades.Get).Reads(EthosResource.UnverifiedGrades);
        api.MapPost("/student-unverified-grades", UnverifiedGrades.Post).Writes(EthosResource.UnverifiedGrades);
        api.MapPut("/student-unverified-grades/{id}", UnverifiedGrades.Put).Writes(EthosResource.UnverifiedGrades);
        api.MapGet("/student-transcript-grades", TranscriptGrades.Find).Reads(EthosResource.TranscriptGrades);
        api.MapGet("/student-transcript-grades/{id}", TranscriptGrades.Get).Reads(EthosResource.TranscriptGrades);
        api.MapPut("/student-transcript-grades/{id}", TranscriptGrades.Adjust).Writes(EthosResource.TranscriptGrades);
        api.MapGet("/academic-non-course", NonCourse.Find).Reads(EthosResource.NonCourse);
        api.MapPost("/academic-non-course", NonCourse.Post).Writes(EthosResource.NonCourse);
        api.MapPut("/academic-non-course", NonCourse.Put).Writes(EthosResource.NonCourse);

        app.MapGet("/state/transcript", (Registrar registrar, NonCourseRecords nonCourse) =>
            new { entries = registrar.Entries(), nonCourse = nonCourse.All() });
    }

    private static IResult AvailableResources() =>
        Results.Json(
            new[]
            {
                new
                {
                    id = "5b2a6c0e-2a9f-4f2b-8f44-0c7f5a8f1d11",
                    name = "sandbox-sis",
                    resources = EthosResource.All.Select(resource => new
                    {
                        name = resource.Name,
                        representations = resource.Representations.Select(form => new Dictionary<string, object>
                        {
                            ["X-Media-Type"] = form.MediaType,
                            ["version"] = form.Version,
                            ["methods"] = form.Methods,
                        }),
                    }),
                },
            });
}
