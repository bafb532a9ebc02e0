package ganglion.learning.fast;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.learning.engine.ReadOut;
import ganglion.learning.fast.StageLine.SliceInput;
import ganglion.learning.fast.arithmetic.FloatParameter;
import ganglion.learning.fast.arithmetic.SliceGradients;
import ganglion.learning.fast.arithmetic.StepInput;
import ganglion.learning.loss.Loss.CrossEntropyCount;
import ganglion.learning.loss.SampleOutput;
import ganglion.learning.loss.SpikePenalty;
import ganglion.learning.model.Neurons;
import ganglion.learning.model.Neurons.ResetRule;
import ganglion.learning.model.Parameter;
import ganglion.learning.model.Setting;
import ganglion.learning.quantise.WeightProjection;
import ganglion.learning.sample.Sample;
import ganglion.learning.sample.Sample.ConstantInput;
import ganglion.learning.sample.Sample.DenseInput;
import ganglion.learning.sample.Sample.SampleInput;
import ganglion.learning.sample.SpikeInput;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a slice is made of: its input, its loss and its penalties. */
class SlicePartsTest {

    private static final SampleInput SPIKES = new SpikeInput(3, new int[] {0, 1, 1, 3}, new int[] {2, 0, 1});
    private static final SampleInput NUMBERS = new DenseInput(new float[][] {{1, 2, 3}, {4, 5, 6}, {7, 8, 9}});
    private static final SampleInput CONSTANT = new ConstantInput(new float[] {0.5f, 0, 2}, 3);

    private static SliceInput input(SampleInput... inputs) {
        SliceInput input = new SliceInput(3);
        input.begin(Stream.of(inputs).map(one -> new Sample(one, 0)).toList(), 3);
        return input;
    }

    private static float[][] read(SliceInput input, int step) {
        StepInput to = new StepInput(3);
        input.read(step, to);
        return to.rows();
    }

    @Test
    void spikesStayAListOfSpikes() {
        SliceInput input = input(SPIKES, SPIKES);
        StepInput step = new StepInput(3);

        input.read(2, step);

        assertTrue(step.isSpikes());
        assertEquals(2, step.samples());
        assertArrayEquals(new float[][] {{1, 1, 0}, {1, 1, 0}}, step.rows());
        assertArrayEquals(new float[][] {{0, 0, 0}, {0, 0, 0}}, read(input, 1));
        assertArrayEquals(new float[][] {{0, 0, 1}, {0, 0, 1}}, read(input, 0));
    }

    @Test
    void numbersAreReadInPlace() {
        SliceInput input = input(NUMBERS, NUMBERS);

        assertSame(((DenseInput) NUMBERS).rows()[1], read(input, 1)[0]);
        assertFalse(input.isConstant());
    }

    @Test
    void constantInputsAreTheSameAtAllSteps() {
        SliceInput input = input(CONSTANT);

        assertTrue(input.isConstant());
        assertArrayEquals(new float[] {0.5f, 0, 2}, read(input, 0)[0]);
        assertArrayEquals(new float[] {0.5f, 0, 2}, read(input, 2)[0]);
        assertSame(read(input, 1)[0], input.constantRows()[0]);
    }

    @Test
    void inputsOfDifferentKindsAreRefused() {
        assertEquals(
                "found samples of different kinds of input in one batch, expected one kind",
                assertThrows(IllegalArgumentException.class, () -> input(SPIKES, NUMBERS))
                        .getMessage());
    }

    @Test
    void samplesOfAnotherSizeOrLengthAreRefused() {
        SliceInput input = new SliceInput(3);
        List<Sample> longer = List.of(new Sample(NUMBERS, 0));

        assertEquals(
                "a sample has 3 steps of 3 values, expected 2 of 3",
                assertThrows(IllegalArgumentException.class, () -> input.begin(longer, 2))
                        .getMessage());
        assertThrows(IllegalArgumentException.class, () -> new SliceInput(4).begin(longer, 3));
    }

