package ganglion.learning.reference;

import ganglion.learning.engine.Engine;
import ganglion.learning.engine.Engine.BatchReport;
import ganglion.learning.engine.Engine.EvaluationStep;
import ganglion.learning.engine.Engine.TrainingStep;
import ganglion.learning.engine.LayerActivity;
import ganglion.learning.engine.ReadOut;
import ganglion.learning.loss.Loss;
import ganglion.learning.loss.SampleOutput;
import ganglion.learning.model.FiringLayer;
import ganglion.learning.model.Model;
import ganglion.learning.model.Parameter;
import ganglion.learning.model.Span;
import ganglion.learning.optimiser.DoubleOptimiser;
import ganglion.learning.optimiser.GradientClip;
import ganglion.learning.optimiser.OptimiserState;
import ganglion.learning.optimiser.Rule;
import ganglion.learning.reference.layer.Sequence;
import ganglion.learning.reference.layer.SpikingLayer.NeuronTrace;
import ganglion.learning.sample.Sample;
import ganglion.learning.sample.Sample.SampleInput;
import java.util.ArrayList;
import java.util.List;

/** Trains and evaluates in double precision, on one thread, with all layers. */
public final class ReferenceEngine implements Engine {

    private final Model model;
    private final List<Span> ranges;
    /** Values of the copy of the model that computes and is trained. */
    private final List<double[]> values;

    private final ReferenceNetwork network;
    private final DoubleOptimiser optimiser;

    /**
     * @param model what to train
     * @param rule how to optimise
     * @param seed of the choices of dropout layers
     */
    public ReferenceEngine(Model model, Rule rule, long seed) {
        Model working = model.copy();
        this.model = model;
        this.ranges = model.allRanges();
        this.values = working.allParameters().stream().map(Parameter::values).toList();
        this.network = new ReferenceNetwork(working, seed);
        this.optimiser = new DoubleOptimiser(
                rule,
                model.allDecays(),
                model.allParameters().stream().mapToInt(Parameter::size).toArray());
    }

    @Override
    public BatchReport train(List<Sample> batch, TrainingStep step) {
        network.begin(step.batchNumber(), step.progress());
        NeuronTrace output = network.forward(input(model, batch), true);
        BatchLoss loss = BatchLoss.of(output, labels(batch), step.loss().atBatch(step.batchNumber()));
        double penalty = network.penalty(step.penalty());
        network.backward(loss.spikeGradient(), loss.membraneGradient(), step.penalty());
        double norm = update(step);
        return report(batch, output, loss.value() + penalty, step.readOut(), norm);
    }

    private double update(TrainingStep step) {
        List<double[]> gradients = new ArrayList<>();
        for (int p = 0; p < values.size(); p++) {
            gradients.add(model.allParameters().get(p).trainable() ? gradients().get(p) : null);
        }
        double norm = GradientClip.norm(gradients);
        double factor = GradientClip.factor(norm, step.largestGradientNorm());
        for (double[] gradient : gradients) {
            for (int i = 0; factor < 1 && gradient != null && i < gradient.length; i++) {
                gradient[i] *= factor;
            }
        }
        optimiser.step(values, gradients, step.learningRate());
        keepInRange();
        return norm;
    }

    private void keepInRange() {
        for (int p = 0; p < values.size(); p++) {
            Span range = ranges.get(p);
            double[] of = values.get(p);
            for (int i = 0; range.bounded() && i < of.length; i++) {
                of[i] = range.clamp(of[i]);
            }
        }
    }

    @Override
    public BatchReport evaluate(List<Sample> batch, EvaluationStep step) {
        NeuronTrace output = network.forward(input(model, batch), false);
        BatchLoss loss = BatchLoss.of(output, labels(batch), step.loss());
        return report(batch, output, loss.value(), step.readOut(), Double.NaN);
    }

    /** The inputs of samples side by side. */
    public static Sequence input(Model model, List<Sample> batch) {
        if (batch.isEmpty()) {
            throw new IllegalArgumentException("a batch needs at least one sample");
        }
        int steps = batch.get(0).input().steps();
        Sequence sequence = Sequence.zeros(steps, batch.size(), model.input().size());
        for (int b = 0; b < batch.size(); b++) {
            SampleInput input = batch.get(b).input();
            if (input.steps() != steps || input.size() != sequence.size()) {
                throw new IllegalArgumentException("a sample has " + input.steps() + " steps of " + input.size()
                        + " values, expected " + steps + " of " + sequence.size());
            }
            for (int t = 0; t < steps; t++) {
                for (int i = 0; i < sequence.size(); i++) {
                    sequence.values()[sequence.row(t, b) + i] = input.at(t, i);
                }
            }
        }
        return sequence;
    }

