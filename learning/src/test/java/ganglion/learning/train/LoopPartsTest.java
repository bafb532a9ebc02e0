package ganglion.learning.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.learning.engine.Engine;
import ganglion.learning.engine.Engine.BatchReport;
import ganglion.learning.engine.Engine.EvaluationStep;
import ganglion.learning.engine.LayerActivity;
import ganglion.learning.engine.ReadOut;
import ganglion.learning.loss.Loss.CrossEntropyRate;
import ganglion.learning.loss.SampleOutput;
import ganglion.learning.optimiser.Rule.SgdRule;
import ganglion.learning.sample.Sample;
import ganglion.learning.sample.Sample.ConstantInput;
import ganglion.learning.train.DataSet.EpochOrder;
import ganglion.learning.train.Evaluator.Evaluation;
import ganglion.learning.train.Trainer.LayerWarnings;
import ganglion.learning.train.TrainingPlan.ClassBalance;
import ganglion.learning.train.TrainingPlan.EpochCriterion;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The parts of the training loop one by one: order, balance, read-outs, warnings, merit. */
class LoopPartsTest {

    /** Samples of three classes: 7, 3 and 1 of them. */
    private static final int[] LABELS = {0, 0, 1, 0, 2, 0, 1, 0, 0, 1, 0};

    private static DataSet data() {
        List<Sample> samples = new ArrayList<>();
        for (int label : LABELS) {
            samples.add(new Sample(new ConstantInput(new float[] {1}, 2), label));
        }
        return DataSet.of(samples);
    }

    private static int[] counts(int[] order) {
        int[] counts = new int[3];
        for (int index : order) {
            counts[LABELS[index]]++;
        }
        return counts;
    }

    @ParameterizedTest
    @EnumSource(ClassBalance.class)
    void anEpochIsAFunctionOfSeedAndNumber(ClassBalance balance) {
        int[] order = EpochOrder.of(data(), balance, 5, 2);

        assertArrayEquals(order, EpochOrder.of(data(), balance, 5, 2));
        assertFalse(Arrays.equals(order, EpochOrder.of(data(), balance, 6, 2)), "another seed");
        boolean moves = false;
        for (int epoch = 3; epoch < 8; epoch++) {
            moves |= !Arrays.equals(order, EpochOrder.of(data(), balance, 5, epoch));
        }
        assertTrue(moves, "epochs differ");
    }

    @Test
    void withoutBalanceEachSampleComesOnce() {
        int[] order = EpochOrder.of(data(), ClassBalance.NONE, 5, 0);

        Arrays.sort(order);
        for (int i = 0; i < LABELS.length; i++) {
            assertEquals(i, order[i]);
        }
    }

    @Test
    void balanceRepeatsTheFew() {
        assertArrayEquals(new int[] {7, 3, 1}, counts(EpochOrder.of(data(), ClassBalance.NONE, 5, 0)));
        assertArrayEquals(new int[] {7, 7, 7}, counts(EpochOrder.of(data(), ClassBalance.REPEAT_FEW, 5, 0)));
    }

    private static SampleOutput output() {
        SampleOutput output = new SampleOutput(4, 3);
        output.begin(0, 0);
        double[][] spikes = {{0, 0, 0}, {1, 0, 0}, {0, 1, 0}, {1, 1, 0}};
        double[][] membranes = {{0.1, -1, 3}, {2, 0, 0}, {0.3, 1.5, 0}, {1.2, 1.1, 0}};
        for (int t = 0; t < 4; t++) {
            for (int c = 0; c < 3; c++) {
                output.set(t, c, spikes[t][c], membranes[t][c]);
            }
        }
        return output;
    }

    @Test
    void readOutsScoreSpikesAndPotentials() {
        assertArrayEquals(new double[] {2, 2, 0}, ReadOut.SPIKE_COUNT.scores(output()));
        assertArrayEquals(new double[] {3, 2, 0}, ReadOut.FIRST_SPIKE.scores(output()));
        assertArrayEquals(new double[] {0.9, 0.4, 0.75}, ReadOut.MEAN_MEMBRANE.scores(output()), 1e-12);
        assertArrayEquals(new double[] {2, 1.5, 3}, ReadOut.MAX_MEMBRANE.scores(output()));
    }

    @ParameterizedTest
    @CsvSource({
        "SPIKE_COUNT, 20, 0",
        "SPIKE_COUNT, 21, 1",
        "FIRST_SPIKE, 20, 0",
        "MEAN_MEMBRANE, 0.5, 0",
        "MEAN_MEMBRANE, 0.51, 1",
        "MAX_MEMBRANE, 0.6, 1"
    })
    void aSingleOutputTellsTwoClasses(ReadOut readOut, double score, int expected) {
        assertEquals(expected, readOut.decide(new double[] {score}, 40));
    }

