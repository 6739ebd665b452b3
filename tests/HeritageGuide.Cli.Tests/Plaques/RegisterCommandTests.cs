namespace HeritageGuide.Cli.Tests.Plaques;

public sealed class RegisterCommandTests
{
    [Fact]
    public async Task Everything_that_happens_to_a_plaque_is_a_line_that_stays()
    {
        using var folder = new PlaqueFolder();

        (await folder.RunAsync("install", "mamz8", "--place", "Chân tượng đài,\tmặt trước", "--date", "2026-01-15")).Code.ShouldBe(0);
        (await folder.RunAsync("check", "MAMZ8", "--date", "2026-02-01", "--note", "Sạch, quét được")).Code.ShouldBe(0);
        (await folder.RunAsync("point", "MAMZ8", "tam-vu-phu-dieu", "--date", "2026-03-01")).Output.ShouldContain("MAMZ8 leads to tam-vu-phu-dieu");
        (await folder.RunAsync("retire", "MAMZ8", "--to", "none", "--why", "Tượng đài đang tu sửa", "--date", "2026-04-01")).Output.ShouldContain("its story went to none");
        (await folder.RunAsync("restore", "MAMZ8", "--date", "2026-05-01")).Output.ShouldContain("MAMZ8 leads to tam-vu-phu-dieu");

        (await File.ReadAllLinesAsync(folder.Register)).Where(l => l[0] != '#').ShouldBe(
        [
            "MAMZ8\t2026-01-15\tinstall\t\tChân tượng đài, mặt trước",
            "MAMZ8\t2026-02-01\tcheck\t\t\t\tSạch, quét được",
            "MAMZ8\t2026-03-01\tpoint\ttam-vu-phu-dieu",
            "MAMZ8\t2026-04-01\tretire\t\t\t\tTượng đài đang tu sửa",
            "MAMZ8\t2026-05-01\trestore",
        ]);
        var (_, list) = await folder.RunAsync("list", "--json");
        list.ShouldContain("\"checked\": \"2026-02-01\"");
        list.ShouldContain("\"change\": \"retire\"");
    }

    [Fact]
    public async Task A_code_is_never_reused_and_nothing_is_written_when_refused()
    {
        using var folder = new PlaqueFolder();
        await folder.RunAsync("retire", "MAMZ8", "--to", "tam-vu-phu-dieu", "--why", "Gãy");
        var before = await File.ReadAllTextAsync(folder.Register);

        foreach (var (arguments, reason) in (((string[] Arguments, string Reason)[])[
            (["install", "MAMZ8", "--place", "Nơi khác"], "never reused"),
            (["point", "8GHNN", "no-such-stop"], "There is no stop 'no-such-stop'"),
            (["check", "ABCDE"], "No plaque carries the code ABCDE"),
            (["check", "not a code"], "is no code"),
            (["check", "8GHNN", "--date", "2099-01-01"], "has not come yet"),
            (["restore", "8GHNN"], "not retired")]))
        {
            var (code, output) = await folder.RunAsync(arguments);
            code.ShouldBe(1);
            output.ShouldContain(reason);
        }

        (await File.ReadAllTextAsync(folder.Register)).ShouldBe(before);
    }
}
