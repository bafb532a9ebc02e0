package ganglion.learning.fast;

import static ganglion.learning.Closeness.assertRelativelyClose;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import ganglion.learning.RandomNetworks;
import ganglion.learning.engine.Engine.EvaluationStep;
import ganglion.learning.engine.Engine.TrainingStep;
import ganglion.learning.engine.ReadOut;
import ganglion.learning.loss.SpikePenalty;
import ganglion.learning.model.Dense;
import ganglion.learning.model.FiringLayer.Recurrence;
import ganglion.learning.model.Layer;
import ganglion.learning.model.Layer.BatchNormalisation;
import ganglion.learning.model.Layer.Convolution;
import ganglion.learning.model.Layer.Dropout;
import ganglion.learning.model.Layer.Flatten;
import ganglion.learning.model.Layer.Gain;
import ganglion.learning.model.Layer.Pooling;
import ganglion.learning.model.LayerShape.Window;
import ganglion.learning.model.Model;
import ganglion.learning.model.Neurons;
import ganglion.learning.model.Neurons.ResetRule;
import ganglion.learning.model.Parameter;
import ganglion.learning.model.Setting;
import ganglion.learning.optimiser.Rule;
import ganglion.learning.optimiser.Rule.AdamRule;
import ganglion.learning.optimiser.Rule.SgdRule;
import ganglion.learning.oracle.TapeNetwork;
import ganglion.learning.reference.ReferenceNetwork;
import ganglion.learning.sample.Sample;
import ganglion.learning.surrogate.Surrogate.FastSigmoid;
import ganglion.runtime.ThreadedTasks;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Batch normalisation in single precision, in random small networks, does what the oracle does. */
class NormalisationTest {

    private static final int NETWORKS = 60;
    private static final Rule STILL = new SgdRule(1e-12, 0, false, 0);
    private static final List<RandomNetworks.Inputs> INPUTS = RandomNetworks.inputs();

    /** A network with one to four layers of normalisation, with samples for it. */
    private record Case(Model model, RandomNetworks.Inputs inputs, Random random) {

        static Case of(int seed) {
            Random random = new Random(seed);
            List<Layer> layers = new ArrayList<>();
            if (random.nextInt(3) == 0) {
                layers.add(pick(random, new Gain(0.75, true), new Dropout(0.25)));
            }
            if (random.nextInt(3) == 0) {
                layers.add(normalisation(random));
            }
            layers.add(pick(random, new Dense(7, false), new Convolution(3, Window.square(3, 1, 1), true)));
            layers.add(normalisation(random));
            if (random.nextInt(4) == 0) {
                layers.add(pick(random, new Dense(9, true), new Dropout(0.25)));
            } else if (layers.get(layers.size() - 2) instanceof Convolution) {
                layers.add(pick(random, new Flatten(), new Pooling(Window.along(2, 2, 0), true)));
            }
            layers.add(hidden(random));
            layers.add(new Dense(RandomNetworks.CLASSES, true));
            if (random.nextBoolean()) {
                layers.add(normalisation(random));
            }
            layers.add(random.nextBoolean() ? neurons(Neurons.leaky(0.875)) : Neurons.integrator(0.875));
            Model model = RandomNetworks.model(layers, seed);
            Case made = new Case(model, INPUTS.get(random.nextInt(INPUTS.size())), random);
            made.shake();
            return made;
        }

        /** Weights and shifts of normalisation that are not what they begin as. */
        private void shake() {
            for (int i = 0; i < model.layers().size(); i++) {
                for (Parameter parameter : model.parameters(i)) {
                    for (int k = 0; model.layers().get(i) instanceof BatchNormalisation && k < parameter.size(); k++) {
                        parameter.values()[k] += (float) (0.5 * random.nextDouble());
                    }
                }
            }
        }

        private static Layer normalisation(Random random) {
            return new BatchNormalisation(1, 0.75 + random.nextInt(3) / 4.0, 0.25, 1e-3);
        }

        private static Neurons neurons(Neurons kind) {
            return kind.withSettings(
                            Setting.learnedPerNeuron(0.75),
                            Setting.learnedPerNeuron(0.875),
                            Setting.learnedPerNeuron(1))
                    .withSurrogate(new FastSigmoid(4));
        }

        private static Layer hidden(Random random) {
            Neurons leaky = neurons(Neurons.leaky(0.875));
            return pick(
                    random,
                    leaky,
                    leaky.withReset(ResetRule.ZERO, true),
                    leaky.withRecurrence(Recurrence.ALL_TO_ALL),
                    neurons(Neurons.synaptic(0.75, 0.875)));
        }

        private static Layer pick(Random random, Layer... of) {
            return of[random.nextInt(of.length)];
        }

        /** Gradients of one or two samples that are the same at all steps cancel, and show nothing but rounding. */
        List<Sample> batch(int number) {
            int least = INPUTS.indexOf(inputs) % 2 == 0 ? 1 : 3;
            return RandomNetworks.samples(least + random.nextInt(11), 2 + random.nextInt(6), inputs, number);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void doesWhatTheReferenceDoes(int threads) {
        for (int seed = 0; seed < NETWORKS; seed++) {
            Case made = Case.of(seed);
            List<Sample> batch = made.batch(seed);
            TrainingStep step = new TrainingStep(
                    3,
                    new Probe(),
                    new SpikePenalty(0.1, 2, 0.1),
                    1e-12,
                    Double.POSITIVE_INFINITY,
                    ReadOut.SPIKE_COUNT);
            EvaluationStep evaluation = new EvaluationStep(step.loss(), ReadOut.SPIKE_COUNT);
            Model copy = made.model.copy();
            TapeNetwork reference = new TapeNetwork(made.model, seed);
            FastEngine fast = new FastEngine(copy, STILL, seed, new ThreadedTasks(threads));
            String what = "network " + seed;
            EngineParity.assertSameStep(what, copy, reference, fast, batch, step);
            EngineParity.assertSameReport(
                    what,
                    new ReferenceNetwork(made.model).evaluate(batch, evaluation),
                    fast.evaluate(batch, evaluation));
            fast.store();
            for (int p = 0; p < copy.allParameters().size(); p++) {
                double[] values = made.model.allParameters().get(p).values();
                assertRelativelyClose(
                        "value " + p, values, copy.allParameters().get(p).values(), 1e-6);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void threadsDoNotChangeABit(int threads) {
        for (int seed = 0; seed < NETWORKS; seed += 3) {
            List<double[]> one = trained(seed, 1);
            List<double[]> more = trained(seed, threads);

            for (int p = 0; p < one.size(); p++) {
                assertArrayEquals(one.get(p), more.get(p), "network " + seed);
            }
            Model fresh = Case.of(seed).model;
            assertFalse(Arrays.equals(fresh.allParameters().get(0).values(), one.get(0)), "it has learned something");
        }
    }

    private static List<double[]> trained(int seed, int threads) {
        Case made = Case.of(seed);
        FastEngine engine =
                new FastEngine(made.model, AdamRule.of(AdamRule.Variant.NADAM, 0.01), seed, new ThreadedTasks(threads));
        for (int i = 0; i < 4; i++) {
            engine.train(made.batch(i), TrainingStep.of(i, new Probe(), 0.01));
        }
        engine.store();
        return made.model.allParameters().stream().map(Parameter::values).toList();
    }
}
