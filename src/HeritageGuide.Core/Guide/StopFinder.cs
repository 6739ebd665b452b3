namespace HeritageGuide.Core.Guide;

/// <summary>Finds stops by place, and decides which of several heard beacons the visitor stands at.</summary>
public static class StopFinder
{
    private const double EarthRadiusMetres = 6_371_000;

    /// <summary>How much louder (dB) another beacon must be before the visitor is said to have moved on to it.</summary>
    public const int HysteresisDecibels = 6;

    /// <summary>Great-circle distance in metres between two points in degrees.</summary>
    public static double Metres(double lat1, double lon1, double lat2, double lon2)
    {
        static double Radians(double degrees) => degrees * Math.PI / 180;
        var dLat = Radians(lat2 - lat1);
        var dLon = Radians(lon2 - lon1);
        var a = Math.Pow(Math.Sin(dLat / 2), 2)
            + Math.Cos(Radians(lat1)) * Math.Cos(Radians(lat2)) * Math.Pow(Math.Sin(dLon / 2), 2);
        return 2 * EarthRadiusMetres * Math.Asin(Math.Min(1, Math.Sqrt(a)));
    }

    /// <summary>Initial bearing in degrees clockwise from north.</summary>
    public static double Bearing(double lat1, double lon1, double lat2, double lon2)
    {
        static double Radians(double degrees) => degrees * Math.PI / 180;
        var dLon = Radians(lon2 - lon1);
        var y = Math.Sin(dLon) * Math.Cos(Radians(lat2));
        var x = Math.Cos(Radians(lat1)) * Math.Sin(Radians(lat2))
            - Math.Sin(Radians(lat1)) * Math.Cos(Radians(lat2)) * Math.Cos(dLon);
        return (Math.Atan2(y, x) * 180 / Math.PI + 360) % 360;
    }

    /// <summary>The known beacon that is heard loudest; the current one stays until another is clearly louder.</summary>
    /// <param name="sightings">Beacons heard and their strength in dBm.</param>
    /// <param name="current">The beacon that the visitor was last said to stand at, if any.</param>
    /// <param name="isKnown">Whether a beacon belongs to a stop.</param>
    public static BeaconId? Nearest(IEnumerable<(BeaconId Id, int Rssi)> sightings, BeaconId? current, Func<BeaconId, bool> isKnown)
    {
        var known = sightings.Where(s => isKnown(s.Id)).ToList();
        if (known.Count == 0)
        {
            return null;
        }

        var best = known.MaxBy(s => s.Rssi);
        var held = known.Where(s => s.Id == current).ToList();
        return held.Count > 0 && best.Rssi - held.Max(s => s.Rssi) < HysteresisDecibels ? current : best.Id;
    }
}
