package ganglion.learning.fast;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.kernel.parallel.TaskRunner;
import ganglion.learning.RandomNetworks;
import ganglion.learning.delay.SynapseDelays;
import ganglion.learning.engine.Engine.BatchReport;
import ganglion.learning.engine.Engine.EvaluationStep;
import ganglion.learning.engine.Engine.TrainingStep;
import ganglion.learning.engine.ReadOut;
import ganglion.learning.model.Dense;
import ganglion.learning.model.Layer;
import ganglion.learning.model.Layer.BatchNormalisation;
import ganglion.learning.model.Model;
import ganglion.learning.model.Neurons;
import ganglion.learning.model.Parameter;
import ganglion.learning.optimiser.Rule;
import ganglion.learning.optimiser.Rule.AdamRule;
import ganglion.learning.optimiser.Rule.SgdRule;
import ganglion.learning.oracle.TapeNetwork;
import ganglion.learning.sample.Sample;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Networks whose synapses have delays. */
class DelayedNetworksTest {

    private static final int SEED = 5;
    private static final int STEPS = 20;
    private static final Rule STILL = new SgdRule(1e-12, 0, false, 0);

    private static SynapseDelays delays(int longest, double width, boolean learned) {
        return new SynapseDelays(longest, 1, learned, width, 0.5, 0.5);
    }

    private static List<Layer> layers(boolean learned) {
        return List.of(
                new Dense(10, true, delays(6, 3, learned)),
                Neurons.leaky(0.875),
                new Dense(RandomNetworks.CLASSES, true),
                Neurons.leaky(0.875));
    }

    /** As a layer is frozen for a training that starts from a model. */
    private static Model frozen(Model model) {
        List<List<Parameter>> parameters = new ArrayList<>();
        for (int layer = 0; layer < model.layers().size(); layer++) {
            boolean kept = layer < 2;
            parameters.add(model.parameters(layer).stream()
                    .map(own -> kept ? new Parameter(own.name(), own.shape(), false, own.values()) : own)
                    .toList());
        }
        return new Model(model.input(), model.layers(), parameters);
    }

    private static BatchReport[] trainedAndEvaluated(Model model) {
        List<Sample> batch = RandomNetworks.samples(7, STEPS, RandomNetworks::spikes, SEED);
        FastEngine engine = new FastEngine(model, STILL, SEED, TaskRunner.SEQUENTIAL);
        return new BatchReport[] {
            engine.train(batch, TrainingStep.of(0, new Probe(), 1e-12)),
            engine.evaluate(batch, new EvaluationStep(new Probe(), ReadOut.SPIKE_COUNT))
        };
    }

    private static void assertSameInTrainingAsInEvaluation(Model model) {
        BatchReport[] reports = trainedAndEvaluated(model);

        assertEquals(reports[1].loss(), reports[0].loss(), 1e-6 * Math.abs(reports[1].loss()));
        for (int layer = 0; layer < 2; layer++) {
            assertArrayEquals(
                    reports[1].activity().get(layer).spikesByNeuron(),
                    reports[0].activity().get(layer).spikesByNeuron());
        }
        assertTrue(reports[0].activity().get(0).rate() > 0.02, "a silent network shows nothing");
    }

    @Test
    void delaysThatAreNotLearnedAreRoundedInTrainingToo() {
        assertSameInTrainingAsInEvaluation(RandomNetworks.model(layers(false), SEED));
    }

    @Test
    void soAreThoseOfFrozenLayers() {
        assertSameInTrainingAsInEvaluation(frozen(RandomNetworks.model(layers(true), SEED)));
    }

    /** A penalty of so much would pull all delays to 0 in a step. */
    @ParameterizedTest
    @MethodSource("rulesThatDecay")
    void weightDecayShrinksWeightsAndNoDelays(Rule rule) {
        List<Layer> layers = layers(true);
        Model model = RandomNetworks.model(layers, SEED);
        Model before = model.copy();
        FastEngine engine = new FastEngine(model, rule, SEED, TaskRunner.SEQUENTIAL);
        TrainingStep step = TrainingStep.of(0, new Probe(), rule.learningRate());
        engine.train(RandomNetworks.samples(7, STEPS, RandomNetworks::spikes, SEED), step);
        engine.store();
        for (int p = 0; p < before.allParameters().size(); p++) {
            Parameter then = before.allParameters().get(p);
            double[] now = model.allParameters().get(p).values();
            double kept = Arrays.stream(now).map(Math::abs).sum()
                    / Arrays.stream(then.values()).map(Math::abs).sum();
            if (then.name().equals("delay")) {
                assertEquals(1, kept, 0.01, then.name());
            } else if (then.name().endsWith("weight")) {
                assertEquals(0.5, kept, 0.02, then.name());
            }
        }
    }

