package ganglion.learning.compile;

import ganglion.kernel.network.DenseSynapses;
import ganglion.kernel.network.Population;
import ganglion.kernel.network.Projection;
import ganglion.kernel.network.SparseSynapses;
import ganglion.kernel.network.Synapses;
import ganglion.kernel.neuron.NeuronModel;
import ganglion.kernel.neuron.NeuronValues;
import ganglion.kernel.neuron.model.BalancedResonator;
import ganglion.kernel.neuron.model.SeAdLif;
import ganglion.learning.compile.CompiledModel.CompiledLayer;
import ganglion.learning.delay.SynapseDelays;
import ganglion.learning.model.BalancedNeurons;
import ganglion.learning.model.Delay;
import ganglion.learning.model.Dense;
import ganglion.learning.model.FiringLayer;
import ganglion.learning.model.FiringLayer.Recurrence;
import ganglion.learning.model.Layer;
import ganglion.learning.model.Layer.Dropout;
import ganglion.learning.model.Layer.TimeWindow;
import ganglion.learning.model.LearnedBands;
import ganglion.learning.model.Model;
import ganglion.learning.model.Neurons;
import ganglion.learning.model.Parameter;
import ganglion.learning.model.SeAdLifNeurons;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/** Compiles models to networks of the kernel. */
public final class ModelCompiler {

    private final Model model;
    private final List<CompiledLayer> layers = new ArrayList<>();
    private final List<Projection> projections = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private Synapses inputSynapses;
    private Population undrivenFirst;

    private ModelCompiler(Model model) {
        this.model = model;
    }

    /**
     * Compiles a model. Later changes of the model do not change the result.
     *
     * @throws CompileException if the simulator lacks the semantics of a layer
     */
    public static CompiledModel compile(Model model) throws CompileException {
        return new ModelCompiler(model.copy()).run();
    }

    private CompiledModel run() throws CompileException {
        int from = 0;
        for (int i = 0; i < model.layers().size(); i++) {
            if (model.layers().get(i) instanceof FiringLayer neurons) {
                addLayer(from, i, neurons);
                from = i + 1;
            }
        }
        return new CompiledModel(model, layers, undrivenFirst, inputSynapses, projections, notes);
    }

    private void addLayer(int begin, int index, FiringLayer neurons) throws CompileException {
        int from = begin;
        while (model.layers().get(from) instanceof Dropout) {
            from++;
        }
        int delay = layers.size() + 1;
        String name = index == model.layers().size() - 1 ? "output" : "layer-" + index;
        int sources = model.inputShape(from).size();
        int[] delayTicks = delayTicks(from, index);
        boolean delayed = hasDelayedSynapses(from);
        LinearMap map = new LinearMap(model, looksBack(from) && !delayed ? from + 1 : from, index);
        NeuronModel translated = translate(index, neurons);
        double[] bias = map.offset();
        double[] recurrentBias =
                model.find(index, "recurrent_bias").map(Parameter::values).orElse(new double[bias.length]);
        for (int i = 0; i < bias.length; i++) {
            bias[i] += recurrentBias[i];
        }
        Population population = new Population(name, map.targets(), NeuronTranslation.driven(translated, bias, delay));
        Synapses synapses =
                delayed ? delayedSynapses(from, index) : synapses(sources, delayTicks, map.targets(), map.weights());
        if (layers.isEmpty()) {
            inputSynapses = synapses;
            undrivenFirst = new Population(name, map.targets(), translated);
        } else {
            CompiledLayer before = layers.get(layers.size() - 1);
            projections.add(new Projection(before.population().name(), name, synapses));
        }
        layers.add(new CompiledLayer(index, delay, population));
        addRecurrence(name, index, neurons, map.targets());
    }

    private NeuronModel translate(int index, FiringLayer layer) throws CompileException {
        if (layer instanceof SeAdLifNeurons neurons) {
            return CoupledTranslation.of(model, index, neurons);
        } else if (layer instanceof BalancedNeurons neurons) {
            return CoupledTranslation.of(model, index, neurons);
        }
        NeuronTranslation translation = new NeuronTranslation(model, index, (Neurons) layer);
        NeuronModel translated = translation.model();
        notes.addAll(translation.notes());
        return translated;
    }

    private boolean looksBack(int layer) {
        return Layer.looksBack(model.layers().get(layer));
    }

    private boolean hasDelayedSynapses(int layer) {
        return model.layers().get(layer) instanceof Dense dense
                && dense.delays().active();
    }

    /**
     * Delay of the synapses of each row of weights, for the layers from one position up to, but without, another. There is a
     * row for each source or, behind a window, one for each step of it and source.
     */
    private int[] delayTicks(int from, int until) throws CompileException {
        for (int i = from; i < until; i++) {
            if (model.layers().get(i) instanceof LearnedBands) {
                throw new CompileException("layer " + i
                        + ": learned bands are part of a front end, whose triangles take their place in a scenario");
            }
        }
        for (int i = from + 1; i < until; i++) {
            if (looksBack(i)) {
                throw new CompileException("layer " + i + ": the simulator delays spikes only, so that "
                        + (model.layers().get(i) instanceof TimeWindow ? "windows" : "delays")
                        + " must follow the input or a layer of neurons at once");
            }
        }
        int sources = model.inputShape(from).size();
        int[] ticks = new int[sources];
        Arrays.fill(ticks, 1);
        if (model.layers().get(from) instanceof Delay delay) {
            double[] values = model.parameter(from, "delay").values();
            Arrays.setAll(ticks, i -> 1 + delay.wholeSteps(values[i]));
        } else if (model.layers().get(from) instanceof TimeWindow window) {
            ticks = new int[sources * window.steps()];
            Arrays.setAll(ticks, i -> 1 + i / sources);
        }
        return ticks;
    }

