using System.Text.Json.Nodes;

namespace IntegrationHub.Tests.OpenBadges;

/// <summary>An invented credential to vary.</summary>
internal static class Credentials
{
    public static JsonObject Badge() =>
        JsonNode
            .Parse(
                """
                {
                  "@context": [
                    "https://www.w3.org/ns/credentials/v2",
                    "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
                    "https://purl.imsglobal.org/spec/ob/v3p0/extensions.json"
                  ],
                  "id": "https://hub.example.ca/credentials/lacnord-1",
                  "type": ["VerifiableCredential", "OpenBadgeCredential"],
                  "name": "Hygiène numérique",
                  "issuer": { "id": "did:web:hub.example.ca:issuers:lacnord", "type": ["Profile"], "name": "Collège du Lac-Nord" },
                  "validFrom": "2026-09-01T00:00:00Z",
                  "credentialSubject": {
                    "id": "urn:uuid:5d5a2f6e-3f0b-4b52-9d6b-3a0a2f1c7e11",
                    "type": ["AchievementSubject"],
                    "creditsEarned": 0.5,
                    "identifier": [{ "type": "IdentityObject", "hashed": true, "identityHash": "sha256$00", "identityType": "emailAddress",
                     "salt": "s" }],
                    "achievement": {
                      "id": "https://hub.example.ca/achievements/hygiene",
                      "type": ["Achievement"],
                      "name": "Hygiène numérique",
                      "description": "Reconnaître et contenir une attaque.",
                      "criteria": { "narrative": "80 % à l’évaluation sommative." },
                      "creditsAvailable": 3,
                      "tag": [],
                      "resultDescription": [
                        { "id": "urn:uuid:0b1d5a54-2b4b-4a3c-8f39-0cf0c3c1c0aa", "type": ["ResultDescription"], "name": "Note",
                        "resultType": "LetterGrade", "allowedValue": ["A", "B", "C"] }
                      ]
                    }
                  }
                }
                """)!
            .AsObject();
}
