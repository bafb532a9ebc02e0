package ganglion.rule.file;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.documents.key.WordType;
import ganglion.documents.table.NpyArray;
import ganglion.learning.eventprop.DelayedSynapses;
import ganglion.learning.eventprop.EventNetwork;
import ganglion.learning.eventprop.EventNetwork.EventLayer;
import ganglion.learning.eventprop.EventNetwork.EventReadOut;
import ganglion.learning.eventprop.ExponentialDynamics;
import ganglion.learning.eventprop.grid.EventClassifier;
import ganglion.learning.file.Archive;
import ganglion.learning.file.ModelDocument;
import ganglion.learning.file.ModelFiles.ModelFileException;
import ganglion.learning.file.Rows;
import ganglion.learning.file.RuleFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A network that learned with EventProp as entries of an archive. */
public final class EventFormat extends RuleFormat<EventClassifier> {

    /** What files call such a network. */
    static final String KIND = "eventprop";

    private static final int MOST_LAYERS = 1000;
    private static final int MOST_TICKS_PER_STEP = 1_000_000;

    private static final String CONNECTIONS = "connections";
    private static final String DELAYS = "delays";
    private static final String LAYERS = "layers";
    private static final String READ_OUT = "read-out";

    /** The synapses of a connection share a delay; the only choice, written so that it can be told from others. */
    private enum Delays {
        COMMON
    }

    /** What is read of the potentials of integrators; the only choice, as that of delays. */
    private enum Measure {
        MEAN
    }

    /** For {@link java.util.ServiceLoader}. */
    public EventFormat() {
        super(KIND, EventClassifier.class);
    }

    @Override
    protected void put(EventClassifier classifier, ObjectNode document, Archive archive) {
        EventNetwork network = classifier.network();
        document.put("inputs", network.inputs()).put("ticks-per-step", classifier.ticksPerStep());
        ArrayNode layers = document.putArray(LAYERS);
        for (EventLayer layer : network.layers()) {
            ObjectNode node = layers.addObject().put("neurons", layer.size()).put("threshold", layer.threshold());
            put(layer.dynamics(), node);
            node.put("recurrent", layer.recurrent().isPresent());
        }
        network.readOut().ifPresent(out -> {
            ObjectNode node = document.putObject(READ_OUT).put("measure", WordType.wordOf(Measure.MEAN));
            put(out.dynamics(), node);
        });
        ArrayNode connections = document.putArray(CONNECTIONS);
        for (DelayedSynapses synapses : network.synapses()) {
            String entry = entry(connections.size());
            connections.addObject().put(DELAYS, WordType.wordOf(Delays.COMMON));
            archive.put(
                    entry + "weight.npy", NpyArray.write(synapses.weights(), synapses.sources(), synapses.targets()));
            archive.put(entry + "delay.npy", NpyArray.write(new double[] {synapses.delay()}, 1));
        }
    }

    private static void put(ExponentialDynamics dynamics, ObjectNode node) {
        node.put("membrane-steps", dynamics.membrane()).put("synapse-steps", dynamics.synapse());
    }

    private static String entry(int connection) {
        return "parameters/" + connection + ".";
    }

    @Override
    protected EventClassifier take(ModelDocument document, List<String> classes, Archive archive)
            throws ModelFileException {
        return new Reader(document, archive).take(classes);
    }

    /** Reads one network, whose connections are numbered in the order in which they are read. */
    private static final class Reader {

        private final ModelDocument document;
        private final Archive archive;
        private int connections;

        Reader(ModelDocument document, Archive archive) {
            this.document = document;
            this.archive = archive;
        }

        EventClassifier take(List<String> classes) throws ModelFileException {
            int count = bounded(document.length(LAYERS), MOST_LAYERS, "layers");
            int sources = document.integer("inputs");
            List<EventLayer> layers = new ArrayList<>();
            for (int l = 0; l < count; l++) {
                ModelDocument layer = document.at(LAYERS, l);
                int neurons = layer.integer("neurons");
                DelayedSynapses input = synapses(sources, neurons);
                Optional<DelayedSynapses> among =
                        layer.truth("recurrent") ? Optional.of(synapses(neurons, neurons)) : Optional.empty();
                layers.add(new EventLayer(dynamics(layer), layer.parameter("threshold"), input, among));
                sources = neurons;
            }
            Optional<EventReadOut> readOut = Optional.empty();
            if (document.has(READ_OUT)) {
                ModelDocument out = document.at(READ_OUT);
                out.choice(Measure.class, "measure");
                readOut = Optional.of(new EventReadOut(dynamics(out), synapses(sources, classes.size())));
            }
            int ticks = bounded(document.integer("ticks-per-step"), MOST_TICKS_PER_STEP, "ticks to a step");
            return new EventClassifier(new EventNetwork(layers, readOut), ticks, classes);
        }

        private static int bounded(int found, int most, String what) throws ModelFileException {
            if (found > most) {
                throw new ModelFileException("found " + found + " " + what + ", expected at most " + most);
            }
            return found;
        }

        private static ExponentialDynamics dynamics(ModelDocument of) throws ModelFileException {
            return new ExponentialDynamics(of.parameter("membrane-steps"), of.parameter("synapse-steps"));
        }

        private DelayedSynapses synapses(int sources, int targets) throws ModelFileException {
            if (connections >= document.length(CONNECTIONS)) {
                throw new ModelFileException("found " + connections + " connections, expected more");
            }
            document.at(CONNECTIONS, connections).choice(Delays.class, DELAYS);
            String entry = entry(connections++);
            return new DelayedSynapses(
                    sources,
                    targets,
                    Rows.parameters(archive, entry + "weight.npy", sources, targets),
                    Rows.parameters(archive, entry + "delay.npy", 1)[0]);
        }
    }
}
