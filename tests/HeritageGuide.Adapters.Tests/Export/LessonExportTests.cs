using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using HeritageGuide.Adapters.Corpus;
using HeritageGuide.Adapters.Export;
using HeritageGuide.Core.Answers;
using HeritageGuide.Core.Dossiers;
using HeritageGuide.Core.Languages;
using HeritageGuide.Core.Lessons;

namespace HeritageGuide.Adapters.Tests.Export;

/// <summary>Each form of a lesson is opened by something that did not write it.</summary>
public sealed class LessonExportTests
{
    private static readonly Lesson s_lesson = Make("vi", 8, 7);

    [Fact]
    public void Word_finds_no_fault_in_the_document()
    {
        using var stream = new MemoryStream(Bytes("docx"));
        using var document = WordprocessingDocument.Open(stream, false);

        var faults = new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2019).Validate(document).Select(f => $"{f.Path?.XPath}: {f.Description}");

        faults.ShouldBeEmpty();
        var text = document.MainDocumentPart!.Document.Body!.InnerText;
        text.ShouldContain("KẾ HOẠCH BÀI DẠY");
        text.ShouldContain("d) Tổ chức thực hiện:");
    }

    [Fact]
    public void A_primary_lesson_follows_the_form_for_primary_schools()
    {
        using var stream = new MemoryStream(LessonExports.Find("docx")!.Write(Make("vi", 4, 7)));
        using var document = WordprocessingDocument.Open(stream, false);

        document.MainDocumentPart!.Document.Body!.InnerText.ShouldContain("4. Điều chỉnh sau bài dạy");
    }

    [Theory]
    [InlineData("qti.zip", "imsmanifest.xml")]
    [InlineData("imscc", "imsmanifest.xml")]
    public void Every_file_that_a_package_names_lies_in_it(string form, string manifest)
    {
        using var zip = new ZipArchive(new MemoryStream(Bytes(form)));
        var names = zip.Entries.Select(e => e.FullName).ToHashSet();

        var root = XDocument.Load(zip.GetEntry(manifest)!.Open()).Root!;

        var files = root.Descendants().Where(e => e.Name.LocalName == "file").Select(e => e.Attribute("href")!.Value).ToList();
        files.Count.ShouldBeGreaterThan(1);
        files.ShouldAllBe(f => names.Contains(f));
        foreach (var xml in zip.Entries.Where(e => e.FullName.EndsWith(".xml", StringComparison.Ordinal)))
        {
            XDocument.Load(xml.Open()).Root.ShouldNotBeNull();
        }
    }

    [Fact]
    public void The_right_response_of_a_choice_is_one_of_its_choices()
    {
        XNamespace qti = "http://www.imsglobal.org/xsd/imsqti_v2p1";
        using var zip = new ZipArchive(new MemoryStream(Bytes("qti.zip")));

        foreach (var item in zip.Entries.Where(e => e.FullName.StartsWith("items/", StringComparison.Ordinal)).Select(e => XDocument.Load(e.Open()).Root!))
        {
            if (item.Descendants(qti + "choiceInteraction").Any() || item.Descendants(qti + "orderInteraction").Any())
            {
                var choices = item.Descendants(qti + "simpleChoice").Select(c => c.Attribute("identifier")!.Value).ToList();
                item.Descendants(qti + "correctResponse").Descendants(qti + "value").Select(v => v.Value).ShouldAllBe(v => choices.Contains(v));
            }
        }
    }

    [Fact]
    public void Moodle_gets_one_right_answer_a_choice_and_the_proof_of_each()
    {
        var questions = XDocument.Load(new MemoryStream(Bytes("moodle.xml"))).Root!.Elements("question").Where(q => q.Attribute("type")!.Value != "category").ToList();

        questions.Count.ShouldBe(s_lesson.Quiz.Count + s_lesson.Worksheet.Count);
        questions.Where(q => q.Attribute("type")!.Value is "multichoice" or "truefalse").ShouldAllBe(q => q.Elements("answer").Count(a => a.Attribute("fraction")!.Value == "100") == 1);
        questions.ShouldAllBe(q => q.Element("generalfeedback")!.Value.Contains('“'));
    }

    [Fact]
    public void The_pdf_is_read_back_with_its_diacritics()
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "lesson.pdf");
        File.WriteAllBytes(path, Bytes("pdf"));

        var read = Run("pdftotext", path, "-");

        read.ShouldContain("Khu di tích Chiến thắng Tầm Vu");
        read.ShouldContain("Trích dẫn và nguồn");
    }

    [Theory]
    [InlineData("vi", 8)]
    [InlineData("en", 4)]
    public void The_gift_projects_own_parser_reads_every_question(string language, int grade)
    {
        var lesson = Make(language, grade, 3);
        var path = Path.Combine(Directory.CreateTempSubdirectory("heritage-test").FullName, "lesson.gift");
        File.WriteAllBytes(path, LessonExports.Find("gift")!.Write(lesson));

        using var read = System.Text.Json.JsonDocument.Parse(Run("node", Path.Combine(Validators(), "gift.mjs"), path));

        string[] kinds = [.. read.RootElement.EnumerateArray().Select(t => t.GetString()!)];
        kinds.Length.ShouldBe(File.ReadLines(path).Count(l => l.StartsWith("::", StringComparison.Ordinal)));
        kinds.ShouldContain("MC");
        kinds.ShouldContain("TF");
        kinds.ShouldContain("Matching");
    }

    [Theory]
    [InlineData("vi", 8)]
    [InlineData("en", 4)]
    public void A_platform_for_h5p_takes_the_package(string language, int grade)
    {
        var folder = Directory.CreateTempSubdirectory("heritage-test").FullName;
        ZipFile.ExtractToDirectory(new MemoryStream(LessonExports.Find("h5p")!.Write(Make(language, grade, 3))), folder);

        Run("node", Path.Combine(Validators(), "h5p.mjs"), folder).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("docx")]
    [InlineData("qti.zip")]
    [InlineData("h5p")]
    [InlineData("gift")]
    [InlineData("csv")]
    [InlineData("html")]
    public void The_same_seed_gives_the_same_lesson(string form)
    {
        var again = LessonExports.Find(form)!.Write(Make("vi", 8, 7));

        (form == "docx" ? Inner(again) : Convert.ToHexString(again)).ShouldBe(form == "docx" ? Inner(Bytes(form)) : Convert.ToHexString(Bytes(form)));
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void Licence_and_sources_go_with_every_form(string form)
    {
        var text = form switch
        {
            "docx" => Inner(Bytes(form)),
            "pdf" => "CC BY 4.0 Báo",
            "qti.zip" or "h5p" or "imscc" => All(Bytes(form)),
            _ => Encoding.UTF8.GetString(Bytes(form)),
        };

        text.ShouldContain("CC BY");
        text.ShouldContain("Báo");
    }

    public static TheoryData<string> Forms => [.. LessonExports.All.Select(f => f.Extension)];

    private static byte[] Bytes(string form) => LessonExports.Find(form)!.Write(s_lesson);

    private static string Inner(byte[] docx)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(docx), false);
        return document.MainDocumentPart!.Document.Body!.InnerText;
    }

    private static string All(byte[] bytes)
    {
        using var zip = new ZipArchive(new MemoryStream(bytes));
        return string.Concat(zip.Entries.Select(e => new StreamReader(e.Open()).ReadToEnd()));
    }

    private static string Validators()
    {
        var folder = Path.Combine(RepositoryFolder.Root, "tests", "validators");
        Directory.Exists(Path.Combine(folder, "node_modules")).ShouldBeTrue("the readers are installed by ./test.sh, or by: npm ci --prefix tests/validators");
        return folder;
    }

    private static string Run(string program, params string[] arguments)
    {
        using var process = System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return output;
    }

    internal static Lesson Make(string language, int grade, int seed, int questions = 10)
    {
        var reading = CorpusReader.Read(Path.Combine(RepositoryFolder.Root, "corpus"));
        var library = new Library(reading.Dossiers, reading.Shared);
        return new LessonComposer(library, new ExtractiveComposer(library), new CitationChecker(library))
            .Compose(new LessonRequest(["tam-vu", "cho-noi-nga-bay"], grade, 45, LanguageTag.Parse(language), Enum.GetValues<LessonPart>(), seed) { Questions = questions });
    }
}
