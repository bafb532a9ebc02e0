package ganglion.api;

import ganglion.documents.InputException;
import ganglion.documents.OutputException;
import ganglion.documents.output.PlaceClaim;
import ganglion.report.training.TrainingDirectory;
import ganglion.report.training.TrainingPlace;
import ganglion.scenario.experiment.Experiment;
import ganglion.scenario.experiment.format.ExperimentFiles;
import ganglion.scenario.experiment.outcome.TrainingOutcome;
import ganglion.scenario.experiment.outcome.TrainingProgress;
import ganglion.scenario.experiment.session.SeedOutcomes;
import ganglion.scenario.experiment.session.TrainingSession;
import ganglion.scenario.model.ScenarioOverrides;
import ganglion.scenario.result.RunSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * An experiment file that was read and checked. It can be changed, which gives another one, and trained. Immutable and thread safe.
 *
 * <pre>{@code
 * TrainableExperiment experiment = GanglionApi.experiment(Path.of("tones.yaml")).with("/training/epochs", 3);
 * TrainableExperiment.Outcome trained = experiment.train(Path.of("trained"));
 * trained.summary().forEach(System.out::println);
 * TrainedNetwork network = trained.network().orElseThrow();
 * System.out.println(network.classify(Path.of("sounds/test/low/a.wav")).decided());
 * }</pre>
 */
@API(status = Status.EXPERIMENTAL, since = "0.2")
public final class TrainableExperiment {

    private final Path file;
    private final ScenarioOverrides overrides;
    private final List<Experiment> seeds;

    /** @throws InputException with every problem that was found */
    TrainableExperiment(Path file, ScenarioOverrides overrides) throws InputException {
        this.file = file;
        this.overrides = overrides;
        this.seeds = List.copyOf(ExperimentFiles.readSeeds(file, overrides));
    }

    /**
     * What a training gave.
     *
     * @param directory the training directory, with the model, result.json and the report
     * @param complete false if it was stopped
     * @param summary the result in a few human-readable lines
     * @param warnings what was not as asked for; empty if nothing
     * @param figures the result as result.json has it
     * @param network the best model; empty if the task of the experiment has none that can be loaded
     */
    @API(status = Status.EXPERIMENTAL, since = "0.2")
    public record Outcome(
            Path directory,
            boolean complete,
            List<String> summary,
            List<String> warnings,
            Map<String, Object> figures,
            Optional<TrainedNetwork> network) {}

    /** Its name. */
    public String name() {
        return seeds.get(0).head().name();
    }

    /**
     * The same with another value, as {@code ganglion train --set} changes it.
     *
     * @param pointer JSON pointer, such as {@code /training/epochs}
     * @param value as of {@link NetworkBuilder#set}
     * @throws GanglionException if the experiment is not valid with it
     */
    public TrainableExperiment with(String pointer, Object value) {
        Map<String, String> settings = RunnableScenario.settings(overrides.settings(), Map.of(pointer, value));
        return GanglionException.translated(() ->
                new TrainableExperiment(file, RunnableScenario.overrides(settings, overrides.allowOutsidePaths())));
    }

    /** Trains on all processors: see {@link #train(Path, int, TrainingProgress)}. */
    public Outcome train(Path directory) {
        return train(directory, RunSettings.ofThisMachine().threads(), new TrainingProgress() {});
    }

    /**
     * Trains, once for each seed of the experiment, and writes the training directory as {@code ganglion train --out} does. A training directory
     * of that name is replaced. A training that is stopped leaves a checkpoint, from which {@code ganglion train --resume} goes on.
     *
     * @param progress is told of epochs, in the thread that trains, and may stop the training after an epoch
     * @throws GanglionException if the samples cannot be used, or the directory cannot be written
     */
    public Outcome train(Path directory, int threads, TrainingProgress progress) {
        return GanglionException.translated(() -> trained(directory, threads, progress));
    }

    private Outcome trained(Path directory, int threads, TrainingProgress progress)
            throws InputException, OutputException {
        TrainingPlace place = new TrainingPlace(directory, true);
        PlaceClaim claim = PlaceClaim.beside(directory);
        try (claim) {
            place.check();
            SeedOutcomes outcomes = new TrainingSession(place, threads, false).train(seeds, progress);
            Path written = place.write(outcomes, RunOutcome.manifest("train", file.toString(), overrides));
            Path model = written.resolve(TrainingDirectory.MODEL);
            TrainingOutcome outcome = outcomes.together();
            boolean loadable = outcome.model().isPresent() && Files.isRegularFile(model);
            return new Outcome(
                    written,
                    outcome.complete(),
                    outcome.summary(),
                    outcome.warnings(),
                    TrainedNetwork.figures(outcome.result()),
                    loadable ? Optional.of(TrainedNetwork.read(model)) : Optional.empty());
        }
    }

    @Override
    public String toString() {
        return "TrainableExperiment[" + name() + "]";
    }
}