    /** Synapses of a dense layer with delays, and of the stateless layers behind it up to, but without, another. */
    private Synapses delayedSynapses(int from, int until) {
        DelayedWeights weights = new DelayedWeights(
                ((Dense) model.layers().get(from)).delays(),
                model.parameter(from, "weight").values(),
                model.parameter(from, "delay").values(),
                model.inputShape(from).size());
        return until == from + 1 ? weights.synapses() : weights.synapsesThrough(new LinearMap(model, from + 1, until));
    }

    /** @param delayTicks delay of the synapses of each row of weights; row {@code r} is of source {@code r % sources} */
    private static Synapses synapses(int sources, int[] delayTicks, int targets, double[] weights) {
        boolean full = Arrays.stream(weights).allMatch(weight -> weight != 0);
        boolean alike = Arrays.stream(delayTicks).allMatch(ticks -> ticks == delayTicks[0]);
        if (full && alike && delayTicks.length == sources) {
            return new DenseSynapses(sources, targets, weights, delayTicks[0]);
        }
        SparseSynapses.Builder builder = SparseSynapses.builder(sources, targets);
        for (int row = 0; row < delayTicks.length; row++) {
            for (int target = 0; target < targets; target++) {
                double weight = weights[row * targets + target];
                if (weight != 0) {
                    builder.add(row % sources, target, weight, delayTicks[row]);
                }
            }
        }
        return builder.build();
    }

    private void addRecurrence(String name, int index, FiringLayer neurons, int size) {
        if (neurons.recurrence() == Recurrence.NONE) {
            return;
        }
        double[] given = model.parameter(index, "recurrent_weight").values();
        if (neurons.recurrentDelays().active()) {
            double[] delays =
                    model.parameter(index, FiringLayer.RECURRENT_DELAY).values();
            DelayedWeights delayed = new DelayedWeights(neurons.recurrentDelays(), given, delays, size);
            projections.add(new Projection(name, name, delayed.synapses()));
            return;
        }
        double[] weights = new double[size * size];
        for (int source = 0; source < size; source++) {
            for (int target = 0; target < size; target++) {
                weights[source * size + target] = given[target * size + source];
            }
        }
        int[] oneTick = new int[size];
        Arrays.fill(oneTick, 1);
        projections.add(new Projection(name, name, synapses(size, oneTick, size, weights)));
    }

    /**
     * Synapses with a weight and a delay each, in the kernel's terms: a synapse takes one tick longer than its learned delay, rounded to whole
     * steps.
     *
     * @param delays of the synapses; active
     * @param weight of the synapse from one neuron to another at {@code to * sources + from}
     * @param delay of the same, as the model has it
     * @param sources number of neurons that spikes come from
     */
    record DelayedWeights(SynapseDelays delays, double[] weight, double[] delay, int sources) {

        /** Synapses that lead to the targets themselves. */
        Synapses synapses() {
            int targets = weight.length / sources;
            SparseSynapses.Builder builder = SparseSynapses.builder(sources, targets);
            for (int source = 0; source < sources; source++) {
                for (int target = 0; target < targets; target++) {
                    add(builder, source, target, target, 1);
                }
            }
            return builder.build();
        }

        /** Synapses that go on through stateless layers: one for each way through them. */
        Synapses synapsesThrough(LinearMap behind) {
            double[] onwards = behind.weights();
            int targets = behind.targets();
            SparseSynapses.Builder builder = SparseSynapses.builder(sources, targets);
            for (int source = 0; source < sources; source++) {
                for (int way = 0; way < behind.sources(); way++) {
                    for (int target = 0; target < targets; target++) {
                        add(builder, source, way, target, onwards[way * targets + target]);
                    }
                }
            }
            return builder.build();
        }

        private void add(SparseSynapses.Builder builder, int source, int through, int target, double factor) {
            int synapse = through * sources + source;
            if (weight[synapse] * factor != 0) {
                builder.add(source, target, weight[synapse] * factor, 1 + delays.wholeSteps(delay[synapse]));
            }
        }
    }

    /** Layers of neurons with two coupled variables in the kernel's terms. */
    static final class CoupledTranslation {

        private CoupledTranslation() {}

        static NeuronModel of(Model model, int layer, SeAdLifNeurons neurons) {
            return new SeAdLif(
                    each(model, layer, "tau_u_share", share -> SeAdLifNeurons.decay(neurons.tauU(), share)),
                    each(model, layer, "tau_w_share", share -> SeAdLifNeurons.decay(neurons.tauW(), share)),
                    each(model, layer, "a", a -> neurons.scale() * a),
                    each(model, layer, "b", b -> neurons.scale() * b),
                    NeuronValues.of(neurons.threshold()),
                    NeuronValues.of(0));
        }

        static NeuronModel of(Model model, int layer, BalancedNeurons neurons) {
            return new BalancedResonator(
                    each(model, layer, "omega", neurons::turn),
                    each(model, layer, "b_offset", offset -> neurons.step() * offset),
                    NeuronValues.of(neurons.step()),
                    NeuronValues.of(neurons.refractoryDecay()),
                    NeuronValues.of(neurons.threshold()));
        }

        private static NeuronValues each(Model model, int layer, String name, DoubleUnaryOperator value) {
            double[] values = model.parameter(layer, name).values();
            return NeuronValues.each(Arrays.stream(values).map(value).toArray());
        }
    }
}
