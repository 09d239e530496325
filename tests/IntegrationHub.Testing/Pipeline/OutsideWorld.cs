using IntegrationHub.Core.Badges;
using IntegrationHub.Core.Learners;
using IntegrationHub.Core.Lms;
using IntegrationHub.Core.Model.Completions;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Model.MicroCredentials;
using IntegrationHub.Core.Notices;
using IntegrationHub.Core.Outside;
using IntegrationHub.Core.Transcripts;

namespace IntegrationHub.Testing.Pipeline;

/// <summary>
/// SIS, badge platform, channel, mailbox, directory and the LMS's API in one: they remember what they were told and fail when asked to.
/// </summary>
internal sealed class OutsideWorld : ISis, IBadgePlatform, IChannel, IMailbox, ILmsApi, IDirectory
{
    public string Kind => "double";

    public HashSet<string> Students { get; } = ["900100001", "900100002"];

    /// <summary>Students whom the SIS states otherwise than usual, by number.</summary>
    public Dictionary<string, Person> People { get; } = [];

    /// <summary>Addresses that the SIS holds beside each student's own.</summary>
    public List<(string Email, string Student)> Addresses { get; } = [];

    /// <summary>The LMS's users, by its id.</summary>
    public Dictionary<string, LmsUser> Users { get; } = [];

    /// <summary>The directory's student numbers, by what they are found by.</summary>
    public Dictionary<string, string[]> Directory { get; } = [];

    public Dictionary<string, int> Entries { get; } = [];

    public HashSet<string> Badges { get; } = [];

    public List<BadgeChange> Changes { get; } = [];

    public List<ChannelNotice> Cards { get; } = [];

    public List<LearnerMessage> Mails { get; } = [];

    /// <summary>How many calls each system got.</summary>
    public Dictionary<ConnectionRole, int> Calls { get; } = [];

    /// <summary>Whether the SIS confirms at once, or only later.</summary>
    public bool SisConfirms { get; set; } = true;

    /// <summary>What a system throws before it does anything.</summary>
    public Dictionary<ConnectionRole, Func<Exception?>> Before { get; } = [];

    /// <summary>What a system throws after it has done it: the answer is lost.</summary>
    public Dictionary<ConnectionRole, Func<Exception?>> After { get; } = [];

    public Task<Person?> FindPerson(Institution institution, Connection connection, string studentNumber, CancellationToken cancellation) =>
        Do(ConnectionRole.Sis, () => Students.Contains(studentNumber) ? Person(studentNumber) : null);

    public Task<IReadOnlyList<Person>> FindByEmail(
        Institution institution,
        Connection connection,
        string email,
        CancellationToken cancellation) =>
        Do<IReadOnlyList<Person>>(ConnectionRole.Sis, () =>
            [.. Addresses.Where(known => known.Email == email).Select(known => Person(known.Student))]);

    public Task<LmsUser?> FindUser(Institution institution, Connection connection, string id, CancellationToken cancellation) =>
        Do(ConnectionRole.Lms, () => Users.GetValueOrDefault(id));

    /// <summary>The LMS's courses, with what was completed and graded in each.</summary>
    public Dictionary<LmsCourse, List<Completion>> Courses { get; } = [];

    /// <summary>What the LMS throws when a course is asked for.</summary>
    public Func<string, Exception?> BeforeCourse { get; set; } = _ => null;

    public Task<IReadOnlyList<LmsCourse>> FindCourses(PacedConnection paced, string name, bool isWhole, CancellationToken cancellation) =>
        paced.Ask(
            () =>
                Do<IReadOnlyList<LmsCourse>>(ConnectionRole.Lms, () =>
                    [.. Courses.Keys.Where(course => course.Names.Any(one => isWhole ? one == name : one.Contains(name)))]),
            cancellation);

    /// <summary>Two completions a part.</summary>
    public Task<AnswerPart> Read(PacedConnection paced, Inquiry inquiry, string? cursor, CancellationToken cancellation) =>
        paced.Ask(() => Do(ConnectionRole.Lms, () =>
                {
                    if (BeforeCourse(inquiry.Course.Id) is { } failure)
                        throw failure;
                    var from = int.Parse(cursor ?? "0", System.Globalization.CultureInfo.InvariantCulture);
                    var all = Courses
                        .Single(course => course.Key.Id == inquiry.Course.Id)
                        .Value.Where(completion => inquiry.Window.Holds(completion.At))
                        .ToList();
                    return new AnswerPart([.. all.Skip(from).Take(2)], from + 2 < all.Count ? $"{from + 2}" : null)
                    {
                        Unseen = Unseen.GetValueOrDefault(inquiry.Course.Id) is { } unseen ? [unseen] : [],
                    };
                }), cancellation);

