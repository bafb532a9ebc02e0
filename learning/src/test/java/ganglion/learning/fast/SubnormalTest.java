package ganglion.learning.fast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.kernel.parallel.TaskRunner;
import ganglion.learning.engine.Engine.TrainingStep;
import ganglion.learning.fast.arithmetic.SliceGradients;
import ganglion.learning.fast.arithmetic.StepInput;
import ganglion.learning.loss.Loss.SquaredRate;
import ganglion.learning.model.BalancedNeurons;
import ganglion.learning.model.Dense;
import ganglion.learning.model.FiringLayer.Recurrence;
import ganglion.learning.model.Layer;
import ganglion.learning.model.LayerShape;
import ganglion.learning.model.Model;
import ganglion.learning.model.Neurons;
import ganglion.learning.model.SeAdLifNeurons;
import ganglion.learning.model.Setting;
import ganglion.learning.model.Span;
import ganglion.learning.optimiser.OptimiserState;
import ganglion.learning.optimiser.Rule.AdamRule;
import ganglion.learning.quantise.WeightProjection;
import ganglion.learning.sample.Sample;
import ganglion.learning.sample.Sample.DenseInput;
import ganglion.learning.surrogate.Surrogate.Sigmoid;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Counts subnormal numbers where they would arise: steep surrogates, long silence, gradients that stay away. */
class SubnormalTest {

    private static final int STEPS = 200;
    private static final int INPUTS = 20;

    private static int subnormals(float[] values) {
        int count = 0;
        for (float value : values) {
            count += value != 0 && Math.abs(value) < Float.MIN_NORMAL ? 1 : 0;
        }
        return count;
    }

    private static int subnormals(float[][] rows) {
        int count = 0;
        for (float[] row : rows) {
            count += subnormals(row);
        }
        return count;
    }

    /** Smaller than the smallest normal float, as a moment of the fast engine may not be either. */
    private static long subnormals(double[] values) {
        return Arrays.stream(values)
                .filter(value -> value != 0 && Math.abs(value) < Float.MIN_NORMAL)
                .count();
    }

    /** Two layers with the study's surrogate, as in T1 of the benchmarks, and a recurrent one between. */
    private static Model steep() {
        Sigmoid surrogate = new Sigmoid(100);
        Setting half = Setting.learnedPerNeuron(0.5);
        List<Layer> layers = List.of(
                Neurons.synaptic(0.5, 0.5)
                        .withSettings(half, half, Setting.fixed(1))
                        .withSurrogate(surrogate),
                new Dense(12, true),
                Neurons.leaky(0.5).withRecurrence(Recurrence.ALL_TO_ALL).withSurrogate(surrogate),
                new Dense(1, true),
                Neurons.leaky(0.6).withSurrogate(surrogate));
        return Model.create(LayerShape.of(INPUTS), layers, 3);
    }

    /** Neurons with two variables, of either kind, one behind the other. */
    private static Model coupled() {
        SeAdLifNeurons adaptive =
                SeAdLifNeurons.USUAL.withDynamics(new Span(0.5, 2), new Span(1, 4), new Span(0, 1), new Span(0, 2), 2);
        BalancedNeurons balanced = BalancedNeurons.USUAL.withDynamics(new Span(0.5, 1), new Span(0.1, 0.3), 0.5, 0.2);
        List<Layer> layers = List.of(
                adaptive.withThreshold(0.3).withRecurrence(Recurrence.ALL_TO_ALL),
                new Dense(12, true),
                balanced.withThreshold(0.1).withRecurrence(Recurrence.ALL_TO_ALL),
                new Dense(1, true),
                Neurons.leaky(0.6));
        return Model.create(LayerShape.of(INPUTS), layers, 3);
    }

    /** Input for a few steps, then silence. */
    private static List<Sample> samples() {
        Random random = new Random(5);
        List<Sample> samples = new ArrayList<>();
        for (int b = 0; b < 6; b++) {
            float[][] rows = new float[STEPS][INPUTS];
            for (int t = 0; t < 10; t++) {
                for (int i = 0; i < INPUTS; i++) {
                    rows[t][i] = 1.5f * random.nextFloat();
                }
            }
            samples.add(new Sample(new DenseInput(rows), b % 2));
        }
        return samples;
    }

    @Test
    void noneComesOutOfTrainingWithSteepSurrogates() {
        train(steep());
    }

    @Test
    void noneComesOutOfTrainingNeuronsOfTwoVariables() {
        train(coupled());
    }

    private static void train(Model model) {
        FastEngine engine = new FastEngine(model, AdamRule.of(AdamRule.Variant.ADAM, 1e-3), 0, TaskRunner.SEQUENTIAL);
        for (int step = 0; step < 4; step++) {
            engine.train(samples(), TrainingStep.of(step, new SquaredRate(), 1e-3));
            engine.gradients().forEach(gradient -> assertEquals(0, subnormals(gradient)));
            OptimiserState state = engine.optimiserState();
            state.first().forEach(moment -> assertEquals(0, subnormals(moment)));
            state.second().forEach(moment -> assertEquals(0, subnormals(moment)));
        }
    }

    @Test
    void noneIsKeptOnTheWayThroughALayerAndBack() {
        Model model = Model.create(
                LayerShape.of(INPUTS), List.of(Neurons.synaptic(0.5, 0.5).withSurrogate(new Sigmoid(100))), 3);
        FastParameters parameters = new FastParameters(model, WeightProjection.NONE);
        parameters.refresh(TaskRunner.SEQUENTIAL);
        FastNeuronParameters.NeuronStage stage =
                (FastNeuronParameters.NeuronStage) parameters.neurons(0).stage(new SliceGradients());
        StepInput input = new StepInput(INPUTS);
        float[][] membraneGradient = new float[1][INPUTS];
        stage.begin(STEPS, 1);
        for (int t = 0; t < STEPS; t++) {
            input.setRows(new float[][] {((DenseInput) samples().get(0).input()).rows()[t]}, 1);
            stage.forward(t, input.rows());
        }
        stage.beginBackward(STEPS);
        for (int t = STEPS - 1; t >= 0; t--) {
            float[][] spikeGradient = new float[1][INPUTS];
            Arrays.fill(spikeGradient[0], t < STEPS - 20 ? 0 : 1e-10f);
            stage.backward(t, t == STEPS - 1, spikeGradient, membraneGradient, null);
        }

        assertEquals(0, subnormals(stage.currents()) + subnormals(stage.membranes()));
        assertEquals(0, subnormals(stage.inputGradients()));
        assertTrue(stage.currents()[9][0] > 0, "there was input");
        assertEquals(0, stage.membranes()[STEPS - 1][0], "potentials end at zero");
        assertEquals(0, stage.inputGradients()[0][0], "gradients end at zero");
        assertTrue(stage.inputGradients()[STEPS - 1][0] >= 0);
    }
}
