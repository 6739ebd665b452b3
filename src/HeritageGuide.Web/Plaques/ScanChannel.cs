namespace HeritageGuide.Web.Plaques;

/// <summary>By which way a visitor came, read from the address alone; the browser's name is looked at to leave machines out, and never kept.</summary>
internal static class ScanChannel
{
    private static readonly string[] s_machines =
        ["bot", "crawl", "spider", "slurp", "preview", "facebookexternalhit", "monitor", "curl/", "wget/", "python-", "go-http-client", "okhttp", "java/", "libwww"];

    /// <summary>qr, nfc or typed; null where it is no visitor: a machine, a browser fetching ahead, or a request for the headers alone.</summary>
    public static string? Of(HttpRequest request)
    {
        var agent = request.Headers.UserAgent.ToString();
        if (!HttpMethods.IsGet(request.Method) || agent.Length == 0 || s_machines.Any(m => agent.Contains(m, StringComparison.OrdinalIgnoreCase))
            || ((string[])["Purpose", "Sec-Purpose", "X-Moz"]).Any(h => request.Headers[h].ToString().Contains("prefetch", StringComparison.OrdinalIgnoreCase)))
        {
            return null;
        }

        // QR codes hold the address in upper case, tags say what they are, and people type in lower case.
        return request.Query["via"] == "nfc" ? "nfc" : request.Path.StartsWithSegments("/Q", StringComparison.Ordinal) ? "qr" : "typed";
    }
}