    private static int[] labels(List<Sample> batch) {
        return batch.stream().mapToInt(Sample::label).toArray();
    }

    private BatchReport report(List<Sample> batch, NeuronTrace output, double loss, ReadOut readOut, double norm) {
        Sequence spikes = output.spikes();
        double[][] scores = new double[batch.size()][];
        int[] decisions = new int[batch.size()];
        SampleOutput sample = new SampleOutput(spikes.steps(), spikes.size());
        for (int b = 0; b < batch.size(); b++) {
            sample.begin(batch.get(b).label(), b);
            for (int t = 0; t < spikes.steps(); t++) {
                for (int c = 0; c < spikes.size(); c++) {
                    sample.set(t, c, spikes.at(t, b, c), output.membranes().at(t, b, c));
                }
            }
            scores[b] = readOut.scores(sample);
            decisions[b] = readOut.decide(scores[b], spikes.steps());
        }
        return new BatchReport(loss, scores, decisions, activity(), norm);
    }

    private List<LayerActivity> activity() {
        List<LayerActivity> activity = new ArrayList<>();
        for (int i = 0; i < model.layers().size(); i++) {
            if (model.layers().get(i) instanceof FiringLayer neurons) {
                Sequence spikes = network.trace(i).spikes();
                long[] counts = new long[spikes.size()];
                for (int k = 0; k < spikes.values().length; k++) {
                    counts[k % counts.length] += spikes.values()[k] != 0 ? 1 : 0;
                }
                activity.add(new LayerActivity(i, neurons.fires(), counts, spikes.rows()));
            }
        }
        return activity;
    }

    /** Gradients of the latest training step, in the order of {@link Model#allParameters}; live. */
    public List<double[]> gradients() {
        return network.allGradients();
    }

    @Override
    public void store() {
        for (int p = 0; p < values.size(); p++) {
            System.arraycopy(values.get(p), 0, model.allParameters().get(p).values(), 0, values.get(p).length);
        }
    }

    @Override
    public void load() {
        for (int p = 0; p < values.size(); p++) {
            System.arraycopy(model.allParameters().get(p).values(), 0, values.get(p), 0, values.get(p).length);
        }
    }

    @Override
    public OptimiserState optimiserState() {
        return optimiser.state();
    }

    @Override
    public void restore(OptimiserState state) {
        optimiser.restore(state);
    }

    @Override
    public void close() {
        // Holds nothing.
    }

    /**
     * The loss of a batch and its gradients.
     *
     * @param value mean over the samples
     * @param spikeGradient with respect to the spikes of the output neurons
     * @param membraneGradient with respect to their potentials
     */
    public record BatchLoss(double value, Sequence spikeGradient, Sequence membraneGradient) {

        /**
         * Evaluates a loss.
         *
         * @param output spikes and potentials of the output neurons
         * @param labels class of each sample
         */
        public static BatchLoss of(NeuronTrace output, int[] labels, Loss loss) {
            Sequence spikes = output.spikes();
            int batch = spikes.batch();
            Sequence spikeGradient = spikes.zerosOf(spikes.size());
            Sequence membraneGradient = spikes.zerosOf(spikes.size());
            SampleOutput sample = new SampleOutput(spikes.steps(), spikes.size());
            double sum = 0;
            for (int b = 0; b < batch; b++) {
                sample.begin(labels[b], b);
                for (int t = 0; t < spikes.steps(); t++) {
                    for (int c = 0; c < spikes.size(); c++) {
                        sample.set(t, c, spikes.at(t, b, c), output.membranes().at(t, b, c));
                    }
                }
                sum += loss.evaluate(sample);
                for (int t = 0; t < spikes.steps(); t++) {
                    for (int c = 0; c < spikes.size(); c++) {
                        int k = spikes.row(t, b) + c;
                        spikeGradient.values()[k] = sample.spikeGradient(t, c) / batch;
                        membraneGradient.values()[k] = sample.membraneGradient(t, c) / batch;
                    }
                }
            }
            return new BatchLoss(sum / batch, spikeGradient, membraneGradient);
        }
    }
}
