package ganglion.learning;

import ganglion.learning.delay.SynapseDelays;
import ganglion.learning.model.BalancedNeurons;
import ganglion.learning.model.Dense;
import ganglion.learning.model.FiringLayer.Recurrence;
import ganglion.learning.model.Layer;
import ganglion.learning.model.Layer.Convolution;
import ganglion.learning.model.Layer.Dropout;
import ganglion.learning.model.Layer.Flatten;
import ganglion.learning.model.Layer.Gain;
import ganglion.learning.model.Layer.Pooling;
import ganglion.learning.model.LayerShape;
import ganglion.learning.model.LayerShape.Window;
import ganglion.learning.model.Model;
import ganglion.learning.model.Neurons;
import ganglion.learning.model.Neurons.ResetRule;
import ganglion.learning.model.Parameter;
import ganglion.learning.model.SeAdLifNeurons;
import ganglion.learning.model.Setting;
import ganglion.learning.model.Span;
import ganglion.learning.sample.Sample;
import ganglion.learning.sample.Sample.ConstantInput;
import ganglion.learning.sample.Sample.DenseInput;
import ganglion.learning.sample.Sample.SampleInput;
import ganglion.learning.sample.SpikeInput;
import ganglion.learning.surrogate.Surrogate.Sigmoid;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Networks and samples of all kinds. Weights and inputs are multiples of 1/256 and decays of 1/8, so that few steps make no
 * rounding in single precision and no spike hangs on it.
 */
public final class RandomNetworks {

    /** Position of the inputs: 24 values, as 2 maps of 3 x 4. */
    public static final LayerShape INPUT = new LayerShape(2, 3, 4);

    public static final int CLASSES = 3;

    private RandomNetworks() {}

    private static Neurons learned(Neurons neurons) {
        return neurons.withSettings(
                Setting.learnedPerNeuron(0.75), Setting.learnedPerNeuron(0.875), Setting.learnedPerNeuron(1));
    }

    /** Networks that cover every layer and every kind of neuron that has a fast engine. */
    public static List<List<Layer>> layers() {
        Neurons leaky = learned(Neurons.leaky(0.875));
        Neurons synaptic = learned(Neurons.synaptic(0.75, 0.875));
        Dense hidden = new Dense(10, true);
        Dense output = new Dense(CLASSES, true);
        SeAdLifNeurons coupled = SeAdLifNeurons.USUAL
                .withDynamics(new Span(0.5, 2), new Span(2, 8), new Span(-0.0625, 1), new Span(0, 2), 4)
                .withThreshold(0.125);
        BalancedNeurons balanced = BalancedNeurons.USUAL
                .withDynamics(new Span(0.5, 1), new Span(0.0625, 0.375), 0.5, 0.25)
                .withThreshold(0.125);
        return List.of(
                List.of(hidden, leaky, output, leaky),
                List.of(new Gain(0.75, true), synaptic, hidden, leaky, output, Neurons.integrator(0.875)),
                List.of(
                        hidden,
                        leaky.withRecurrence(Recurrence.ALL_TO_ALL).withReset(ResetRule.ZERO, true),
                        output,
                        leaky),
                List.of(
                        hidden,
                        synaptic.withRecurrence(Recurrence.ALL_TO_ALL),
                        output,
                        leaky.withReset(ResetRule.ZERO, true)),
                List.of(
                        hidden,
                        leaky.withReset(ResetRule.SUBTRACT, false),
                        output,
                        leaky.withReset(ResetRule.ZERO, false)),
                List.of(hidden, leaky.withReset(ResetRule.NONE, true), output, leaky.withReset(ResetRule.NONE, true)),
                List.of(
                        new Dropout(0.25),
                        hidden,
                        leaky,
                        new Dropout(0.5),
                        output,
                        leaky.withSurrogate(new Sigmoid(4))),
                List.of(
                        new Convolution(3, Window.square(3, 1, 1), true),
                        leaky,
                        new Pooling(Window.along(2, 2, 0), false),
                        new Flatten(),
                        output,
                        leaky),
                List.of(new Dense(10, true, delays(4, 1.25)), leaky, new Dense(CLASSES, false, delays(3, 0.5)), leaky),
                List.of(
                        new Dropout(0.25),
                        hidden,
                        leaky,
                        new Dense(6, false, delays(2, 3)),
                        new Gain(0.75, true),
                        output,
                        synaptic.withReset(ResetRule.ZERO, true)),
                List.of(new Dense(8, true, delays(3, 2)), coupled, output, balanced),
                List.of(hidden, coupled, output, coupled),
                List.of(coupled.withRecurrence(Recurrence.ALL_TO_ALL), output, Neurons.integrator(0.875)),
                List.of(hidden, balanced, output, balanced),
                List.of(balanced.withRecurrence(Recurrence.ALL_TO_ALL), output, Neurons.integrator(0.875)),
                List.of(leaky, hidden, new Pooling(new Window(1, 1, 1, 0, 0), true), leaky, output, leaky));
    }

    private static SynapseDelays delays(int longest, double width) {
        return new SynapseDelays(longest, 1, true, width, 0.5, 0.5);
    }

    public static Model model(List<Layer> layers, long seed) {
        Model model = Model.create(INPUT, layers, seed);
        for (Parameter parameter : model.allParameters()) {
            boolean weights =
                    parameter.name().equals("weight") || parameter.name().equals("recurrent_weight");
            for (int i = 0; i < parameter.size(); i++) {
                parameter.values()[i] = Math.rint(parameter.values()[i] * (weights ? 512 : 256)) / 256;
            }
        }
        return model;
    }

    public static SampleInput dense(int steps, Random random) {
        float[][] rows = new float[steps][INPUT.size()];
        for (float[] row : rows) {
            for (int i = 0; i < row.length; i++) {
                row[i] = random.nextInt(256) / 256f;
            }
        }
        return new DenseInput(rows);
    }

    public static SampleInput constant(int steps, Random random) {
        return new ConstantInput(((DenseInput) dense(1, random)).rows()[0], steps);
    }

    public static SpikeInput spikes(int steps, Random random) {
        int[] starts = new int[steps + 1];
        int[] neurons = new int[steps * INPUT.size()];
        int count = 0;
        for (int t = 0; t < steps; t++) {
            for (int i = 0; i < INPUT.size(); i++) {
                if (random.nextInt(3) == 0) {
                    neurons[count++] = i;
                }
            }
            starts[t + 1] = count;
        }
        return new SpikeInput(INPUT.size(), starts, Arrays.copyOf(neurons, count));
    }

    /** What makes an input. */
    public interface Inputs {
        SampleInput create(int steps, Random random);
    }

    /** All kinds of input: numbers, constant numbers and spikes. */
    public static List<Inputs> inputs() {
        return List.of(RandomNetworks::dense, RandomNetworks::constant, RandomNetworks::spikes);
    }

    public static List<Sample> samples(int count, int steps, Inputs inputs, long seed) {
        Random random = new Random(seed);
        List<Sample> samples = new ArrayList<>();
        for (int b = 0; b < count; b++) {
            samples.add(new Sample(inputs.create(steps, random), b % CLASSES));
        }
        return samples;
    }
}
