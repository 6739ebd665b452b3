using System.Collections.Concurrent;
using System.Security.Cryptography;
using HeritageGuide.Core.Guide;

namespace HeritageGuide.Web.Classes;

/// <summary>Holds classes in memory only; whoever listens hears each change.</summary>
public sealed class ClassRooms(TimeProvider clock)
{
    private const int MostClasses = 500;
    private const string Letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static readonly TimeSpan Day = TimeSpan.FromHours(12);
    private readonly ConcurrentDictionary<string, ClassRoom> _rooms = new();
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _changes = new();

    /// <summary>Opens a class; null when there are too many at once.</summary>
    public ClassRoom? Open(IReadOnlyList<string> stops)
    {
        foreach (var old in _rooms.Values.Where(r => r.Expires < clock.GetUtcNow()))
        {
            _rooms.TryRemove(old.Code, out _);
        }

        if (_rooms.Count >= MostClasses)
        {
            return null;
        }

        var room = new ClassRoom(RandomNumberGenerator.GetString(Letters, 6), RandomNumberGenerator.GetHexString(24, lowercase: true), stops, 0, new Dictionary<string, int>(), clock.GetUtcNow() + Day);
        return _rooms.TryAdd(room.Code, room) ? room : null;
    }

    public ClassRoom? Find(string? code) =>
        code is not null && _rooms.TryGetValue(code.Trim().ToUpperInvariant(), out var room) && room.Expires > clock.GetUtcNow() ? room : null;

    /// <summary>Changes a class and tells everybody who listens.</summary>
    public void Change(string code, Func<ClassRoom, ClassRoom> change)
    {
        while (_rooms.TryGetValue(code, out var room))
        {
            if (_rooms.TryUpdate(code, change(room), room))
            {
                break;
            }
        }

        if (_changes.TryRemove(code, out var waiting))
        {
            waiting.TrySetResult();
        }
    }

    /// <summary>Ends at the next change of the class.</summary>
    public Task NextChange(string code) => _changes.GetOrAdd(code, _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
}
