package ganglion.learning.oracle;

import ganglion.learning.engine.Engine.BatchReport;
import ganglion.learning.engine.Engine.TrainingStep;
import ganglion.learning.engine.LayerActivity;
import ganglion.learning.loss.Loss;
import ganglion.learning.loss.SampleOutput;
import ganglion.learning.loss.SpikePenalty;
import ganglion.learning.model.FiringLayer;
import ganglion.learning.model.Model;
import ganglion.learning.model.Parameter;
import ganglion.learning.optimiser.GradientClip;
import ganglion.learning.reference.ReferenceNetwork;
import ganglion.learning.reference.layer.Sequence;
import ganglion.learning.sample.Sample;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A model whose gradients come from automatic differentiation of its equations in double precision: the oracle of training. Only a spike
 * has no slope of its own, but that of its surrogate, and resets of the step before take part in no gradient, as in snnTorch. Reads the
 * parameters of the model at each pass, and changes nothing but running statistics.
 */
public final class TapeNetwork {

    private final Model model;
    private final long seed;
    private long batchNumber;
    private double progress;
    private Tape tape = new Tape();
    private Sequence input;
    private int[] inputs = {};
    private final Map<Integer, SpikingTape> spiking = new TreeMap<>();
    private final List<int[]> parameters = new ArrayList<>();
    private double[] gradients = {};

    /** @param seed of the choices of dropout layers */
    public TapeNetwork(Model model, long seed) {
        this.model = model;
        this.seed = seed;
    }

    /** Numbers the next batch, for dropout, and says what share of the epochs is done, for the width of delays. */
    public void begin(long number, double share) {
        batchNumber = number;
        progress = share;
    }

    /** Spikes, potentials and synaptic currents of a layer. */
    public record Trace(Sequence membranes, Sequence spikes, Sequence currents) {}

    /** Runs a batch, in training. */
    public Trace forward(Sequence given) {
        tape = new Tape();
        input = given;
        inputs = tape.leaves(given.values());
        parameters.clear();
        int[] values = inputs;
        for (int i = 0; i < model.layers().size(); i++) {
            List<Parameter> own = model.parameters(i);
            LayerTape layer = new LayerTape(tape, given.batch(), model.inputShape(i), own);
            parameters.addAll(layer.leaves());
            if (model.layers().get(i) instanceof FiringLayer neurons) {
                SpikingTape fired = new SpikingTape(layer, neurons, given.steps());
                values = fired.run(values);
                spiking.put(i, fired);
            } else {
                values = layer.stateless(model.layers().get(i), values, progress, seed, i, batchNumber);
            }
        }
        return trace(model.layers().size() - 1);
    }

    private Sequence sequence(int[] numbers) {
        double[] values = Arrays.stream(numbers).mapToDouble(tape::at).toArray();
        return new Sequence(input.steps(), input.batch(), values.length / input.rows(), values);
    }

    public Trace trace(int layer) {
        SpikingTape own = spiking.get(layer);
        return new Trace(sequence(own.membranes), sequence(own.spikes), sequence(own.currents));
    }

    /** Goes back through the latest pass; gives the gradient with respect to the input. */
    public Sequence backward(Sequence ofSpikes, Sequence ofMembranes) {
        return backward(ofSpikes, ofMembranes, SpikePenalty.NONE);
    }

    private Sequence backward(Sequence ofSpikes, Sequence ofMembranes, SpikePenalty penalty) {
        gradients = tape.gradients();
        SpikingTape output = spiking.get(model.layers().size() - 1);
        for (int k = 0; k < output.spikes.length; k++) {
            gradients[output.spikes[k]] += ofSpikes.values()[k];
            gradients[output.membranes[k]] += ofMembranes.values()[k];
        }
        spiking.forEach((layer, own) -> {
            for (int k = 0; layer < model.layers().size() - 1 && k < own.spikes.length; k++) {
                gradients[own.spikes[k]] +=
                        penalty.derivative(own.count(k % own.rowSize()), input.steps()) / input.batch();
            }
        });
        tape.back(gradients);
        return new Sequence(input.steps(), input.batch(), input.size(), at(inputs));
    }

    private double penalty(SpikePenalty penalty) {
        double sum = 0;
        for (Map.Entry<Integer, SpikingTape> layer : spiking.entrySet()) {
            for (int n = 0;
                    layer.getKey() < model.layers().size() - 1
                            && n < layer.getValue().rowSize();
                    n++) {
                sum += penalty.value(layer.getValue().count(n), input.steps());
            }
        }
        return sum / input.batch();
    }

    private double[] at(int... numbers) {
        return Arrays.stream(numbers).mapToDouble(k -> gradients[k]).toArray();
    }

    /** Gradients of all parameters, in the order of {@link Model#allParameters}. */
    public List<double[]> gradients() {
        return parameters.stream().map(this::at).toList();
    }

    /**
     * What a pass back from a loss gives.
     *
     * @param loss mean over the samples, penalties included
     * @param inputGradient with respect to the input
     */
    public record Descent(double loss, Sequence inputGradient) {}

    /** Goes back from a loss of the latest pass. */
    public Descent backward(Loss loss, SpikePenalty penalty, int... labels) {
        Trace output = trace(model.layers().size() - 1);
        int outputs = output.spikes().size();
        Sequence ofSpikes = input.zerosOf(outputs);
        Sequence ofMembranes = input.zerosOf(outputs);
        SampleOutput sample = new SampleOutput(input.steps(), outputs);
        double sum = 0;
        for (int b = 0; b < input.batch(); b++) {
            sample.begin(labels[b], b);
            for (int t = 0; t < input.steps(); t++) {
                for (int c = 0; c < outputs; c++) {
                    sample.set(
                            t,
                            c,
                            output.spikes().at(t, b, c),
                            output.membranes().at(t, b, c));
                }
            }
            sum += loss.evaluate(sample);
            for (int t = 0; t < input.steps(); t++) {
                for (int c = 0; c < outputs; c++) {
                    int k = (t * input.batch() + b) * outputs + c;
                    ofSpikes.values()[k] = sample.spikeGradient(t, c) / input.batch();
                    ofMembranes.values()[k] = sample.membraneGradient(t, c) / input.batch();
                }
            }
        }
        Sequence back = backward(ofSpikes, ofMembranes, penalty);
        return new Descent(sum / input.batch() + penalty(penalty), back);
    }

    /** What an engine reports of a step of training, whose gradients are then {@link #gradients}. */
    public BatchReport train(List<Sample> batch, TrainingStep step) {
        begin(step.batchNumber(), step.progress());
        forward(ReferenceNetwork.input(model, batch));
        int[] labels = batch.stream().mapToInt(Sample::label).toArray();
        double loss = backward(step.loss().atBatch(step.batchNumber()), step.penalty(), labels)
                .loss();
        List<double[]> trained = new ArrayList<>();
        for (int p = 0; p < parameters.size(); p++) {
            trained.add(model.allParameters().get(p).trainable() ? gradients().get(p) : null);
        }
        List<LayerActivity> activity = new ArrayList<>();
        spiking.forEach((layer, own) -> {
            Sequence spikes = sequence(own.spikes);
            long[] counts = new long[spikes.size()];
            for (int k = 0; k < spikes.values().length; k++) {
                counts[k % counts.length] += spikes.values()[k] != 0 ? 1 : 0;
            }
            boolean fires = ((FiringLayer) model.layers().get(layer)).fires();
            activity.add(new LayerActivity(layer, fires, counts, spikes.rows()));
        });
        return new BatchReport(loss, new double[0][], new int[0], activity, GradientClip.norm(trained));
    }
}
