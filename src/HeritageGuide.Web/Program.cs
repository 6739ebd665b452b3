using System.Globalization;
using HeritageGuide.Adapters;
using HeritageGuide.Adapters.Models;
using HeritageGuide.Web.About;
using HeritageGuide.Web.Ask;
using HeritageGuide.Web.Beacons;
using HeritageGuide.Web.Classes;
using HeritageGuide.Web.Curation;
using HeritageGuide.Web.Dossiers;
using HeritageGuide.Web.Health;
using HeritageGuide.Web.Home;
using HeritageGuide.Web.Lessons;
using HeritageGuide.Web.Map;
using HeritageGuide.Web.Mcp;
using HeritageGuide.Web.Packs;
using HeritageGuide.Web.Plaques;
using HeritageGuide.Web.Search;
using HeritageGuide.Web.Shared;
using HeritageGuide.Web.Stops;
using HeritageGuide.Web.Tours;

// The language is a parameter everywhere; the culture of the machine must not leak in.
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;

var builder = WebApplication.CreateBuilder(args);
builder.AddGuideHost();
try
{
    builder.Services.AddHeritageGuide(builder.Configuration);
}
catch (ModelException e)
{
    Console.Error.WriteLine("The guide cannot start: " + e.Message);
    return 1;
}

builder.Services.AddRazorComponents();
builder.Services.AddOpenApi("v1");
builder.Services.AddGuidePages();
builder.Services.AddGuideLimits();
builder.Services.AddSingleton<StartReport>();
builder.Services.AddSingleton<ClassRooms>();
builder.Services.AddHostedService<GuideStart>();
builder.Services.AddPlaques();
builder.Services.AddMcpTools();

var app = builder.Build();
app.UseGuideErrors();
app.UseGuideHeaders();
app.UseResponseCompression();
app.UseGuideFiles();
app.UseRateLimiter();
app.MapOpenApi("/openapi/{documentName}.json");
app.MapHealth();
app.MapHome();
app.MapScans();
app.MapStops();
app.MapNarrations();
app.MapPlaques();
app.MapReports();
app.MapBeacons();
app.MapDossiers();
app.MapTours();
app.MapPacks();
app.MapMap();
app.MapSearch();
app.MapAsk();
app.MapLessons();
app.MapClasses();
app.MapCuration();
app.MapMcpTools();
app.MapAbout();
app.Run();
return 0;

/// <summary>Named so that tests can start the guide.</summary>
public partial class Program;
