package ganglion.rule.file;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.documents.table.NpyArray;
import ganglion.learning.eventprop.DelayedSynapses;
import ganglion.learning.eventprop.EventNetwork;
import ganglion.learning.eventprop.grid.EventClassifier;
import ganglion.learning.eventprop.train.EventTrainer.BestEpoch;
import ganglion.learning.eventprop.train.EventTrainer.EventTrainingState;
import ganglion.learning.file.Archive;
import ganglion.learning.file.CheckpointFiles;
import ganglion.learning.file.ModelDocument;
import ganglion.learning.file.ModelFiles;
import ganglion.learning.file.ModelFiles.ModelFileException;
import ganglion.learning.file.Rows;
import ganglion.learning.file.TrainedRule;
import ganglion.learning.optimiser.OptimiserState;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A checkpoint of a training with EventProp: a model file of the network as it is, and beside it the best network and the moments of the
 * optimiser.
 *
 * @param state from which training goes on
 * @param best the best epoch so far
 * @param notes a JSON document of the caller, which is not interpreted; empty for none
 */
public record EventCheckpoint(EventTrainingState state, BestEpoch best, String notes) {

    /** Version 1 is that of networks of layers. */
    private static final int VERSION = 2;

    private static final String BEST = "best";
    private static final String WEIGHTS = "weight";
    private static final String DELAYS = "delay";

    /**
     * Writes it, under a temporary name first.
     *
     * @param ticksPerStep of the grid on which the trained network runs
     * @param classes names of the classes
     */
    public void write(int ticksPerStep, List<String> classes, Path file) throws IOException {
        Archive archive = new Archive();
        ModelFiles.put(new TrainedRule(new EventClassifier(state.network(), ticksPerStep, classes), ""), archive);
        ObjectNode document = JsonNodeFactory.instance
                .objectNode()
                .put("format", CheckpointFiles.FORMAT)
                .put("version", VERSION)
                .put("kind", EventFormat.KIND)
                .put("epochs-done", state.epochsDone())
                .put("weight-steps", state.weights().step())
                .put("delay-steps", state.delays().step())
                .put("best-epoch", best.number())
                .put("best-merit", best.accuracy())
                .put("best-loss", best.loss());
        archive.put(CheckpointFiles.DOCUMENT, ModelDocument.write(document));
        put(archive, WEIGHTS, state.weights(), best.network(), true);
        put(archive, DELAYS, state.delays(), best.network(), false);
        if (!notes.isEmpty()) {
            archive.put(CheckpointFiles.NOTES, notes.getBytes(StandardCharsets.UTF_8));
        }
        archive.write(file);
    }

    private static void put(Archive archive, String what, OptimiserState moments, EventNetwork best, boolean weights) {
        List<DelayedSynapses> connections = best.synapses();
        for (int c = 0; c < connections.size(); c++) {
            put(archive, entry("first", c, what), moments.first().get(c));
            put(archive, entry("second", c, what), moments.second().get(c));
            DelayedSynapses synapses = connections.get(c);
            put(archive, entry(BEST, c, what), weights ? synapses.weights() : synapses.delays());
        }
    }

    private static void put(Archive archive, String entry, double[] values) {
        archive.put(entry, NpyArray.write(values, values.length));
    }

    private static String entry(String of, int connection, String what) {
        return of + "/" + connection + "." + what + ".npy";
    }

    /**
     * Reads a checkpoint.
     *
     * @throws ModelFileException if the file is none, with the place and what was expected
     */
    public static EventCheckpoint read(Path file) throws IOException, ModelFileException {
        Archive archive = Archive.read(file);
        ModelDocument document = ModelDocument.read(archive, CheckpointFiles.DOCUMENT, CheckpointFiles.FORMAT, VERSION);
        if (document.integer("version") != VERSION
                || !(ModelFiles.takeAny(archive) instanceof TrainedRule rule)
                || !(rule.classifier() instanceof EventClassifier classifier)) {
            throw new ModelFileException(CheckpointFiles.DOCUMENT
                    + ": found a checkpoint of another task, expected one of " + EventFormat.KIND);
        }
        EventNetwork network = classifier.network();
        List<double[]> weights = sizes(network, true);
        List<double[]> delays = sizes(network, false);
        try {
            return new EventCheckpoint(
                    new EventTrainingState(
                            document.integer("epochs-done"),
                            network,
                            moments(archive, document.longInteger("weight-steps"), WEIGHTS, weights),
                            moments(archive, document.longInteger("delay-steps"), DELAYS, delays)),
                    new BestEpoch(
                            document.integer("best-epoch"),
                            document.number("best-merit"),
                            document.number("best-loss"),
                            best(archive, network, weights, delays)),
                    CheckpointFiles.readNotes(file));
        } catch (IllegalArgumentException e) {
            throw new ModelFileException(CheckpointFiles.DOCUMENT + ": " + e.getMessage());
        }
    }

    private static List<double[]> sizes(EventNetwork network, boolean weights) {
        return network.synapses().stream()
                .map(synapses -> weights ? synapses.weights() : synapses.delays())
                .toList();
    }

    private static OptimiserState moments(Archive archive, long step, String what, List<double[]> like)
            throws ModelFileException {
        return new OptimiserState(step, values(archive, "first", what, like), values(archive, "second", what, like));
    }

    private static EventNetwork best(
            Archive archive, EventNetwork network, List<double[]> weights, List<double[]> delays)
            throws ModelFileException {
        List<double[]> bestWeights = values(archive, BEST, WEIGHTS, weights);
        List<double[]> bestDelays = values(archive, BEST, DELAYS, delays);
        List<DelayedSynapses> best = new ArrayList<>();
        for (int c = 0; c < weights.size(); c++) {
            best.add(network.synapses().get(c).with(bestWeights.get(c), bestDelays.get(c)));
        }
        return network.with(best);
    }

    private static List<double[]> values(Archive archive, String of, String what, List<double[]> like)
            throws ModelFileException {
        List<double[]> values = new ArrayList<>();
        for (int c = 0; c < like.size(); c++) {
            values.add(Rows.values(archive, entry(of, c, what), like.get(c).length));
        }
        return values;
    }
}
