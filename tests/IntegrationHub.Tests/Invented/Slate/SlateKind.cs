using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Model.Kinds;

namespace IntegrationHub.Tests.Invented.Slate;

/// <summary>What Slate, an LMS that does not exist, is to institutions’ files and to those who connect it.</summary>
internal static class SlateKind
{
    public static SourceKind Kind { get; } = new("slate", new("Ardoise", "Slate"))
    {
        Authentications = [AuthenticationSchemes.Bearer],
        Settings =
        [
            Setting.Required("campus", "le campus qui est le vôtre", "the campus that is yours"),
            Setting.Choice("grades", ["final", "every"], "quelles notes comptent", "which grades count"),
        ],
        Course = new("le sigle du cours, p. ex. EAU130", "the course’s code, e.g. EAU130"),
        Assessment = new("le numéro du devoir", "the assignment’s number"),
        Guide =
        [
            new(new("Ardoise 4", "Slate 4"))
            {
                BeforeProof =
                [
                    new(
                        "Dans Ardoise, ouvrez Envois et collez cette adresse\u00a0: {0}",
                        "In Slate, open Deliveries and paste this address: {0}"),
                ],
                AfterProof = [new("Choisissez l’événement course.done, puis enregistrez.", "Choose the event course.done, then save.")],
            },
        ],
    };
}
