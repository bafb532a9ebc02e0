package ganglion.learning.compile;

import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.Population;
import ganglion.kernel.network.Projection;
import ganglion.kernel.network.Synapses;
import ganglion.kernel.neuron.current.DrivenNeurons;
import ganglion.kernel.neuron.current.InputCurrent;
import ganglion.kernel.neuron.source.SpikeSource;
import ganglion.learning.model.Model;
import ganglion.learning.reference.ReferenceNetwork;
import ganglion.learning.reference.layer.Sequence;
import ganglion.learning.sample.Sample;
import ganglion.learning.sample.Sample.SampleInput;
import ganglion.learning.sample.SpikeInput;
import java.util.ArrayList;
import java.util.List;

/** A model compiled: everything but the input. Immutable, if the model is left alone. */
public final class CompiledModel {

    /** Name of the population that the input's spikes come from. */
    public static final String INPUT = "input";

    private final Model model;
    private final List<CompiledLayer> layers;
    private final Synapses inputSynapses;
    private final List<Projection> projections;
    private final List<String> notes;
    private final Population undrivenFirst;

    CompiledModel(
            Model model,
            List<CompiledLayer> layers,
            Population undrivenFirst,
            Synapses inputSynapses,
            List<Projection> projections,
            List<String> notes) {
        this.model = model;
        this.layers = List.copyOf(layers);
        this.undrivenFirst = undrivenFirst;
        this.inputSynapses = inputSynapses;
        this.projections = List.copyOf(projections);
        this.notes = List.copyOf(notes);
    }

    /** The layers of neurons, from the input to the output. */
    public List<CompiledLayer> layers() {
        return layers;
    }

    /** Notes for the user, such as semantics that the simulator only approximates; may be empty. */
    public List<String> notes() {
        return notes;
    }

    /** Synapses from the input to the first layer. */
    public Synapses inputSynapses() {
        return inputSynapses;
    }

    /** Projections between the layers, and from layers to themselves. */
    public List<Projection> projections() {
        return projections;
    }

    /** Ticks that a run needs for an input of a given number of steps. */
    public long ticks(int steps) {
        return steps + layers.size();
    }

    /**
     * The network with spikes as its input.
     *
     * @throws IllegalArgumentException if the raster has another number of neurons than the model has inputs
     */
    public Network network(SpikeRaster input) {
        List<Population> populations = new ArrayList<>();
        populations.add(new Population(INPUT, inputSynapses.sourceSize(), new SpikeSource(input)));
        layers.forEach(layer -> populations.add(layer.population()));
        List<Projection> all = new ArrayList<>(projections);
        all.add(0, new Projection(INPUT, layers.get(0).population().name(), inputSynapses));
        return new Network(populations, all);
    }

    /**
     * The network with any input of the model: spikes as such, numbers as the current that they lead to in the first layer of
     * neurons.
     */
    public Network network(SampleInput input) {
        if (input instanceof SpikeInput spikes) {
            return network(spikes.raster());
        }
        int firstLayer = layers.get(0).modelLayer();
        Sequence values = ReferenceNetwork.input(model, List.of(new Sample(input, 0)));
        Sequence current = LinearMap.apply(model, firstLayer, values);
        List<Population> populations = new ArrayList<>();
        populations.add(new Population(
                undrivenFirst.name(),
                undrivenFirst.size(),
                new DrivenNeurons(undrivenFirst.model(), SampleCurrent.of(current, recurrentBias(firstLayer)))));
        layers.stream().skip(1).forEach(layer -> populations.add(layer.population()));
        return new Network(populations, projections);
    }

    private double[] recurrentBias(int layer) {
        return model.find(layer, "recurrent_bias")
                .map(parameter -> parameter.values().clone())
                .orElse(new double[model.outputShape(layer).size()]);
    }

    /**
     * A sample's numbers as a current: the row of step {@code t} flows at tick {@code t + 1}, and afterwards only what always flows.
     *
     * @param steps number of rows
     * @param size number of neurons
     * @param values row by step
     * @param after what flows after the last row
     */
    record SampleCurrent(int steps, int size, double[] values, double[] after) implements InputCurrent {

        /**
         * The current of a sequence of one sample.
         *
         * @param constant what flows besides, at all steps
         */
        static SampleCurrent of(Sequence current, double[] constant) {
            double[] values = current.values().clone();
            for (int k = 0; k < values.length; k++) {
                values[k] += constant[k % constant.length];
            }
            return new SampleCurrent(current.steps(), current.size(), values, constant);
        }

        @Override
        public long nextTick(long tick) {
            return Math.max(1, tick);
        }

        @Override
        public void addTo(long tick, int first, int count, double[] input, int positive, int negative) {
            boolean inside = tick <= steps;
            int row = inside ? (int) (tick - 1) * size : 0;
            for (int i = 0; i < count; i++) {
                double value = inside ? values[row + first + i] : after[first + i];
                input[(value < 0 ? negative : positive) + i] += value;
            }
        }

        @Override
        public void checkSize(int populationSize) {
            if (populationSize != size) {
                throw new IllegalArgumentException(
                        "the current is for " + size + " neurons, but the population has " + populationSize);
            }
        }
    }

    /**
     * A layer of neurons as a population.
     *
     * @param modelLayer position of the layer in the model
     * @param delayTicks ticks by which its spikes come later than the model's steps: its number among the layers of neurons,
     *     from 1
     * @param population what the simulator runs
     */
    public record CompiledLayer(int modelLayer, int delayTicks, Population population) {}
}