    /// <summary>What the LMS does not show of a course, by its id.</summary>
    public Dictionary<string, BilingualText> Unseen { get; } = [];

    /// <summary>
    /// What the LMS has of a result that an event told, null while it is not released; an LMS whose events say it all is not asked.
    /// </summary>
    public Func<Completion, Completion?>? ResultNow { get; set; }

    public Task<Completion?> Now(PacedConnection paced, Completion told, CancellationToken cancellation) =>
        ResultNow is null
            ? Task.FromResult<Completion?>(told)
            : paced.Ask(() => Do(ConnectionRole.Lms, () => ResultNow(told)), cancellation);

    public Task<IReadOnlyList<string>> StudentNumbers(
        Institution institution,
        Connection connection,
        IReadOnlyList<LearnerReference> references,
        CancellationToken cancellation) =>
        Do<IReadOnlyList<string>>(ConnectionRole.Directory, () =>
            [.. references.SelectMany(reference => Directory.GetValueOrDefault(reference.Value) ?? [])]);

    public Task<Recording> Record(Institution institution, Connection connection, TranscriptEntry entry, CancellationToken cancellation) =>
        Do(ConnectionRole.Sis, () =>
        {
            Entries.TryAdd(entry.AwardId, 0);
            if (Entries[entry.AwardId] == 0)
                Entries[entry.AwardId]++;
            return new Recording(SisConfirms, $"entry-{entry.AwardId}");
        });

    public Task<Recording> Confirm(
        Institution institution,
        Connection connection,
        TranscriptEntry entry,
        string reference,
        CancellationToken cancellation) => Do(ConnectionRole.Sis, () => new Recording(SisConfirms, reference));

    public Task<Recording?> Withdraw(
        Institution institution,
        Connection connection,
        TranscriptEntry entry,
        string? reference,
        CancellationToken cancellation) =>
        Do(ConnectionRole.Sis, () =>
            Entries.ContainsKey(entry.AwardId) && (Entries[entry.AwardId] = 0) == 0
                ? new Recording(SisConfirms, $"entry-{entry.AwardId}")
                : null);

    public Task<IssuedBadge?> Find(Institution institution, Connection connection, BadgeOrder order, CancellationToken cancellation) =>
        Do(ConnectionRole.Badges, () =>
            Badges.Contains($"{order.BadgeClass}/{order.Email}")
                ? new IssuedBadge("badge-1", new("https://badges.example.ca/badge-1"))
                : null);

    public Task Change(Institution institution, Connection connection, BadgeChange change, CancellationToken cancellation) =>
        Do(ConnectionRole.Badges, () =>
        {
            Changes.Add(change);
            return true;
        });

    public Task<IssuedBadge> Issue(Institution institution, Connection connection, BadgeOrder order, CancellationToken cancellation) =>
        Do(ConnectionRole.Badges, () =>
        {
            Badges.Add($"{order.BadgeClass}/{order.Email}");
            return new IssuedBadge("badge-1", new("https://badges.example.ca/badge-1"));
        });

    public Task Post(Institution institution, Connection connection, ChannelNotice notice, CancellationToken cancellation) =>
        Do(ConnectionRole.Channel, () =>
        {
            Cards.Add(notice);
            return true;
        });

    public Task Send(Institution institution, Connection connection, LearnerMessage message, CancellationToken cancellation) =>
        Do(ConnectionRole.Mail, () =>
        {
            Mails.Add(message);
            return true;
        });

    private Person Person(string studentNumber) => People.GetValueOrDefault(studentNumber)
        ?? new($"person-{studentNumber}", studentNumber, "Maëlle", "Tremblay", $"{studentNumber}@example.ca", "fr");

    private Task<T> Do<T>(ConnectionRole role, Func<T> act)
    {
        Calls[role] = Calls.GetValueOrDefault(role) + 1;
        if (Before.GetValueOrDefault(role)?.Invoke() is { } refused)
            throw refused;
        var answer = act();
        if (After.GetValueOrDefault(role)?.Invoke() is { } lost)
            throw lost;
        return Task.FromResult(answer);
    }
}
