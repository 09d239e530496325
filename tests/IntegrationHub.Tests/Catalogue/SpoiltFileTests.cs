using CsCheck;
using IntegrationHub.Testing;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Catalogue;

public sealed class SpoiltFileTests : IDisposable
{
    private static readonly string[] Pieces =
    [
        "",
        " ",
        "\n",
        "\t",
        ":",
        "-",
        "{",
        "}",
        "[",
        "]",
        "\"",
        "'",
        "&a ",
        "*a",
        "!x ",
        "? ",
        "%",
        "|\n",
        "#",
        "null",
        "0",
        "\u0000",
        "é",
        "---\n",
        "<<: ",
    ];

    private readonly IssuerOnDisk _catalogue = new();

    /// <summary>Whatever people do to a file: the answer is faults, or an institution that can be read.</summary>
    [Fact]
    public void Any_spoilt_file_gives_faults_or_a_good_institution_and_never_a_crash()
    {
        var faulty = 0;
        foreach (var file in new[] { IssuerOnDisk.Main, IssuerOnDisk.Water, IssuerOnDisk.Logo })
        {
            var text = File.ReadAllText(Path.Combine(_catalogue.Folder, file));
            Gen.Select(Gen.Int[0, text.Length - 1], Gen.Int[0, 12], Gen.Int[0, Pieces.Length - 1].Select(piece => Pieces[piece])).Holds(
                (start, length, piece) =>
                {
                    _catalogue.Write(file, text[..start] + piece + text[Math.Min(text.Length, start + length)..]);
                    if (_catalogue.Lint().Count > 0)
                        faulty++;
                    else
                        CatalogueFolders.Open(_catalogue.Folder).All.ShouldHaveSingleItem();
                },
                tries: 300);
            _catalogue.Write(file, text);
        }

        faulty.ShouldBeGreaterThan(100);
    }

    public void Dispose() => _catalogue.Dispose();
}
