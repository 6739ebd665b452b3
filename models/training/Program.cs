using HeritageGuide.Training;

// One program trains everything that ships under models/: see models/README.md for the commands and the data.
var options = TrainingOptions.Parse(args);
return options.Command switch
{
    "language" => LanguageTraining.Run(options),
    "marks" => MarksTraining.Run(options),
    "embedding" => EmbeddingTraining.Run(options),
    _ => TrainingOptions.Usage(),
};
