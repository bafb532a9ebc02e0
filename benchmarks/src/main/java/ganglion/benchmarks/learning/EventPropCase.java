package ganglion.benchmarks.learning;

import ganglion.kernel.parallel.TaskRunner;
import ganglion.learning.engine.Engine.EvaluationStep;
import ganglion.learning.engine.ReadOut;
import ganglion.learning.eventprop.DelayedSynapses;
import ganglion.learning.eventprop.EventNetwork;
import ganglion.learning.eventprop.EventNetwork.EventLayer;
import ganglion.learning.eventprop.EventNetwork.EventReadOut;
import ganglion.learning.eventprop.ExponentialDynamics;
import ganglion.learning.eventprop.forward.EventRun;
import ganglion.learning.eventprop.train.EventSample;
import ganglion.learning.fast.FastEngine;
import ganglion.learning.loss.Loss.CrossEntropyMaxMembrane;
import ganglion.learning.model.Dense;
import ganglion.learning.model.FiringLayer.Recurrence;
import ganglion.learning.model.LayerShape;
import ganglion.learning.model.Model;
import ganglion.learning.model.Neurons;
import ganglion.learning.optimiser.Rule.AdamRule;
import ganglion.learning.sample.Sample;
import ganglion.learning.sample.SpikeInput;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;

/**
 * Networks with 700 inputs, 256 hidden neurons and 20 outputs for both engines, scaled so that hidden neurons fire as often as inputs.
 *
 * @param steps of a sample
 * @param activity share of the steps in which an input fires; time constants are as long as it is small, so that finer steps change
 *     neither the number of spikes nor what neurons do with them
 */
record EventPropCase(int steps, double activity) {

    static final int HIDDEN = 256;

    private static final int INPUTS = 700;
    private static final int CLASSES = 20;
    /** Time constant of the membrane as a share of the mean time between two spikes of an input; that of the synapse is half of it. */
    private static final double MEMBRANE = 0.2;

    /** Weights among hidden neurons, as a share of fresh ones: larger ones keep the neurons firing by themselves. */
    private static final double RECURRENT = 0.3;

    private static final int HALVINGS = 12;

    private double membrane() {
        return MEMBRANE / activity;
    }

    /** Samples of random spikes. */
    List<Sample> samples(int count) {
        SplittableRandom random = new SplittableRandom(1);
        List<Sample> samples = new ArrayList<>();
        for (int b = 0; b < count; b++) {
            int[] starts = new int[steps + 1];
            int[] neurons = new int[steps * INPUTS];
            int spikes = 0;
            for (int t = 0; t < steps; t++) {
                for (int i = 0; i < INPUTS; i++) {
                    if (random.nextDouble() < activity) {
                        neurons[spikes++] = i;
                    }
                }
                starts[t + 1] = spikes;
            }
            samples.add(new Sample(new SpikeInput(INPUTS, starts, Arrays.copyOf(neurons, spikes)), b % CLASSES));
        }
        return samples;
    }

    /** For back-propagation through time. */
    Model model(boolean recurrent, boolean synaptic, List<Sample> batch) {
        double alpha = Math.exp(-2 / membrane());
        double beta = Math.exp(-1 / membrane());
        Neurons hidden = synaptic ? Neurons.synaptic(alpha, beta) : Neurons.leaky(beta);
        Model[] model = new Model[1];
        scale(factor -> {
            model[0] = Model.create(
                    LayerShape.of(INPUTS),
                    List.of(
                            new Dense(HIDDEN, false),
                            recurrent ? hidden.withRecurrence(Recurrence.ALL_TO_ALL) : hidden,
                            new Dense(CLASSES, false),
                            Neurons.integrator(beta)),
                    1);
            double[] weights = model[0].parameter(0, "weight").values();
            Arrays.setAll(weights, i -> weights[i] * factor);
            if (recurrent) {
                double[] among = model[0].parameter(1, "recurrent_weight").values();
                Arrays.setAll(among, i -> among[i] * RECURRENT);
            }
            AdamRule rule = AdamRule.of(AdamRule.Variant.ADAM, 1e-5);
            try (FastEngine engine = new FastEngine(model[0], rule, 0, TaskRunner.SEQUENTIAL)) {
                EvaluationStep step = new EvaluationStep(new CrossEntropyMaxMembrane(), ReadOut.MAX_MEMBRANE);
                return engine.evaluate(batch.subList(0, 1), step)
                        .activity()
                        .get(0)
                        .rate();
            }
        });
        return model[0];
    }

    /** For EventProp. */
    EventNetwork network(boolean recurrent, List<Sample> batch) {
        ExponentialDynamics dynamics = new ExponentialDynamics(membrane(), membrane() / 2);
        EventSample sample = EventSample.of(batch.get(0));
        EventNetwork[] network = new EventNetwork[1];
        scale(factor -> {
            SplittableRandom random = new SplittableRandom(1);
            EventLayer hidden = new EventLayer(
                    dynamics,
                    1,
                    synapses(INPUTS, HIDDEN, factor, random),
                    recurrent ? Optional.of(synapses(HIDDEN, HIDDEN, RECURRENT, random)) : Optional.empty());
            network[0] = new EventNetwork(
                    List.of(hidden), Optional.of(new EventReadOut(dynamics, synapses(HIDDEN, CLASSES, 1, random))));
            EventRun run = EventRun.of(network[0], sample.input(), sample.duration());
            return run.lastSpikes().size() / (sample.duration() * HIDDEN);
        });
        return network[0];
    }

    private static DelayedSynapses synapses(int sources, int targets, double factor, SplittableRandom random) {
        double bound = factor / Math.sqrt(sources);
        double[] weights =
                random.doubles((long) sources * targets, -bound, bound).toArray();
        return new DelayedSynapses(sources, targets, weights, 1);
    }

    private void scale(DoubleUnaryOperator rate) {
        double low = 0.1;
        double high = 100;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = Math.sqrt(low * high);
            if (rate.applyAsDouble(middle) < activity) {
                low = middle;
            } else {
                high = middle;
            }
        }
    }
}
