package ganglion.scenario.interchange.compile;

import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.Population;
import ganglion.kernel.network.Projection;
import ganglion.kernel.neuron.NeuronModel;
import ganglion.kernel.neuron.source.SpikeSource;
import ganglion.scenario.interchange.nir.TensorShape;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

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

    /**
     * The network, fed with spikes.
     *
     * @param spikes by input; an input that is not among them is silent
     */
    public Network toNetwork(Map<String, SpikeRaster> spikes) {
        List<Population> populations = new ArrayList<>();
        for (Source input : inputs) {
            int size = Math.toIntExact(input.shape().count());
            SpikeRaster raster = spikes.getOrDefault(input.name(), SpikeRaster.empty(size));
            populations.add(new Population(input.name(), size, new SpikeSource(raster)));
        }
        for (Layer layer : layers) {
            populations.add(new Population(layer.name(), layer.size(), layer.model(), layer.depth()));
        }
        List<Projection> projections = connections.stream()
                .map(connection -> new Projection(
                        connection.from(),
                        connection.to(),
                        connection.synapses().toSynapses()))
                .toList();
        return new Network(populations, projections);
    }
}
