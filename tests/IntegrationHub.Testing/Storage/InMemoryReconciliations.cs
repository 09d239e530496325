using System.Globalization;
using IntegrationHub.Core.Reconciliation;

namespace IntegrationHub.Testing.Storage;

/// <summary>Reconciliations in memory, with the same conditional writes.</summary>
internal sealed class InMemoryReconciliations : IReconciliations
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Reconciliation> _all = [];
    private readonly Dictionary<(string, string), CourseComparison> _courses = [];
    private int _version;

    /// <summary>Called before each write of a course, so that another worker can be quicker.</summary>
    public Action<CourseComparison>? BeforeCourse { get; set; }

    public Task<Reconciliation?> Find(string institution, string source, string id, CancellationToken cancellation) =>
        Task.FromResult(_all.GetValueOrDefault(id));

    public Task<IReadOnlyList<Reconciliation>> Since(
        string institution,
        string source,
        DateTimeOffset moment,
        CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<Reconciliation>>([
            .. _all.Values.Where(one => one.Source == source && one.Started >= moment).OrderByDescending(one => one.Id),
        ]);


    public Task<int> Forget(string institution, string source, DateTimeOffset moment, CancellationToken cancellation)
    {
        var old = _all.Values.Where(one => one.Source == source && one.Started < moment).ToList();
        return Task.FromResult(old.Count(one => _all.Remove(one.Id)));
    }

    public Task<bool> Save(Reconciliation reconciliation, CancellationToken cancellation)
    {
        lock (_gate)
        {
            if (_all.GetValueOrDefault(reconciliation.Id)?.Version != reconciliation.Version)
                return Task.FromResult(false);
            _all[reconciliation.Id] = reconciliation with { Version = Next() };
            return Task.FromResult(true);
        }
    }

    public Task<IReadOnlyList<CourseComparison>> Courses(Reconciliation reconciliation, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<CourseComparison>>([
            .. _courses.Where(course => course.Key.Item1 == reconciliation.Id).Select(course => course.Value),
        ]);

    public Task<CourseComparison?> Course(Reconciliation reconciliation, string course, CancellationToken cancellation) =>
        Task.FromResult(_courses.GetValueOrDefault((reconciliation.Id, course)));

    public Task<bool> Save(Reconciliation reconciliation, CourseComparison course, CancellationToken cancellation)
    {
        BeforeCourse?.Invoke(course);
        lock (_gate)
        {
            var key = (reconciliation.Id, course.Course.Id);
            if (_courses.GetValueOrDefault(key)?.Version != course.Version)
                return Task.FromResult(false);
            _courses[key] = course with { Version = Next() };
            return Task.FromResult(true);
        }
    }

    private string Next() => (++_version).ToString(CultureInfo.InvariantCulture);
}
