namespace IntegrationHub.Connectors.Lms.Moodle.Api;

/// <summary><c>core_user_get_users_by_field</c> and <c>core_enrol_get_enrolled_users</c>: a user, with what the token's user may see.</summary>
internal sealed record MoodleUser(long Id, string? Username, string? Idnumber, string? Email);
