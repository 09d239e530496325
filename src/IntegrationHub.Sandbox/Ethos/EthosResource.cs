namespace IntegrationHub.Sandbox.Ethos;

internal sealed record Representation(string MediaType, string Version, IReadOnlyList<string> Methods);

/// <summary>A resource and the versioned media types that it speaks; the newest reading form comes first.</summary>
internal sealed record EthosResource(string Name, params Representation[] Representations)
{
    private const string Prefix = "application/vnd.hedtech.integration.";

    public static readonly EthosResource
        Persons = new("persons", Versions("v12", "12.6.0", "get")),
        SectionRegistrations = new("section-registrations", Versions("v16", "16.1.0", "get")),
        GradeDefinitions = new("grade-definitions", Versions("v6", "6.0.0", "get")),
        SectionGradeTypes = new("section-grade-types", Versions("v6", "6.0.0", "get")),
        UnverifiedGrades = new("student-unverified-grades",
            [.. Versions("v1", "1.0.0", "get"), .. Versions("student-unverified-grades-submissions.v1", "1.0.0", "post", "put")]),
        TranscriptGrades = new("student-transcript-grades",
            [.. Versions("v1", "1.0.0", "get"), .. Versions("student-transcript-grades-adjustments.v1", "1.0.0", "put")]),
        NonCourse = new("academic-non-course", new Representation($"{Prefix}v1.0.0+json", "v1.0.0", ["get", "post", "put"]));

    public static readonly IReadOnlyList<EthosResource> All =
        [Persons, SectionRegistrations, GradeDefinitions, SectionGradeTypes, UnverifiedGrades, TranscriptGrades, NonCourse];

    /// <summary>The media type that the caller asks for and this resource reads in, or null.</summary>
    public string? Readable(HttpRequest request) => Match("get", request.GetTypedHeaders().Accept.Select(accept => accept.MediaType.Value));

    /// <summary>The media type of the body, when this resource takes it with this method, or null.</summary>
    public string? Writable(HttpRequest request) => Match(request.Method, [request.GetTypedHeaders().ContentType?.MediaType.Value]);

    private string? Match(string method, IEnumerable<string?> offered) =>
        (from type in offered
         from form in Representations
         where form.Methods.Contains(method, StringComparer.OrdinalIgnoreCase)
         where form.MediaType.Equals(type, StringComparison.OrdinalIgnoreCase)
         select form.MediaType).FirstOrDefault();

    private static Representation[] Versions(string major, string full, params string[] methods)
    {
        var exact = major[..(major.LastIndexOf('v') + 1)] + full;
        return [new($"{Prefix}{major}+json", major, methods), new($"{Prefix}{exact}+json", exact, methods)];
    }
}
