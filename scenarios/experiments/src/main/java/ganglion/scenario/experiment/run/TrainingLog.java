package ganglion.scenario.experiment.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.documents.InputException;
import ganglion.documents.ReadFault;
import ganglion.learning.file.CheckpointFiles;
import ganglion.learning.file.ModelFiles.ModelFileException;
import ganglion.learning.model.Model;
import ganglion.learning.train.Trainer;
import ganglion.learning.train.Trainer.EpochReport;
import ganglion.learning.train.Trainer.TrainingListener;
import ganglion.learning.train.Trainer.TrainingResult;
import ganglion.learning.train.Trainer.TrainingState;
import ganglion.scenario.experiment.ExperimentHead;
import ganglion.scenario.experiment.outcome.EpochCurves;
import ganglion.scenario.experiment.outcome.TrainingOutcome.Chart;
import ganglion.scenario.experiment.outcome.TrainingOutcome.Curve;
import ganglion.scenario.experiment.outcome.TrainingProgress;
import ganglion.scenario.experiment.outcome.TrainingSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * Follows the training of a network from epoch to epoch: keeps its learning curves, writes its checkpoints, and tells how far it is. A
 * checkpoint holds the state of training, the curves so far, and the experiment.
 */
abstract class TrainingLog implements TrainingListener {

    private final ExperimentHead head;
    private final int allEpochs;
    private final List<String> classes;
    private final TrainingSettings settings;
    private final TrainingProgress progress;
    private final long started = System.nanoTime();
    private ArrayNode epochs = JsonNodeFactory.instance.arrayNode();
    private int epochsBefore;

    TrainingLog(
            ExperimentHead head,
            int allEpochs,
            List<String> classes,
            TrainingSettings settings,
            TrainingProgress progress) {
        this.head = head;
        this.allEpochs = allEpochs;
        this.classes = classes;
        this.settings = settings;
        this.progress = progress;
    }

    /** The figures of an epoch, as they stand in results. */
    abstract ObjectNode figures(EpochReport report);

    /** The figures of an epoch as text, behind its number. */
    abstract String text(EpochReport report);

    /**
     * Trains a network to its end, from where a checkpoint was left if the settings name one.
     *
     * @param fresh the network to start from without a checkpoint
     * @throws InputException if the checkpoint cannot be read, or is one of another experiment
     */
    final TrainingResult train(Trainer trainer, Model fresh) throws InputException {
        if (settings.resumeFrom().isEmpty()) {
            progress.advanced(phase(0), 0);
            return trainer.train(fresh);
        }
        TrainingState state = read(settings.resumeFrom().get());
        epochsBefore = state.epochsDone();
        progress.advanced(phase(Math.min(epochsBefore, allEpochs - 1)), Math.min(1, (double) epochsBefore / allEpochs));
        save(state); // the results take it along even if there is no epoch left to train
        return trainer.resume(state);
    }

    /** The learning curves so far: the figures of each epoch. */
    final ArrayNode epochs() {
        return epochs;
    }

    private String phase(int epoch) {
        return "epoch " + (epoch + 1) + "/" + allEpochs;
    }

    @Override
    public void batchDone(int epoch, int batch, int batches, double loss) {
        double done = epoch + (double) batch / batches;
        double seconds = (System.nanoTime() - started) / 1e9;
        double left = (allEpochs - done) * seconds / Math.max(1e-9, done - epochsBefore);
        progress.advanced(phase(epoch), done / allEpochs);
        progress.detail(String.format(Locale.ROOT, "batch %d/%d, %.0f s left", batch, batches, left));
    }

    @Override
    public void epochDone(EpochReport report, TrainingState state) {
        epochs.add(figures(report));
        save(state);
        progress.epochFigures(epochs.get(epochs.size() - 1));
        progress.epochDone(phase(report.epoch()) + ": " + text(report));
    }

    @Override
    public boolean stop() {
        return progress.stopRequested();
    }

    private void save(TrainingState state) {
        settings.checkpoint().ifPresent(file -> write(state, file));
    }

