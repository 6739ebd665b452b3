using HeritageGuide.Core.Answers;
using HeritageGuide.Core.Retrieval;

namespace HeritageGuide.Adapters.Publishing;

/// <summary>An index and the model that its vectors are of.</summary>
public sealed record PassageSearch(IPassageIndex Index, IEmbedder Embedder);

/// <summary>The weights of claim ranking and evidence gate, and the model that they were learned with: another model's figures would mean nothing to them.</summary>
public sealed record ClaimRanking(IEmbedder Embedder, RankingWeights Weights);

/// <summary>What answers while the wanted model's index is being built: the shipped model, whose index takes seconds.</summary>
public sealed record StandIn(PassageSearch Search, ClaimRanking Ranking);