    @Test
    void activityKnowsItsRateAndItsDeadAndSaturatedNeurons() {
        LayerActivity activity = new LayerActivity(2, true, new long[] {0, 10, 4, 0}, 10);
        LayerActivity other = new LayerActivity(2, true, new long[] {1, 9, 0, 0}, 10);

        assertEquals(14.0 / 4 / 10, activity.rate());
        assertEquals(2, activity.deadNeurons());
        assertEquals(1, activity.saturatedNeurons(0.95));
        LayerActivity both = activity.plus(other);
        assertArrayEquals(new long[] {1, 19, 4, 0}, both.spikesByNeuron());
        assertEquals(20, both.neuronSteps());
        assertEquals(1, both.deadNeurons());
        assertEquals(0, both.saturatedNeurons(0.95));
        assertEquals(2, both.layer());
    }

    @Test
    void neuronsThatOnlyIntegrateAreNotDead() {
        LayerActivity integrators = new LayerActivity(3, false, new long[] {0, 0}, 10);

        LayerActivity both = integrators.plus(integrators);

        assertEquals(0, both.deadNeurons());
        assertFalse(both.fires());
        assertEquals(0, both.rate());
    }

    @Test
    void warningsNameTheLayerAndTheNumber() {
        LayerActivity dead = new LayerActivity(1, true, new long[] {0, 0, 3, 0}, 10);
        LayerActivity busy = new LayerActivity(3, true, new long[] {10, 10}, 10);
        LayerActivity silentReadOut = new LayerActivity(5, true, new long[] {0, 0}, 10);
        LayerActivity integrator = new LayerActivity(5, false, new long[] {0, 0}, 10);

        assertEquals(
                List.of(
                        "layer 1: 3 of 4 neurons never fire: 0, 1, 3",
                        "layer 3: 2 of 2 neurons fire almost always",
                        "layer 5: 2 of 2 neurons never fire"),
                LayerWarnings.of(List.of(dead, busy, silentReadOut), 1));
        assertEquals(2, LayerWarnings.of(List.of(dead, busy, integrator), 1).size(), "an integrator never fires");
        assertEquals(
                List.of("the gradients have the length 0.0: nothing is learned"),
                LayerWarnings.of(List.of(integrator), 0));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, Double.NaN, Double.POSITIVE_INFINITY})
    void gradientsThatTeachNothingAreWorthAWarning(double norm) {
        LayerActivity fine = new LayerActivity(1, true, new long[] {3, 4}, 10);

        assertTrue(LayerWarnings.of(List.of(fine), norm).get(0).startsWith("the gradients have the length "));
        assertTrue(LayerWarnings.of(List.of(fine), 0.5).isEmpty());
    }

    /** An engine that decides what it is told to, at a given loss, and scores its decisions with 1. */
    private record Decided(double loss, int... decisions) implements Engine {

        @Override
        public BatchReport evaluate(List<Sample> batch, EvaluationStep step) {
            double[][] scores = new double[batch.size()][2];
            for (int i = 0; i < scores.length; i++) {
                scores[i][decisions[i]] = 1;
            }
            return new BatchReport(loss, scores, decisions, List.of(), Double.NaN);
        }

        /** What it makes of six samples, four of class 0 and two of class 1. */
        Evaluation evaluation() {
            List<Sample> samples = new ArrayList<>();
            for (int k = 0; k < 6; k++) {
                samples.add(new Sample(new ConstantInput(new float[] {1}, 2), k < 4 ? 0 : 1));
            }
            EvaluationStep step = new EvaluationStep(new CrossEntropyRate(), ReadOut.SPIKE_COUNT);
            return Evaluator.evaluate(this, DataSet.of(samples), 6, step);
        }
    }

    @Test
    void selectionsPreferWhatTheirNamesSay() {
        Evaluation sure = new Decided(0.2, 0, 0, 0, 0, 0, 0).evaluation();
        Evaluation fair = new Decided(0.4, 0, 0, 1, 1, 1, 1).evaluation();

        assertTrue(EpochCriterion.LOSS.merit(sure) > EpochCriterion.LOSS.merit(fair));
        assertEquals(4.0 / 6, EpochCriterion.ACCURACY.merit(sure), 1e-15);
        assertEquals(4.0 / 6, EpochCriterion.ACCURACY.merit(fair), 1e-15);
        assertEquals(2, fair.confusion().count(0, 1));
        assertEquals(0.75, RankStatistic.areaUnderCurve(new double[] {0, 0, 1, 1, 1, 1}, new boolean[] {
            false, false, false, false, true, true
        }));
    }

    @Test
    void plansOfNothingAreRefused() {
        TrainingPlan.Descent descent = TrainingPlan.Descent.of(new SgdRule(0.5, 0, false, 0));

        assertThrows(
                IllegalArgumentException.class,
                () -> new TrainingPlan.Selection(ReadOut.SPIKE_COUNT, EpochCriterion.LOSS, -1));
        assertThrows(
                IllegalArgumentException.class, () -> new TrainingPlan.Descent(descent.rule(), descent.schedule(), 0));
        assertThrows(IllegalArgumentException.class, () -> TrainingPlan.of(7, 0, 5, new CrossEntropyRate()));
        assertThrows(IllegalArgumentException.class, () -> TrainingPlan.of(7, 3, 0, new CrossEntropyRate()));
    }
}
