using Refit;

namespace IntegrationHub.Api;

/// <summary>Credentials that others issued: endorsements, and learners' credentials from other institutions.</summary>
public interface ICredentialsApi
{
    /// <summary>Takes in an <c>EndorsementCredential</c>, to the letter; 201, 404 without an issuer, 413, 422 with the reason.</summary>
    [Post("/api/endorsements/{institution}")]
    Task<EndorsementResponse> Endorse(string institution, [Body] string document, CancellationToken cancellation = default);

    /// <summary>Verifies and recognises a learner's credential; 202, 422 with the reason, 503 where the SIS does not answer.</summary>
    [Post("/api/recognitions/{institution}")]
    Task<RecognitionResponse> Recognise(string institution, [Body] RecognitionRequest request, CancellationToken cancellation = default);
}

/// <summary>An endorsement that was taken in.</summary>
/// <param name="About">What it endorses.</param>
public sealed record EndorsementResponse(string? About);

/// <summary>A learner's credential from another institution.</summary>
/// <param name="StudentNumber">Whose it is, on the registrar's word.</param>
/// <param name="Email">The e-mail address under which the other institution knows the person; null for the SIS's. Not kept.</param>
/// <param name="File">The file, in base64.</param>
public sealed record RecognitionRequest(string? StudentNumber, string? Email, byte[]? File);

/// <summary>What a credential counts as.</summary>
/// <param name="Name">Name of the catalogue's entry.</param>
/// <param name="Title">Its title.</param>
/// <param name="For">Codes of the micro-credentials that may rest on it.</param>
public sealed record RecognitionResponse(string Name, LocalizedText Title, IReadOnlyList<string> For);
