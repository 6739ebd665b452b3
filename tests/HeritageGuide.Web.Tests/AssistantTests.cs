using System.Net;
using System.Net.Http.Json;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace HeritageGuide.Web.Tests;

/// <summary>What programs beside the pages see: assistants over MCP, curators behind their key.</summary>
[Collection("guide")]
public sealed class AssistantTests(GuideFactory guide)
{
    [Fact]
    public async Task An_assistant_lists_and_calls_the_tools_with_the_sdks_own_client()
    {
        await using var client = await McpClient.CreateAsync(new HttpClientTransport(new HttpClientTransportOptions { Endpoint = new Uri(guide.Address, "/mcp"), TransportMode = HttpTransportMode.StreamableHttp }));

        var tools = await client.ListToolsAsync();
        var asked = await client.CallToolAsync("ask_heritage", new Dictionary<string, object?> { ["question"] = "Ai chỉ huy trận Tầm Vu thứ hai?" });
        var found = await client.CallToolAsync("search_heritage", new Dictionary<string, object?> { ["query"] = "chợ nổi", ["language"] = "vi" });
        var dossier = await client.CallToolAsync("get_dossier", new Dictionary<string, object?> { ["id"] = "tam-vu", ["language"] = "en" });
        var missing = await client.CallToolAsync("get_dossier", new Dictionary<string, object?> { ["id"] = "nope" });

        tools.Select(t => t.Name).Order().ShouldBe(["ask_heritage", "get_dossier", "search_heritage"]);
        tools.ShouldAllBe(t => t.ProtocolTool.Annotations!.ReadOnlyHint == true);
        asked.StructuredContent!.Value.GetProperty("answer").GetString()!.ShouldContain("Ngô Hồng Giỏi");
        asked.StructuredContent!.Value.GetProperty("citations").GetArrayLength().ShouldBeGreaterThan(0);
        Text(found).ShouldContain("cho-noi-nga-bay");
        dossier.StructuredContent!.Value.GetProperty("claims").GetArrayLength().ShouldBeGreaterThan(20);
        missing.IsError.ShouldBe(true);
        Text(missing).ShouldContain("nope");
    }

    [Fact]
    public async Task A_page_elsewhere_may_not_use_the_tools()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/mcp") { Content = JsonContent.Create(new { jsonrpc = "2.0", id = 1, method = "tools/list" }) };
        request.Headers.TryAddWithoutValidation("Origin", "https://evil.example");
        request.Headers.TryAddWithoutValidation("Accept", "application/json, text/event-stream");

        (await guide.CreateClient().SendAsync(request)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Unanswered_questions_are_grouped_for_curators_without_private_numbers()
    {
        await guide.AskAsync("Giá vé vào cổng Tầm Vu là bao nhiêu, gọi 0912 345 678?", "vi");
        await guide.AskAsync("gia ve vao cong tam vu la bao nhieu, goi 0912 345 678", "vi");

        using var closed = await guide.CreateClient().GetAsync("/api/v1/curation/unanswered");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/curation/unanswered?lang=vi");
        request.Headers.Add("X-Curation-Key", GuideFactory.CurationKey);
        var list = await (await guide.CreateClient().SendAsync(request)).Content.ReadAsStringAsync();

        closed.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        list.ShouldContain("Giá vé vào cổng Tầm Vu");
        list.ShouldNotContain("0912");
        list.ShouldContain("\"times\":2");
    }

    private static string Text(CallToolResult result) => string.Concat(result.Content.OfType<TextContentBlock>().Select(c => c.Text));
}
