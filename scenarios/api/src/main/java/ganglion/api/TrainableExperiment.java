package ganglion.api;

import com.fasterxml.jackson.databind.JsonNode;
import ganglion.api.document.PlainJson;
import ganglion.api.engine.LoadedModel;
import ganglion.api.engine.TrainingCall;
import ganglion.scenario.experiment.outcome.TrainingProgress;
import ganglion.scenario.model.ScenarioOverrides;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
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

    private final TrainingCall call;

    TrainableExperiment(TrainingCall call) {
        this.call = call;
    }

    /**
     * What a training gave.
     *
     * @param directory the training directory, with the model, result.json and the report
     * @param complete false if it was cancelled
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
            Optional<TrainedNetwork> network) {

        /** Takes copies of the collections. */
        public Outcome {
            summary = List.copyOf(summary);
            warnings = List.copyOf(warnings);
            figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
        }
    }

    /** Its name. */
    public String name() {
        return call.name();
    }

    /**
     * The same with another value, as {@code ganglion train --set} changes it.
     *
     * @param pointer JSON pointer, such as {@code /training/epochs}
     * @param value as of {@link RunnableScenario#with(String, Object)}
     * @throws InvalidInputException if the experiment is not valid with it
     */
    public TrainableExperiment with(String pointer, Object value) {
        ScenarioOverrides before = call.overrides();
        ScenarioOverrides overrides = new ScenarioOverrides(
                RunnableScenario.settings(before.settings(), Map.of(pointer, value)),
                OptionalLong.empty(),
                List.of(),
                before.allowOutsidePaths());
        return GanglionException.translated(() -> new TrainableExperiment(TrainingCall.read(call.file(), overrides)));
    }

    /** Trains with the defaults: see {@link #train(Path, RunSetup)}. */
    public Outcome train(Path directory) {
        return train(directory, RunSetup.defaults());
    }

    /**
     * Trains, once for each seed of the experiment, and writes the training directory as {@code ganglion train --out} does. A training directory
     * of that name is replaced. A training that is cancelled leaves a checkpoint, from which {@code ganglion train --resume} goes on.
     *
     * @param setup its listener is told of epochs, in the thread that trains; a cancellation ends the training after its epoch
     * @throws InvalidInputException if the samples cannot be used
     * @throws FailedOutputException if the directory cannot be written
     */
    public Outcome train(Path directory, RunSetup setup) {
        return GanglionException.translated(() -> {
            TrainingCall.Trained trained =
                    call.train(directory, setup.settings().threads(), progress(setup));
            Optional<TrainedNetwork> network = trained.model().isPresent()
                    ? Optional.of(
                            new TrainedNetwork(LoadedModel.read(trained.model().get())))
                    : Optional.empty();
            return new Outcome(
                    trained.directory(),
                    trained.outcome().complete(),
                    trained.outcome().summary(),
                    trained.outcome().warnings(),
                    map(trained.outcome().result()),
                    network);
        });
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(JsonNode node) {
        return (Map<String, Object>) PlainJson.plain(node);
    }

    private static TrainingProgress progress(RunSetup setup) {
        return new TrainingProgress() {

            @Override
            public void advanced(String phase, double fraction) {
                setup.listener().advanced(phase, fraction);
            }

            @Override
            public void epochFigures(JsonNode epoch) {
                setup.listener().epoch(Collections.unmodifiableMap(map(epoch)));
            }

            @Override
            public void epochDone(String lines) {
                lines.lines().map(String::strip).forEach(setup.listener()::notice);
            }

            @Override
            public void warned(String line) {
                epochDone(line);
            }

            @Override
            public boolean stopRequested() {
                return setup.stopRequested();
            }
        };
    }

    @Override
    public String toString() {
        return "TrainableExperiment[" + name() + "]";
    }
}
