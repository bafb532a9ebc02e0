package ganglion.learning.fast.connection;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.cochlea.spectrum.MelScale;
import ganglion.cochlea.transfer.EarTransfer;
import ganglion.kernel.parallel.TaskRunner;
import ganglion.learning.compile.CompileException;
import ganglion.learning.compile.ModelCompiler;
import ganglion.learning.engine.Engine.TrainingStep;
import ganglion.learning.fast.FastEngine;
import ganglion.learning.loss.Loss.CrossEntropyMeanMembrane;
import ganglion.learning.model.Dense;
import ganglion.learning.model.LayerShape;
import ganglion.learning.model.LearnedBands;
import ganglion.learning.model.Model;
import ganglion.learning.model.Neurons;
import ganglion.learning.model.Setting;
import ganglion.learning.model.Span;
import ganglion.learning.optimiser.Rule.AdamRule;
import ganglion.learning.optimiser.Rule.SgdRule;
import ganglion.learning.reference.ReferenceEngine;
import ganglion.learning.sample.Sample;
import ganglion.learning.sample.Sample.DenseInput;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A whole ear that learns, in both engines: bands, levels, encoding neurons, and a network behind them. */
class LearnedBandsParityTest {

    private static final int BINS = 65;

    private static Model model() {
        LearnedBands bands = new LearnedBands(8, 0, 8_000, MelScale.SLANEY, EarTransfer.BS_1387, 125, 60, 1);
        Neurons encoder = Neurons.leaky(0).withSettings(Setting.fixed(1), Setting.learned(0.7), Setting.learned(0.9));
        return Model.create(
                        LayerShape.of(BINS), List.of(bands, encoder, new Dense(3, true), Neurons.integrator(0.9)), 3)
                .withRates(10, 0.5);
    }

    /** Each class has its own formant, so that there is something to learn. */
    private static List<Sample> samples(int count, long seed) {
        Random random = new Random(seed);
        List<Sample> samples = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            float[][] rows = new float[12][BINS];
            for (float[] row : rows) {
                for (int bin = 0; bin < BINS; bin++) {
                    double formant = 8 + 3 * (k % 3);
                    row[bin] = (float) Math.pow(10, -1 - Math.abs(bin - formant) / 5 - random.nextDouble());
                }
            }
            samples.add(new Sample(new DenseInput(rows), k % 3));
        }
        return samples;
    }

    @Test
    void oneStepOfTrainingIsTheSameInBothEngines() {
        Model fast = model();
        Model slow = model();
        AdamRule rule = AdamRule.of(AdamRule.Variant.ADAM, 0.01);
        TrainingStep step = TrainingStep.of(0, new CrossEntropyMeanMembrane(), 0.01);
        try (FastEngine one = new FastEngine(fast, rule, 0, TaskRunner.SEQUENTIAL);
                ReferenceEngine other = new ReferenceEngine(slow, rule, 0)) {
            double loss = other.train(samples(6, 1), step).loss();
            assertEquals(loss, one.train(samples(6, 1), step).loss(), 1e-5 * loss);
            one.store();
            other.store();
        }
        for (int p = 0; p < fast.allParameters().size(); p++) {
            assertArrayEquals(
                    slow.allParameters().get(p).values(),
                    fast.allParameters().get(p).values(),
                    2e-4,
                    fast.allParameters().get(p).toString());
        }
        double[] gap = fast.parameter(0, "gap").values();
        assertTrue(Arrays.stream(gap).allMatch(value -> value != 0), () -> Arrays.toString(gap));
    }

    @Test
    void layersLearnAtTheirOwnRates() {
        for (double rate : new double[] {0, 1, 3}) {
            Model model = model().withRates(rate, 0);
            try (FastEngine engine = new FastEngine(model, new SgdRule(0.01, 0, false, 0), 0, TaskRunner.SEQUENTIAL)) {
                engine.train(samples(6, 1), TrainingStep.of(0, new CrossEntropyMeanMembrane(), 0.01));
                double gradient = engine.gradients().get(0)[4];
                engine.store();
                assertEquals(-0.01 * rate * gradient, model.parameter(0, "gap").values()[4], 1e-6 * Math.abs(gradient));
            }
            assertEquals((double) 0.7f, model.parameter(1, "beta").values()[0], 1e-7);
        }
    }

    @Test
    void theSimulatorHasNoSuchLayer() {
        assertTrue(assertThrows(CompileException.class, () -> ModelCompiler.compile(model()))
                .getMessage()
                .startsWith("layer 0: learned bands are part of a front end"));
    }

    @Test
    void bandsAndEncoderLearnWithTheNetworkAndStayInTheirRange() {
        Model model = model();
        List<Sample> samples = samples(12, 2);
        try (FastEngine engine =
                new FastEngine(model, AdamRule.of(AdamRule.Variant.ADAM, 0.01), 0, TaskRunner.SEQUENTIAL)) {
            double first = 0;
            double last = 0;
            for (int k = 0; k < 60; k++) {
                last = engine.train(samples, TrainingStep.of(k, new CrossEntropyMeanMembrane(), 0.01))
                        .loss();
                first = k == 0 ? last : first;
            }
            engine.store();
            assertTrue(last < 0.8 * first, first + " to " + last);
        }
        double largest = model.layers().get(0).rangeOf("gap").high();
        assertTrue(Arrays.stream(model.parameter(0, "gap").values()).allMatch(gap -> Math.abs(gap) <= largest));
        assertTrue(model.parameter(1, "beta").values()[0] != 0.7
                && model.parameter(1, "threshold").values()[0] != 0.9);
    }

    @Test
    void aRangeOfItsOwnKeepsAThresholdInBothEngines() {
        Span range = new Span(0.85, 0.95);
        Model fast = model().withRange(1, "threshold", range).withRates(1, 500).copy();
        Model reference = fast.copy();
        List<Sample> samples = samples(12, 2);
        try (FastEngine engine =
                new FastEngine(fast, AdamRule.of(AdamRule.Variant.ADAM, 0.01), 0, TaskRunner.SEQUENTIAL)) {
            engine.train(samples, TrainingStep.of(0, new CrossEntropyMeanMembrane(), 0.01));
            engine.store();
        }
        try (ReferenceEngine engine = new ReferenceEngine(reference, AdamRule.of(AdamRule.Variant.ADAM, 0.01), 0)) {
            engine.train(samples, TrainingStep.of(0, new CrossEntropyMeanMembrane(), 0.01));
            engine.store();
        }

        double threshold = fast.parameter(1, "threshold").values()[0];
        assertEquals(range.high(), threshold, 1e-7);
        assertEquals(range.high(), reference.parameter(1, "threshold").values()[0]);
        assertThrows(IllegalArgumentException.class, () -> fast.withRange(1, "gap", range));
    }
}
