using System.Globalization;
using CsvHelper;
using IntegrationHub.Core.Model.MicroCredentials;
using IntegrationHub.Core.Transcripts;

namespace IntegrationHub.Connectors.Sis.BatchFile;

/// <summary>
/// A batch file as CSV (RFC 4180, UTF-8 without a mark). <c>action</c>: enter, withdraw. <c>record</c>: academic-award,
/// co-curricular, transcript. <c>awarded</c>: yyyy-MM-dd. Of a learner whose data were erased it says <c>erased</c>.
/// </summary>
public static class RecordFileWriter
{
    private const string Erased = "erased";

    // A spreadsheet takes a field that begins like a formula for one.
    private static readonly CsvWriterOptions Shape = new() { Injection = CsvInjection.Escape };

    /// <summary>The lines with their heading.</summary>
    public static byte[] Write(IEnumerable<NamedRecordLine> lines)
    {
        using var file = new MemoryStream();
        using (var csv = CsvWriter.Create(file, Shape, leaveOpen: true))
        {
            csv.WriteRecord("action", "record", "studentNumber", "personId", "code", "titleFr", "titleEn", "awarded", "award");
            foreach (var (line, learner) in lines)
            {
                csv.WriteRecord(
                    line.Action == RecordAction.Withdraw ? "withdraw" : "enter",
                    line.Kind switch
                    {
                        RecordTargetKind.AcademicAward => "academic-award",
                        RecordTargetKind.CoCurricular => "co-curricular",
                        _ => "transcript",
                    },
                    learner?.StudentNumber ?? Erased,
                    learner?.PersonId ?? Erased,
                    line.Code,
                    line.Title.Fr,
                    line.Title.En,
                    line.Awarded.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                    line.Award.ToString());
            }
        }

        return file.ToArray();
    }
}
