package ganglion.learning.compile;

import ganglion.kernel.network.DenseSynapses;
import ganglion.kernel.network.Population;
import ganglion.kernel.network.Projection;
import ganglion.kernel.network.SparseSynapses;
import ganglion.kernel.network.Synapses;
import ganglion.kernel.neuron.LifParameters;
import ganglion.kernel.neuron.NeuronModel;
import ganglion.kernel.neuron.NeuronValues;
import ganglion.kernel.neuron.Reset;
import ganglion.kernel.neuron.current.DrivenNeurons;
import ganglion.kernel.neuron.current.StepCurrent;
import ganglion.kernel.neuron.current.SynapticCurrent;
import ganglion.kernel.neuron.model.BalancedResonator;
import ganglion.kernel.neuron.model.LeakyIntegrator;
import ganglion.kernel.neuron.model.Lif;
import ganglion.kernel.neuron.model.SeAdLif;
import ganglion.kernel.neuron.model.SynapticLif;
import ganglion.kernel.neuron.model.SynapticOrder;
import ganglion.learning.compile.CompiledModel.CompiledLayer;
import ganglion.learning.delay.SynapseDelays;
import ganglion.learning.model.BalancedNeurons;
import ganglion.learning.model.Dense;
import ganglion.learning.model.FiringLayer;
import ganglion.learning.model.FiringLayer.Recurrence;
import ganglion.learning.model.Layer;
import ganglion.learning.model.Layer.Dropout;
import ganglion.learning.model.Model;
import ganglion.learning.model.Neurons;
import ganglion.learning.model.Neurons.Dynamics;
import ganglion.learning.model.Neurons.ResetRule;
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
        check(from, index);
        LinearMap map = new LinearMap(model, from, index);
        NeuronModel translated = translate(index, neurons);
        double[] bias = map.offset();
        double[] recurrentBias =
                model.find(index, "recurrent_bias").map(Parameter::values).orElse(new double[bias.length]);
        for (int i = 0; i < bias.length; i++) {
            bias[i] += recurrentBias[i];
        }
        Population population = new Population(name, map.targets(), NeuronTranslation.driven(translated, bias, delay));
        Synapses synapses = Layer.isDelayed(model.layers().get(from))
                ? delayedSynapses(from, index)
                : synapses(sources, map.targets(), map.weights());
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

    /** Refuses what the simulator lacks in the layers from one position up to, but without, another. */
    private void check(int from, int until) throws CompileException {
        for (int i = from; i < until; i++) {
            Layer layer = model.layers().get(i);
            if (i > from && Layer.isDelayed(layer)) {
                throw new CompileException("layer " + i
                        + ": the simulator delays spikes only, so that delays must follow the input or a layer of"
                        + " neurons at once");
            }
        }
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

    /** Synapses that take one tick, from the weights of each source in turn. */
    private static Synapses synapses(int sources, int targets, double[] weights) {
        if (Arrays.stream(weights).allMatch(weight -> weight != 0)) {
            return new DenseSynapses(sources, targets, weights, 1);
        }
        SparseSynapses.Builder builder = SparseSynapses.builder(sources, targets);
        for (int source = 0; source < sources; source++) {
            for (int target = 0; target < targets; target++) {
                double weight = weights[source * targets + target];
                if (weight != 0) {
                    builder.add(source, target, weight, 1);
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
        double[] weights = new double[size * size];
        for (int source = 0; source < size; source++) {
            for (int target = 0; target < size; target++) {
                weights[source * size + target] = given[target * size + source];
            }
        }
        projections.add(new Projection(name, name, synapses(size, size, weights)));
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
            return ofLayer(model.parameter(layer, name).values()).map(value);
        }
    }

    /** A parameter that all neurons of a layer share, or that each has. */
    private static NeuronValues ofLayer(double[] values) {
        return values.length == 1 ? NeuronValues.of(values[0]) : NeuronValues.each(values);
    }

    /** A layer of neurons in the kernel's terms. */
    static final class NeuronTranslation {

        private final Model model;
        private final int index;
        private final Neurons neurons;
        private final String place;
        private final List<String> notes = new ArrayList<>();

        NeuronTranslation(Model model, int index, Neurons neurons) {
            this.model = model;
            this.index = index;
            this.neurons = neurons;
            this.place = "layer " + index;
        }

        List<String> notes() {
            return notes;
        }

        /** The model without what flows into it. */
        NeuronModel model() throws CompileException {
            NeuronValues beta = decay("beta");
            if (neurons.dynamics() == Dynamics.INTEGRATOR) {
                return beta.isCommon() ? new LeakyIntegrator(beta.at(0)) : neverFiring(beta);
            }
            LifParameters membrane = LifParameters.of(beta, threshold())
                    .withStrictThreshold()
                    .withReset(reset(), neurons.delayedReset());
            noteOnResetAtOnce();
            if (neurons.dynamics() == Dynamics.SYNAPTIC) {
                SynapticCurrent current = new SynapticCurrent(decay("alpha"), NeuronValues.of(1));
                return new SynapticLif(membrane, List.of(current), SynapticOrder.CURRENT_FIRST);
            }
            return new Lif(membrane);
        }

        private static NeuronModel neverFiring(NeuronValues beta) {
            return new Lif(
                    LifParameters.of(beta, NeuronValues.of(Double.MAX_VALUE)).withReset(Reset.NONE, true));
        }

        private NeuronValues decay(String name) {
            Parameter parameter = model.parameter(index, name);
            return ofLayer(parameter.values()).map(value -> Math.max(0, Math.min(1, value)));
        }

        private NeuronValues threshold() throws CompileException {
            double[] values = model.parameter(index, "threshold").values();
            for (double value : values) {
                if (!(value > 0) && neurons.reset() != ResetRule.NONE) {
                    throw new CompileException(place + ": a threshold is " + value
                            + ", but the simulator resets only neurons with a threshold above 0");
                }
            }
            return ofLayer(values);
        }

        private Reset reset() {
            return switch (neurons.reset()) {
                case SUBTRACT -> Reset.BY_SUBTRACTION;
                case NONE -> Reset.NONE;
                case ZERO ->
                    neurons.delayedReset() && !neurons.zeroKeepsInput() ? Reset.TO_VALUE_LOSING_INPUT : Reset.TO_VALUE;
            };
        }

        private void noteOnResetAtOnce() {
            if (!neurons.delayedReset() && neurons.reset() == ResetRule.SUBTRACT) {
                notes.add(place + ": a neuron that is still above its threshold after a reset at once is treated as the"
                        + " simulator does, not as snnTorch does");
            }
        }

        /** The model with its bias, which flows from a tick on. */
        static NeuronModel driven(NeuronModel neurons, double[] bias, int fromTick) {
            if (Arrays.stream(bias).allMatch(value -> value == 0)) {
                return neurons;
            }
            StepCurrent.Step step = new StepCurrent.Step(fromTick, NeuronValues.each(bias));
            return new DrivenNeurons(neurons, new StepCurrent(List.of(step)));
        }
    }
}
