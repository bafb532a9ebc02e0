package ganglion.scenario.explore.trial;

import ganglion.documents.InputException;
import ganglion.documents.OutputException;
import ganglion.documents.output.Checksum;
import ganglion.documents.output.HiddenPlace;
import ganglion.learning.file.CheckpointFiles;
import ganglion.learning.file.ModelFiles;
import ganglion.learning.file.TrainedModel;
import ganglion.scenario.experiment.data.ExperimentSamples;
import ganglion.scenario.experiment.outcome.TrainingOutcome;
import ganglion.scenario.experiment.outcome.TrainingProgress;
import ganglion.scenario.experiment.outcome.TrainingSettings;
import ganglion.scenario.experiment.run.ExperimentRunner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;

/**
 * Trains networks, each in a folder of its own: a training goes on from the checkpoint of its last epoch, and the model of a stage that is there
 * already is not trained again. A file that a loss of power left without its content counts as not there. Safe to use from several threads.
 */
public final class NetworkTrainer {

    private static final int NAME_BYTES = 10;

    private final Path folder;
    private final SampleCache samples;
    private final Map<String, Object> locks = new ConcurrentHashMap<>();

    /** @param folder of all trainings */
    public NetworkTrainer(Path folder, SampleCache samples) {
        this.folder = folder;
        this.samples = samples;
    }

    /**
     * Trains a network to the end of a stage.
     *
     * @param variant with the epochs of the stage
     * @param stop asked after each epoch
     * @return the file of the model; empty if the training was stopped before its end
     * @throws InputException if the samples cannot be read, or the network cannot learn
     * @throws OutputException if a file cannot be written
     */
    public Optional<Path> train(Variant variant, BooleanSupplier stop) throws InputException, OutputException {
        String name = name(variant.key());
        Path own = folder.resolve(name);
        Path model = own.resolve("model-" + variant.experiment().training().epochs() + ".zip");
        synchronized (locks.computeIfAbsent(name, any -> new Object())) {
            try {
                return ModelFiles.isModel(model) || trained(variant, own, model, stop)
                        ? Optional.of(model)
                        : Optional.empty();
            } catch (IOException e) {
                throw new OutputException(own, e);
            } catch (UncheckedIOException e) { // the checkpoint cannot be written
                throw new OutputException(own, e.getCause());
            }
        }
    }

    private boolean trained(Variant variant, Path own, Path model, BooleanSupplier stop)
            throws InputException, IOException {
        ExperimentSamples read = samples.unseen(variant);
        Files.createDirectories(own);
        Path checkpoint = own.resolve("checkpoint.zip");
        HiddenPlace.clear(checkpoint);
        HiddenPlace.clear(model);
        Optional<Path> before = CheckpointFiles.isCheckpoint(checkpoint) ? Optional.of(checkpoint) : Optional.empty();
        if (before.isEmpty()) {
            Files.deleteIfExists(checkpoint);
        }
        Files.deleteIfExists(model);
        TrainingSettings settings = new TrainingSettings(1, Optional.of(checkpoint), before);
        TrainingOutcome outcome = ExperimentRunner.run(variant.unseen(), read, settings, new TrainingProgress() {
            @Override
            public boolean stopRequested() {
                return stop.getAsBoolean();
            }
        });
        if (!outcome.complete()) {
            return false;
        }
        ModelFiles.write((TrainedModel) outcome.model().orElseThrow(), model);
        return true;
    }

    /** A short name that stands for a text. */
    static String name(String key) {
        byte[] digest = Checksum.sha256().digest(key.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest, 0, NAME_BYTES);
    }
}