    /** Each halves weights in its first step, and hardly follows the gradient. */
    static Stream<Rule> rulesThatDecay() {
        double rate = 1e-7;
        return Stream.of(
                new SgdRule(rate, 0, false, 0.5 / rate),
                new AdamRule(AdamRule.Variant.ADAMW, rate, 0.9, 0.999, 1e-8, 0.5 / rate, 0.004));
    }

    private static List<Layer> longDelays(SynapseDelays delays) {
        return List.of(
                new Dense(10, true, delays),
                Neurons.leaky(0.875),
                new Dense(RandomNetworks.CLASSES, false, delays),
                BatchNormalisation.of(1),
                Neurons.leaky(0.875));
    }

    /** Steps of the samples, bounds and widths: narrow spreads with a long bound, and bounds that are longer than the samples. */
    static Stream<Arguments> longDelays() {
        return Stream.of(
                Arguments.of(80, new SynapseDelays(70, 1, true, 0.5, 0.5, 1)),
                Arguments.of(80, new SynapseDelays(40, 1, true, 0.25, 0.25, 1)),
                Arguments.of(17, new SynapseDelays(70, 1, true, 0.5, 0.5, 1)),
                Arguments.of(17, new SynapseDelays(40, 1, true, 12, 0.5, 0.5)),
                Arguments.of(1, new SynapseDelays(2, 1, true, 1, 0.5, 0.5)),
                Arguments.of(80, new SynapseDelays(70, 1, true, 12, 0.5, 0.5)));
    }

    /** One engine each, from the first width over one between to the last. */
    @ParameterizedTest
    @MethodSource("longDelays")
    void followsTheOracleWhileTheSpreadNarrows(int steps, SynapseDelays delays) {
        Model model = RandomNetworks.model(longDelays(delays), SEED);
        TapeNetwork reference = new TapeNetwork(model.copy(), SEED);
        FastEngine fast = new FastEngine(model, STILL, SEED, TaskRunner.SEQUENTIAL);
        for (double progress : new double[] {0, 0.25, 0.75}) {
            List<Sample> batch = RandomNetworks.samples(3, steps, RandomNetworks::spikes, SEED);
            // Not even a little: where a step lies just three widths from a delay, it would lose its share.
            TrainingStep step = TrainingStep.of(0, new Probe(), 0).at(progress);

            BatchReport report = EngineParity.assertSameStep("at " + progress, model, reference, fast, batch, step);

            assertTrue(steps == 1 || report.activity().get(0).rate() > 0.02, "a silent network shows nothing");
        }
    }

    /** Batches of other sizes and steps, longer and shorter ones, as at the end of an epoch: to the bit what an engine does that had none before. */
    @Test
    void aBatchLeavesNothingBehindForTheNextOfAnotherSize() {
        Model model = RandomNetworks.model(longDelays(new SynapseDelays(12, 1, true, 4, 0.5, 0.5)), SEED);
        FastEngine used = new FastEngine(model.copy(), STILL, SEED, TaskRunner.SEQUENTIAL);
        int[][] batches = {{12, 20}, {5, 33}, {1, 7}, {12, 9}, {14, 20}, {3, 40}};
        for (int[] size : batches) {
            for (double progress : new double[] {0, 0.75}) {
                List<Sample> batch = RandomNetworks.samples(size[0], size[1], RandomNetworks::spikes, size[1]);
                TrainingStep step = TrainingStep.of(0, new Probe(), 0).at(progress);
                FastEngine fresh = new FastEngine(model.copy(), STILL, SEED, TaskRunner.SEQUENTIAL);
                assertEquals(
                        fresh.train(batch, step).loss(), used.train(batch, step).loss());
                for (int p = 0; p < fresh.gradients().size(); p++) {
                    assertArrayEquals(fresh.gradients().get(p), used.gradients().get(p), "gradient " + p);
                }
                EvaluationStep evaluation = new EvaluationStep(new Probe(), ReadOut.SPIKE_COUNT);
                used.evaluate(batch.subList(0, 1), evaluation);
            }
        }
    }
}
