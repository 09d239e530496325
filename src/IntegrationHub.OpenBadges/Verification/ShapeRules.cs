namespace IntegrationHub.OpenBadges.Verification;

/// <summary>What the standard requires of one class: its type, its members, and the classes of what it holds.</summary>
/// <param name="Type">The type that must be among its types; null where it needs none.</param>
/// <param name="Required">Members that must be there.</param>
/// <param name="Holds">Members that hold objects of a class.</param>
internal sealed record ClassShape(string? Type, string[] Required, params (string Member, string Class)[] Holds);

/// <summary>The classes of Open Badges 3.0, CLR 2.0 and status lists, from the data models that 1EdTech and the W3C publish.</summary>
internal static class ShapeRules
{
    private static readonly (string, string)[] OfEveryCredential =
    [
        ("issuer", "Profile"), ("evidence", "Evidence"), ("image", "Image"),
        ("credentialSchema", "Typed"), ("credentialStatus", "Typed"), ("refreshService", "Typed"),
    ];

    private static readonly Dictionary<string, ClassShape> ByName = new()
    {
        ["Badge"] = new("VerifiableCredential", ["id", "credentialSubject", "issuer"],
            [.. OfEveryCredential, ("credentialSubject", "AchievementSubject")]),
        ["Endorsement"] = new("VerifiableCredential", ["id", "name", "credentialSubject", "issuer"],
            [.. OfEveryCredential, ("credentialSubject", "EndorsementSubject")]),
        ["LearnerRecord"] = new("VerifiableCredential", ["id", "name", "credentialSubject", "issuer"],
            [.. OfEveryCredential, ("credentialSubject", "ClrSubject")]),
        ["StatusList"] = new("VerifiableCredential", ["credentialSubject", "issuer"], ("credentialSubject", "BitstringStatusList")),
        ["AchievementSubject"] = new("AchievementSubject", ["achievement"],
            ("achievement", "Achievement"), ("identifier", "IdentityObject"), ("result", "Result"),
            ("source", "Profile"), ("image", "Image")),
        ["EndorsementSubject"] = new("EndorsementSubject", ["id"]),
        ["ClrSubject"] = new("ClrSubject", ["verifiableCredential"],
            ("achievement", "Achievement"), ("association", "Association"), ("identifier", "IdentityObject")),
        ["BitstringStatusList"] = new("BitstringStatusList", ["statusPurpose", "encodedList"]),
        ["Achievement"] = new("Achievement", ["id", "criteria", "description", "name"],
            ("alignment", "Alignment"), ("creator", "Profile"), ("image", "Image"),
            ("otherIdentifier", "IdentifierEntry"), ("related", "Related"), ("resultDescription", "ResultDescription")),
        ["Alignment"] = new("Alignment", ["targetName", "targetUrl"]),
        ["Association"] = new("Association", ["associationType", "sourceId", "targetId"]),
        ["Evidence"] = new("Evidence", []),
        ["IdentifierEntry"] = new("IdentifierEntry", ["identifier", "identifierType"]),
        ["IdentityObject"] = new("IdentityObject", ["hashed", "identityHash", "identityType"]),
        ["Image"] = new("Image", ["id"]),
        ["Profile"] = new("Profile", ["id"], ("parentOrg", "Profile"), ("otherIdentifier", "IdentifierEntry"), ("image", "Image")),
        ["Related"] = new("Related", ["id"]),
        ["Result"] = new("Result", [], ("alignment", "Alignment")),
        ["ResultDescription"] = new("ResultDescription", ["id", "name", "resultType"],
            ("alignment", "Alignment"), ("rubricCriterionLevel", "RubricCriterionLevel")),
        ["RubricCriterionLevel"] = new("RubricCriterionLevel", ["id", "name"], ("alignment", "Alignment")),
        ["Typed"] = new(null, ["id", "type"]),
    };

    public static ClassShape Of(string name) => ByName[name];
}
