package ganglion.learning.reference;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.learning.engine.Engine.BatchReport;
import ganglion.learning.engine.Engine.EvaluationStep;
import ganglion.learning.engine.Engine.TrainingStep;
import ganglion.learning.engine.ReadOut;
import ganglion.learning.loss.Loss;
import ganglion.learning.loss.Loss.CrossEntropyMeanMembrane;
import ganglion.learning.loss.SpikePenalty;
import ganglion.learning.model.Dense;
import ganglion.learning.model.LayerShape;
import ganglion.learning.model.Model;
import ganglion.learning.model.Neurons;
import ganglion.learning.optimiser.Rule;
import ganglion.learning.optimiser.Rule.AdamRule;
import ganglion.learning.optimiser.Rule.SgdRule;
import ganglion.learning.reference.layer.Sequence;
import ganglion.learning.sample.Sample;
import ganglion.learning.sample.Sample.DenseInput;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What the engine in double precision does with a model, its weights and its optimiser. */
class ReferenceEngineTest {

    private static final Loss LOSS = new CrossEntropyMeanMembrane();
    private static final Rule SGD = new SgdRule(0.1, 0, false, 0);
    private static final Rule ADAM = AdamRule.of(AdamRule.Variant.ADAM, 0.01);

    private final Model model = Model.create(
            LayerShape.of(4),
            List.of(new Dense(6, true), Neurons.leaky(0.75), new Dense(2, true), Neurons.integrator(0.5)),
            3);

    private static List<Sample> batch() {
        Random random = new Random(8);
        List<Sample> batch = new ArrayList<>();
        for (int b = 0; b < 5; b++) {
            float[][] rows = new float[6][4];
            for (float[] row : rows) {
                for (int i = 0; i < row.length; i++) {
                    row[i] = 3 * random.nextFloat();
                }
            }
            batch.add(new Sample(new DenseInput(rows), b % 2));
        }
        return batch;
    }

    private static TrainingStep step(long number, double largestNorm, SpikePenalty penalty) {
        return new TrainingStep(number, LOSS, penalty, 0.1, largestNorm, ReadOut.MEAN_MEMBRANE);
    }

    private static TrainingStep plainStep(long number) {
        return step(number, Double.POSITIVE_INFINITY, SpikePenalty.NONE);
    }

    private static double[] values(Model model) {
        return model.allParameters().stream()
                .flatMapToDouble(parameter -> Arrays.stream(parameter.values()))
                .toArray();
    }

    private static double[] gradients(ReferenceEngine engine) {
        return engine.gradients().stream().flatMapToDouble(Arrays::stream).toArray();
    }

    @Test
    void aStepOfGradientDescentMovesAgainstTheGradient() {
        ReferenceEngine engine = new ReferenceEngine(model, SGD, 0);
        double[] before = values(model);
        BatchReport report = engine.train(batch(), plainStep(0));
        double[] gradient = gradients(engine);

        assertArrayEquals(before, values(model), "the model changes when it is stored");
        engine.store();

        double[] after = values(model);
        int beta = before.length - 1;
        for (int i = 0; i < before.length; i++) {
            double moved = Math.abs(before[i] - after[i]);
            assertTrue(moved == 0 || Math.abs(moved - 0.1 * Math.abs(gradient[i])) < 1e-12, "value " + i);
        }
        assertTrue(before[beta] == after[beta], "decays are fixed");
        assertEquals(Math.sqrt(trainableSquares(engine)), report.gradientNorm(), 1e-9);
        double loss = engine.evaluate(batch(), new EvaluationStep(LOSS, ReadOut.MEAN_MEMBRANE))
                .loss();
        assertTrue(loss < report.loss(), report.loss() + " to " + loss);
    }

    private double trainableSquares(ReferenceEngine engine) {
        double sum = 0;
        for (int p = 0; p < model.allParameters().size(); p++) {
            if (model.allParameters().get(p).trainable()) {
                sum += Arrays.stream(engine.gradients().get(p)).map(g -> g * g).sum();
            }
        }
        return sum;
    }

    @Test
    void clippingShortensTheStepToTheLargestNorm() {
        ReferenceEngine engine = new ReferenceEngine(model, SGD, 0);
        double[] before = values(model);

        BatchReport report = engine.train(batch(), step(0, 0.01, SpikePenalty.NONE));
        engine.store();

        assertTrue(report.gradientNorm() > 0.01, "norm before clipping " + report.gradientNorm());
        double[] after = values(model);
        double moved = 0;
        for (int i = 0; i < before.length; i++) {
            moved += (after[i] - before[i]) * (after[i] - before[i]);
        }
        assertEquals(0.1 * 0.01, Math.sqrt(moved), 1e-6);
    }

    @Test
    void anEngineResumesFromStoredValuesAndTheStateOfTheOptimiser() {
        ReferenceEngine whole = new ReferenceEngine(model, ADAM, 1);
        whole.train(batch(), plainStep(0));
        whole.store();
        Model half = model.copy();
        ReferenceEngine resumed = new ReferenceEngine(half, ADAM, 1);
        resumed.restore(whole.optimiserState());

        whole.train(batch(), plainStep(1));
        whole.store();
        resumed.train(batch(), plainStep(1));
        resumed.store();

        assertArrayEquals(values(model), values(half));
        assertEquals(2, resumed.optimiserState().step());
    }

    @Test
    void loadedValuesReplaceThoseOfTheEngine() {
        EvaluationStep step = new EvaluationStep(LOSS, ReadOut.MEAN_MEMBRANE);
        ReferenceEngine engine = new ReferenceEngine(model, SGD, 0);
        double before = engine.evaluate(batch(), step).loss();
        engine.train(batch(), plainStep(0));
        assertFalse(before == engine.evaluate(batch(), step).loss());

        engine.load();

        assertEquals(before, engine.evaluate(batch(), step).loss());
    }

    @Test
    void samplesThatDoNotFitAreRefused() {
        ReferenceEngine engine = new ReferenceEngine(model, SGD, 0);
        List<Sample> mixed = List.of(batch().get(0), new Sample(new DenseInput(new float[2][4]), 0));

        assertEquals(
                "a sample has 2 steps of 4 values, expected 6 of 4",
                assertThrows(IllegalArgumentException.class, () -> engine.train(mixed, plainStep(0)))
                        .getMessage());
        assertThrows(IllegalArgumentException.class, () -> engine.train(List.of(), plainStep(0)));
        ReferenceNetwork network = new ReferenceNetwork(model, 0);
        Sequence narrow = Sequence.zeros(1, 1, 3);
        assertThrows(IllegalArgumentException.class, () -> network.forward(narrow, false));
        assertThrows(IllegalArgumentException.class, () -> new Sequence(2, 2, 2, new double[7]));
    }
}