    /** Two leaky neurons that forget at once: what they fire and show follows from the input of the same step. */
    private static NeuronStage stage(float[][]... steps) {
        Neurons neurons = Neurons.leaky(0)
                .withReset(ResetRule.NONE, true)
                .withSettings(Setting.fixed(0), Setting.fixed(0), Setting.fixed(1));
        Map<String, FloatParameter> parameters = Map.of("beta", single("beta", 0), "threshold", single("threshold", 1));
        NeuronStage stage = new NeuronStage(new FastNeuronParameters(neurons, 2, parameters), new SliceGradients());
        stage.begin(steps.length, steps[0].length);
        for (int t = 0; t < steps.length; t++) {
            stage.forward(t, steps[t]);
        }
        return stage;
    }

    private static FloatParameter single(String name, double value) {
        return new FloatParameter(
                new Parameter(name, new int[0], false, new double[] {value}), false, WeightProjection.NONE);
    }

    @Test
    void theLossOfASliceIsThatOfItsSamplesAndItsGradientsAreShares() {
        NeuronStage last = stage(new float[][] {{2, 0}, {0.5f, 3}}, new float[][] {{2, 0}, {0, 0.25f}});
        List<Sample> samples = List.of(
                new Sample(new ConstantInput(new float[1], 2), 0), new Sample(new ConstantInput(new float[1], 2), 0));
        double[][] scores = new double[5][];
        int[] decisions = new int[5];
        SliceLoss loss = new SliceLoss(3);

        loss.evaluate(samples, last, new CrossEntropyCount(), ReadOut.SPIKE_COUNT, 3, 10, scores, decisions);

        assertArrayEquals(new double[] {2, 0}, scores[3]);
        assertArrayEquals(new double[] {0, 1}, scores[4]);
        assertArrayEquals(new int[] {0, 0, 0, 0, 1}, decisions);
        SampleOutput second = new SampleOutput(2, 2);
        second.begin(0, 4);
        second.set(0, 1, 1, last.membranes()[1][1]);
        double expected = new CrossEntropyCount().evaluate(second);
        SampleOutput first = new SampleOutput(2, 2);
        first.begin(0, 3);
        first.set(0, 0, 1, 1);
        first.set(1, 0, 1, 1);
        assertEquals(new CrossEntropyCount().evaluate(first) + expected, loss.sum(), 1e-12);
        assertEquals((float) (second.spikeGradient(1, 0) / 10), loss.ofSpikes(1, 1)[0]);
        assertEquals((float) (second.membraneGradient(1, 1) / 10), loss.ofMembranes(1, 1)[1]);
    }

    @Test
    void aSliceWithoutSamplesHasNoLoss() {
        SliceLoss loss = new SliceLoss(3);

        loss.evaluate(List.of(), null, new CrossEntropyCount(), ReadOut.SPIKE_COUNT, 0, 1, null, null);

        assertEquals(0, loss.sum());
    }

    @Test
    void penaltiesCountTheSpikesOfEachNeuronAndChargeTheirShare() {
        NeuronStage stage = stage(new float[][] {{2, 0}, {2, 3}}, new float[][] {{2, 0}, {0, 3}});
        SpikePenalty penalty = new SpikePenalty(0.5, 8, 0.5);
        PenaltyOfSpikes penalties = new PenaltyOfSpikes();
        penalties.begin(2);

        double sum = penalties.measure(1, stage, 2, penalty, 4);

        // Spikes are 2 and 0 of the first sample, 1 and 2 of the second; a rate of 1 is 0.5 above the free one.
        assertEquals(0.5 * 5 + 2 * 8 * 0.25, sum, 1e-12);
        float busy = (float) ((0.5 + 2 * 8 * 0.5 / 2) / 4);
        float quiet = 0.5f / 4;
        assertArrayEquals(new float[][] {{busy, quiet}, {quiet, busy}}, penalties.derivatives(1));
        assertNull(penalties.derivatives(0), "a stage that was not measured costs nothing");
    }
}
