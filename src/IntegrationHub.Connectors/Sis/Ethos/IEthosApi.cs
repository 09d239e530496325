using System.Text.Json;
using Refit;

namespace IntegrationHub.Connectors.Sis.Ethos;

/// <summary>Ellucian Ethos Integration. Resources are versioned by media type; a version that is not there answers 406.</summary>
internal interface IEthosApi
{
    /// <summary>The API key against a raw JWT, valid for an hour.</summary>
    [Post("/auth?expirationMinutes=60")]
    Task<string> Token([Authorize("Bearer")] string apiKey, CancellationToken cancellation);

    [Get("/api/persons")]
    [Headers("Accept: application/vnd.hedtech.integration.v12+json")]
    Task<EthosPerson[]> Persons([Authorize("Bearer")] string token, string criteria, CancellationToken cancellation);

    [Get("/api/persons/{id}")]
    [Headers("Accept: application/vnd.hedtech.integration.v12+json")]
    Task<EthosPerson> Person([Authorize("Bearer")] string token, string id, CancellationToken cancellation);

    [Get("/api/section-registrations")]
    [Headers("Accept: application/vnd.hedtech.integration.v16+json")]
    Task<EthosRegistration[]> Registrations([Authorize("Bearer")] string token, string criteria, CancellationToken cancellation);

    [Get("/api/grade-definitions/{id}")]
    [Headers("Accept: application/vnd.hedtech.integration.v6+json")]
    Task<EthosGradeDefinition> GradeDefinition([Authorize("Bearer")] string token, string id, CancellationToken cancellation);

    [Get("/api/student-unverified-grades")]
    [Headers("Accept: application/vnd.hedtech.integration.v1+json")]
    Task<EthosUnverifiedGrade[]> UnverifiedGrades([Authorize("Bearer")] string token, string criteria, CancellationToken cancellation);

    [Post("/api/student-unverified-grades")]
    [Headers(
        "Accept: application/vnd.hedtech.integration.v1+json",
        "Content-Type: application/vnd.hedtech.integration.student-unverified-grades-submissions.v1+json")]
    Task<EthosUnverifiedGrade> Submit(
        [Authorize("Bearer")] string token,
        [Body] EthosGradeSubmission submission,
        CancellationToken cancellation);

    [Put("/api/student-unverified-grades/{id}")]
    [Headers(
        "Accept: application/vnd.hedtech.integration.v1+json",
        "Content-Type: application/vnd.hedtech.integration.student-unverified-grades-submissions.v1+json")]
    Task<EthosUnverifiedGrade> Resubmit(
        [Authorize("Bearer")] string token,
        string id,
        [Body] EthosGradeSubmission submission,
        CancellationToken cancellation);

    [Get("/api/student-transcript-grades")]
    [Headers("Accept: application/vnd.hedtech.integration.v1+json")]
    Task<ApiResponse<EthosTranscriptGrade[]>> TranscriptGrades(
        [Authorize("Bearer")] string token,
        string criteria,
        int offset,
        CancellationToken cancellation);

    [Put("/api/student-transcript-grades/{id}")]
    [Headers(
        "Accept: application/vnd.hedtech.integration.v1+json",
        "Content-Type: application/vnd.hedtech.integration.student-transcript-grades-adjustments.v1+json")]
    Task<EthosTranscriptGrade> Adjust(
        [Authorize("Bearer")] string token,
        string id,
        [Body] EthosAdjustment adjustment,
        CancellationToken cancellation);

    [Get("/api/academic-non-course")]
    [Headers("Accept: application/vnd.hedtech.integration.v1.0.0+json")]
    Task<JsonElement> NonCourses([Authorize("Bearer")] string token, string criteria, CancellationToken cancellation);

    [Post("/api/academic-non-course")]
    [Headers("Accept: application/vnd.hedtech.integration.v1.0.0+json", "Content-Type: application/vnd.hedtech.integration.v1.0.0+json")]
    Task<JsonElement> AddNonCourse(
        [Authorize("Bearer")] string token,
        [Body] IReadOnlyDictionary<string, string> record,
        CancellationToken cancellation);

    [Put("/api/academic-non-course")]
    [Headers("Accept: application/vnd.hedtech.integration.v1.0.0+json", "Content-Type: application/vnd.hedtech.integration.v1.0.0+json")]
    Task<JsonElement> ChangeNonCourse(
        [Authorize("Bearer")] string token,
        [Body] IReadOnlyDictionary<string, string> record,
        CancellationToken cancellation);
}
