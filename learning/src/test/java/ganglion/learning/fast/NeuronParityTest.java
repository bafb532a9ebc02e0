package ganglion.learning.fast;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.learning.fast.arithmetic.FloatParameter;
import ganglion.learning.fast.arithmetic.SliceGradients;
import ganglion.learning.model.FiringLayer.Recurrence;
import ganglion.learning.model.LayerShape;
import ganglion.learning.model.Model;
import ganglion.learning.model.Neurons;
import ganglion.learning.model.Neurons.ResetRule;
import ganglion.learning.model.Parameter;
import ganglion.learning.model.Setting;
import ganglion.learning.oracle.TapeNetwork;
import ganglion.learning.oracle.TapeNetwork.Trace;
import ganglion.learning.quantise.WeightProjection;
import ganglion.learning.reference.layer.Sequence;
import ganglion.learning.surrogate.Surrogate.FastSigmoid;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One layer of neurons in both precisions: the same spikes and potentials, and the same gradients whatever the loss. Inputs and
 * parameters are multiples of small powers of two, so that no spike depends on rounding.
 */
class NeuronParityTest {

    private static final int STEPS = 7;
    private static final int SAMPLES = 3;
    private static final int SIZE = 5;
    private static final double TOLERANCE = 1e-4;

    static Stream<Neurons> kinds() {
        List<Neurons> kinds = new ArrayList<>();
        for (Neurons base : List.of(learned(Neurons.leaky(0.75)), learned(Neurons.synaptic(0.5, 0.75)))) {
            for (ResetRule reset : ResetRule.values()) {
                kinds.add(base.withReset(reset, true));
                kinds.add(base.withReset(reset, false));
            }
            kinds.add(base.withRecurrence(Recurrence.ALL_TO_ALL));
            kinds.add(base.withSettings(Setting.fixed(0.5), Setting.learned(0.75), Setting.learned(1)));
        }
        kinds.add(Neurons.integrator(0.75));
        return kinds.stream().map(kind -> kind.withSurrogate(new FastSigmoid(2)));
    }

    private static Neurons learned(Neurons neurons) {
        return neurons.withSettings(
                Setting.learnedPerNeuron(0.5), Setting.learnedPerNeuron(0.75), Setting.learnedPerNeuron(1));
    }

    private static Sequence multiples(int unit, int most, long seed) {
        Random random = new Random(seed);
        Sequence sequence = Sequence.zeros(STEPS, SAMPLES, SIZE);
        for (int k = 0; k < sequence.values().length; k++) {
            sequence.values()[k] = (random.nextInt(2 * most + 1) - most * 0.75) / unit;
        }
        return sequence;
    }

    private static float[][] rows(Sequence sequence, int step) {
        float[][] rows = new float[SAMPLES][SIZE];
        for (int b = 0; b < SAMPLES; b++) {
            for (int i = 0; i < SIZE; i++) {
                rows[b][i] = (float) sequence.at(step, b, i);
            }
        }
        return rows;
    }

    private static double[] values(float[][] rows) {
        double[] values = new double[STEPS * SAMPLES * SIZE];
        for (int k = 0; k < values.length; k++) {
            values[k] = rows[k / SIZE][k % SIZE];
        }
        return values;
    }

