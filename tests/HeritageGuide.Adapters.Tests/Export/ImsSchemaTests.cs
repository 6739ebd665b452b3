using System.IO.Compression;
using System.Xml;
using System.Xml.Schema;
using HeritageGuide.Adapters.Export;

namespace HeritageGuide.Adapters.Tests.Export;

/// <summary>
/// QTI and Common Cartridge against the schemas that their publisher gives out. Run by <c>test.sh</c> where <c>IMS_SCHEMAS</c> names a folder
/// with imsqti_v2p1.xsd, imscp_v1p1.xsd, imsmd_v1p2p4.xsd, ccv1p1_imscp_v1p2_v1p0.xsd and what these import, in any subfolders.
/// </summary>
[Trait("needs", "ims-schemas")]
public sealed class ImsSchemaTests
{
    [Theory]
    [InlineData("vi", "qti.zip", "", "imsqti_v2p1.xsd")]
    [InlineData("en", "qti.zip", "", "imsqti_v2p1.xsd")]
    [InlineData("vi", "qti.zip", "imsmanifest.xml", "imscp_v1p1.xsd", "imsmd_v1p2p4.xsd")]
    [InlineData("vi", "imscc", "imsmanifest.xml", "ccv1p1_imscp_v1p2_v1p0.xsd")]
    [InlineData("en", "imscc", "imsmanifest.xml", "ccv1p1_imscp_v1p2_v1p0.xsd")]
    public void The_publishers_schema_finds_no_fault(string language, string form, string only, params string[] schemas)
    {
        var set = Schemas(schemas);
        using var zip = new ZipArchive(new MemoryStream(LessonExports.Find(form)!.Write(LessonExportTests.Make(language, 8, 7, questions: 30))));
        var faults = new List<string>();
        foreach (var entry in zip.Entries.Where(e => only.Length > 0 ? e.FullName == only : e.Name.EndsWith(".xml", StringComparison.Ordinal) && e.Name != "imsmanifest.xml"))
        {
            using var stream = entry.Open();
            // What no schema knows is a warning, and would else pass for valid.
            var settings = new XmlReaderSettings { ValidationType = ValidationType.Schema, Schemas = set, ValidationFlags = XmlSchemaValidationFlags.ReportValidationWarnings };
            settings.ValidationEventHandler += (_, e) =>
            {
                // This reader cannot fill in a default attribute whose prefix the file does not use: no fault of the file.
                if (e.Severity == XmlSeverityType.Error && !e.Message.StartsWith("Default attribute", StringComparison.Ordinal) || e.Message.StartsWith("Could not find", StringComparison.Ordinal))
                {
                    faults.Add($"{entry.FullName}:{e.Exception.LineNumber}: {e.Message}");
                }
            };
            using var reader = XmlReader.Create(stream, settings);
            while (reader.Read())
            {
            }
        }

        faults.Distinct().Take(10).ShouldBeEmpty();
    }

    private static XmlSchemaSet Schemas(string[] names)
    {
        var folder = new SchemaFolder(Environment.GetEnvironmentVariable("IMS_SCHEMAS") ?? throw new InvalidOperationException("IMS_SCHEMAS names no folder of schemas."));
        var set = new XmlSchemaSet { XmlResolver = folder };
        foreach (var name in names)
        {
            using var reader = XmlReader.Create(folder.PathOf(name), new XmlReaderSettings { XmlResolver = folder, DtdProcessing = DtdProcessing.Ignore });
            set.Add(null, reader);
        }

        set.Compile();
        return set;
    }

    /// <summary>Finds what a schema imports by its file name, wherever the schema says it lies.</summary>
    private sealed class SchemaFolder(string root) : XmlUrlResolver
    {
        private readonly ILookup<string, string> _files = Directory.GetFiles(root, "*.xsd", SearchOption.AllDirectories).ToLookup(p => Path.GetFileName(p));

        public string PathOf(string name) => _files[name].FirstOrDefault() ?? throw new FileNotFoundException($"{name} is not in IMS_SCHEMAS.");

        public override object? GetEntity(Uri absoluteUri, string? role, Type? ofObjectToReturn) =>
            // Where the address is a file there, that very one: several schemas share a name in different folders.
            absoluteUri.IsFile && File.Exists(absoluteUri.LocalPath) ? base.GetEntity(absoluteUri, role, ofObjectToReturn) : File.OpenRead(PathOf(Path.GetFileName(absoluteUri.AbsolutePath)));
    }
}
