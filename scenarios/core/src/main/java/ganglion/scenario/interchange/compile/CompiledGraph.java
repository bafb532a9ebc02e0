package ganglion.scenario.interchange.compile;

import ganglion.kernel.neuron.NeuronModel;
import ganglion.scenario.interchange.nir.TensorShape;
import java.util.List;

/**
 * A graph as populations and synapses.
 *
 * @param inputs where spikes come in
 * @param layers neurons, in the order of the file
 * @param connections synapses between them
 * @param outputs names of the layers that are the outputs of the graph
 * @param notes what is not exact, one line per note; empty if all is
 */
public record CompiledGraph(
        List<Source> inputs,
        List<Layer> layers,
        List<Connection> connections,
        List<String> outputs,
        List<String> notes) {

    public CompiledGraph {
        inputs = List.copyOf(inputs);
        layers = List.copyOf(layers);
        connections = List.copyOf(connections);
        outputs = List.copyOf(outputs);
        notes = List.copyOf(notes);
    }

    /** An input of the graph. */
    public record Source(String name, TensorShape shape) {}

    /**
     * Neurons of a node.
     *
     * @param depth ticks by which it acts later than the graph; also the tick at which its neurons start
     */
    public record Layer(String name, TensorShape shape, NeuronModel model, int depth) {

        /** Number of neurons. */
        public int size() {
            return Math.toIntExact(shape.count());
        }
    }

    /** Synapses between two layers, or from an input to a layer. */
    public record Connection(String from, String to, SynapticMap synapses) {}

    /** The layer of a name. */
    public Layer layer(String name) {
        return layers.stream()
                .filter(layer -> layer.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no layer named " + name));
    }
}