    private static List<Parameter> parameters(Neurons neurons) {
        List<Parameter> parameters = neurons.createParameters(LayerShape.of(SIZE), new SplittableRandom(2));
        for (Parameter parameter : parameters) {
            if (parameter.name().startsWith("recurrent")) {
                for (int i = 0; i < parameter.size(); i++) {
                    parameter.values()[i] = Math.rint(8 * parameter.values()[i]) / 8;
                }
            }
        }
        return parameters;
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void spikesPotentialsAndGradientsAreThoseOfTheReference(Neurons neurons) {
        List<Parameter> parameters = parameters(neurons);
        Model model = new Model(LayerShape.of(SIZE), List.of(neurons), List.of(parameters));
        TapeNetwork reference = new TapeNetwork(model, 0);
        Map<String, FloatParameter> copies = new LinkedHashMap<>();
        for (Parameter parameter : parameters) {
            boolean matrix =
                    parameter.name().equals("recurrent_weight") && neurons.recurrence() == Recurrence.ALL_TO_ALL;
            copies.put(parameter.name(), new FloatParameter(parameter, matrix, WeightProjection.NONE));
        }
        SliceGradients gradients = new SliceGradients();
        FiringStage stage = new FastNeuronParameters(neurons, SIZE, copies).stage(gradients);
        Sequence input = multiples(4, 6, 5);

        Trace trace = reference.forward(input);
        forward(stage, input);
        assertArrayEquals(trace.membranes().values(), values(stage.membranes()), TOLERANCE, "potentials");
        assertArrayEquals(trace.spikes().values(), spikes(stage), "spikes");
        long fired = stage.spikes().end(STEPS * SAMPLES - 1);
        assertTrue(neurons.fires() == fired > 3, "spikes fired: " + fired);

        Sequence ofSpikes = multiples(8, 5, 6);
        Sequence ofMembranes = multiples(8, 5, 7);
        Sequence back = reference.backward(ofSpikes, ofMembranes);
        stage.beginBackward(STEPS);
        for (int t = STEPS - 1; t >= 0; t--) {
            stage.backward(t, t == STEPS - 1, rows(ofSpikes, t), rows(ofMembranes, t), null);
        }
        stage.finish(STEPS);
        assertArrayEquals(back.values(), values(stage.inputGradients()), TOLERANCE, "input gradient");
        for (int p = 0; p < parameters.size(); p++) {
            assertGradient(parameters.get(p), reference.gradients().get(p), copies, gradients);
        }
    }

    /** The same batch again gives the same gradients: nothing is carried over from the steps of the one before. */
    @ParameterizedTest
    @MethodSource("kinds")
    void aSecondBatchRemembersNothingOfTheFirst(Neurons neurons) {
        Map<String, FloatParameter> copies = new LinkedHashMap<>();
        for (Parameter parameter : parameters(neurons)) {
            boolean matrix =
                    parameter.name().equals("recurrent_weight") && neurons.recurrence() == Recurrence.ALL_TO_ALL;
            copies.put(parameter.name(), new FloatParameter(parameter, matrix, WeightProjection.NONE));
        }
        FiringStage stage = new FastNeuronParameters(neurons, SIZE, copies).stage(new SliceGradients());
        forward(stage, multiples(4, 6, 5));
        double[][] back = new double[2][];
        for (int batch = 0; batch < 2; batch++) {
            stage.beginBackward(STEPS);
            for (int t = STEPS - 1; t >= 0; t--) {
                stage.backward(t, t == STEPS - 1, rows(multiples(8, 5, 6), t), rows(multiples(8, 5, 7), t), null);
            }
            stage.finish(STEPS);
            back[batch] = values(stage.inputGradients());
        }

        assertArrayEquals(back[0], back[1]);
    }

    private static void forward(FiringStage stage, Sequence input) {
        stage.begin(STEPS, SAMPLES);
        for (int t = 0; t < STEPS; t++) {
            stage.forward(t, rows(input, t));
        }
    }

    private static double[] spikes(FiringStage stage) {
        double[] spikes = new double[STEPS * SAMPLES * SIZE];
        for (int row = 0; row < STEPS * SAMPLES; row++) {
            for (int k = stage.spikes().start(row); k < stage.spikes().end(row); k++) {
                int i = stage.spikes().indices()[k];
                spikes[row * SIZE + i] = 1;
            }
        }
        return spikes;
    }

    private static void assertGradient(
            Parameter parameter, double[] expected, Map<String, FloatParameter> copies, SliceGradients gradients) {
        if (parameter.trainable()) {
            FloatParameter copy = copies.get(parameter.name());
            double[] found = new double[parameter.size()];
            copy.toModelOrder(gradients.of(copy), found);
            assertArrayEquals(expected, found, TOLERANCE, parameter.toString());
        }
    }
}
