package ganglion.api.engine;

import ganglion.documents.InputException;
import ganglion.documents.OutputException;
import ganglion.documents.output.PlaceClaim;
import ganglion.report.run.RunManifest;
import ganglion.report.training.TrainingDirectory;
import ganglion.report.training.TrainingPlace;
import ganglion.scenario.experiment.Experiment;
import ganglion.scenario.experiment.format.ExperimentFiles;
import ganglion.scenario.experiment.outcome.TrainingOutcome;
import ganglion.scenario.experiment.outcome.TrainingProgress;
import ganglion.scenario.experiment.session.SeedOutcomes;
import ganglion.scenario.experiment.session.TrainingSession;
import ganglion.scenario.model.ScenarioOverrides;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * An experiment, read once for each of its seeds.
 *
 * @param file its file
 * @param overrides what was changed in it
 * @param seeds the experiment with each seed, at least one
 */
public record TrainingCall(Path file, ScenarioOverrides overrides, List<Experiment> seeds) {

    /**
     * What was trained.
     *
     * @param directory where it was written
     * @param outcome of all seeds together
     * @param model the model file, if there is one
     */
    public record Trained(Path directory, TrainingOutcome outcome, Optional<Path> model) {}

    /** Takes a copy of the list. */
    public TrainingCall {
        seeds = List.copyOf(seeds);
    }

    /**
     * Reads an experiment.
     *
     * @throws InputException with every problem that was found
     */
    public static TrainingCall read(Path file, ScenarioOverrides overrides) throws InputException {
        return new TrainingCall(file, overrides, ExperimentFiles.readSeeds(file, overrides));
    }

    /** Its name. */
    public String name() {
        return seeds.get(0).head().name();
    }

    /**
     * Trains it and writes the training directory.
     *
     * @throws InputException if the samples cannot be used
     * @throws OutputException if the directory cannot be written, or something else is in its place
     */
    public Trained train(Path directory, int threads, TrainingProgress progress)
            throws InputException, OutputException {
        TrainingPlace place = new TrainingPlace(directory, true);
        RunManifest manifest = RecordedRunFiles.manifest("train", file.toString(), overrides);
        PlaceClaim claim = PlaceClaim.beside(directory);
        try (claim) {
            place.check();
            SeedOutcomes outcomes = new TrainingSession(place, threads, false).train(seeds, progress);
            Path written = place.write(outcomes, manifest);
            Path model = written.resolve(TrainingDirectory.MODEL);
            boolean loadable = outcomes.together().model().isPresent() && Files.isRegularFile(model);
            return new Trained(written, outcomes.together(), loadable ? Optional.of(model) : Optional.empty());
        }
    }
}