    /** @throws UncheckedIOException if the file cannot be written */
    void write(TrainingState state, Path file) {
        try {
            CheckpointFiles.write(state, classes, CheckpointNotes.write(head, epochs), file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads a checkpoint, and takes over its learning curves.
     *
     * @throws InputException if the file is no checkpoint, or one of another experiment
     */
    TrainingState read(Path file) throws InputException {
        try {
            epochs = CheckpointNotes.read(head, file, CheckpointFiles.readNotes(file));
            return CheckpointFiles.read(file);
        } catch (ModelFileException e) {
            throw CheckpointNotes.refusal(file, e.getMessage());
        } catch (IOException e) {
            throw CheckpointNotes.refusal(file, "cannot be read: " + ReadFault.reason(e));
        }
    }

    /** Learning curves, from the reports of epochs. */
    static final class LearningCurves {

        private static final String ACROSS = "epoch";

        private LearningCurves() {}

        static List<Chart> of(ArrayNode epochs) {
            List<Chart> charts = new ArrayList<>(EpochCurves.lossAndAccuracy(epochs));
            charts.add(new Chart(
                    "Spikes of each layer",
                    ACROSS,
                    "spikes per neuron and step",
                    layers(epochs, "spikesPerNeuronAndStep")));
            charts.add(new Chart("Dead neurons of each layer", ACROSS, "neurons", layers(epochs, "deadNeurons")));
            charts.add(new Chart(
                    "Mean gradient norm before clipping",
                    ACROSS,
                    "",
                    List.of(curve("all parameters", epochs, node -> number(node, "meanGradientNorm")))));
            return charts;
        }

        private static double number(JsonNode node, String key) {
            return node.path(key).asDouble(Double.NaN);
        }

        /** A curve for each layer that has the figure: those that fire. */
        private static List<Curve> layers(ArrayNode epochs, String key) {
            List<Curve> curves = new ArrayList<>();
            int count = epochs.isEmpty() ? 0 : epochs.get(0).path("layers").size();
            for (int i = 0; i < count; i++) {
                int layer = i;
                JsonNode first = epochs.get(0).path("layers").path(i);
                if (first.has(key)) {
                    curves.add(curve(
                            "layer " + first.path("layer").asInt(),
                            epochs,
                            node -> number(node.path("layers").path(layer), key)));
                }
            }
            return curves;
        }

        private static Curve curve(String name, ArrayNode epochs, ToDoubleFunction<JsonNode> value) {
            double[] x = new double[epochs.size()];
            double[] y = new double[epochs.size()];
            for (int i = 0; i < x.length; i++) {
                x[i] = epochs.get(i).path("epoch").asInt();
                y[i] = value.applyAsDouble(epochs.get(i));
            }
            return new Curve(name, x, y);
        }
    }

    /** What a checkpoint notes beside the state of its training: of which experiment and seed it is, and its learning curves so far. */
    private static final class CheckpointNotes {

        /** The keys that may differ between the experiment of a checkpoint and the one that resumes it. */
        private static final List<String> FREE = List.of("epochs", "patience");

        private static final ObjectMapper MAPPER = new ObjectMapper();

        private CheckpointNotes() {}

        /** The notes, as JSON. */
        public static String write(ExperimentHead head, ArrayNode epochs) {
            ObjectNode notes = JsonNodeFactory.instance.objectNode();
            notes.put("seed", head.seed());
            notes.put("experiment", head.document());
            notes.set("epochs", epochs);
            return notes.toString();
        }

        /**
         * The learning curves of a checkpoint.
         *
         * @param file the checkpoint
         * @throws InputException if its notes are of another experiment or seed
         */
        public static ArrayNode read(ExperimentHead head, Path file, String notes) throws InputException {
            try {
                JsonNode read = MAPPER.readTree(notes);
                boolean same = read.path("seed").asLong(-1) == head.seed()
                        && trained(read.path("experiment").asText("{}")).equals(trained(head.document()));
                if (!same || !(read.get("epochs") instanceof ArrayNode epochs)) {
                    throw refusal(
                            file, "found a checkpoint of another experiment or seed, expected one of " + head.name());
                }
                return epochs;
            } catch (JsonProcessingException e) {
                throw refusal(file, "found notes that are not JSON");
            }
        }

        private static JsonNode trained(String document) throws JsonProcessingException {
            JsonNode root = MAPPER.readTree(document);
            if (root.path("training") instanceof ObjectNode training) {
                training.remove(FREE);
            }
            return root;
        }

        /** A one-line error about a checkpoint. */
        public static InputException refusal(Path file, String message) {
            return new InputException(file, message);
        }
    }
}
