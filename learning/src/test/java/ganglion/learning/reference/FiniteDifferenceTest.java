package ganglion.learning.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.learning.delay.SynapseDelays;
import ganglion.learning.loss.Loss.CrossEntropyMeanMembrane;
import ganglion.learning.loss.Loss.SquaredMembrane;
import ganglion.learning.model.BalancedNeurons;
import ganglion.learning.model.Dense;
import ganglion.learning.model.FiringLayer.Recurrence;
import ganglion.learning.model.Layer;
import ganglion.learning.model.Layer.BatchNormalisation;
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
import ganglion.learning.reference.ReferenceEngine.BatchLoss;
import ganglion.learning.reference.layer.Sequence;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Where no spike is decided a network is smooth, and its gradients are what small changes of parameters show. */
class FiniteDifferenceTest {

    private static final double STEP = 1e-6;
    private static final int[] LABELS = {0, 2, 1};

    /** Neurons that never reach their threshold leave a smooth network of leaks, currents and connections. */
    private static final Setting UNREACHABLE = Setting.fixed(1e6);

    private static Neurons silent(Neurons neurons) {
        return neurons.withSettings(Setting.learnedPerNeuron(0.7), Setting.learnedPerNeuron(0.8), UNREACHABLE);
    }

    private static Neurons integrator() {
        return Neurons.integrator(0.9).withSettings(Setting.fixed(1), Setting.learned(0.9), Setting.fixed(1));
    }

    static Stream<List<Layer>> smoothNetworks() {
        return Stream.of(
                List.of(new Gain(0.7, true), new Dense(3, true), integrator()),
                List.of(new Dense(3, true), silent(Neurons.synaptic(0.7, 0.8))),
                List.of(new Dense(3, false), silent(Neurons.leaky(0.8)).withReset(ResetRule.ZERO, true)),
                List.of(
                        new Convolution(2, Window.square(3, 2, 1), true),
                        new Flatten(),
                        new Dense(3, true),
                        integrator()),
                List.of(
                        new Convolution(2, Window.along(3, 1, 1), false),
                        new Pooling(Window.along(2, 2, 0), false),
                        new Dense(3, true),
                        integrator()),
                List.of(BatchNormalisation.of(1), new Dense(3, true), integrator()),
                List.of(new Dense(3, true, delays(5, 1.3)), integrator()),
                List.of(
                        new Dense(4, false, delays(2, 9)),
                        silent(Neurons.leaky(0.8)),
                        new Dense(3, true, delays(3, 0.5)),
                        integrator()),
                List.of(new Dropout(0.3), new Dense(3, true), integrator()),
                List.of(new Dense(3, true), BalancedNeurons.USUAL.withThreshold(1e6)),
                List.of(BalancedNeurons.USUAL.withThreshold(1e6), new Dense(3, true), integrator()),
                List.of(new Dense(3, true), SeAdLifNeurons.USUAL.withThreshold(1e6)),
                List.of(SeAdLifNeurons.USUAL.withThreshold(1e6), new Dense(3, true), integrator()));
    }

    private static SynapseDelays delays(int longest, double width) {
        return new SynapseDelays(longest, 2, true, width, 0.25, 1);
    }

    @ParameterizedTest
    @MethodSource("smoothNetworks")
    void gradientsAreSlopes(List<Layer> layers) {
        Model model = Model.create(new LayerShape(1, 4, 4), layers, 11);
        Sequence input = randomInput(model);
        for (Parameter parameter : model.allParameters()) {
            perturb(parameter);
        }

        ReferenceNetwork network = new ReferenceNetwork(model, 5);
        BatchLoss loss = loss(network, input);
        network.backward(loss.spikeGradient(), loss.membraneGradient());

        int checked = 0;
        List<Parameter> parameters = model.allParameters();
        for (int p = 0; p < parameters.size(); p++) {
            if (parameters.get(p).trainable()) {
                checked += checkSlopes(
                        network,
                        input,
                        parameters.get(p),
                        network.allGradients().get(p).clone());
            }
        }
        assertTrue(checked > 10, "only " + checked + " slopes checked");
    }

    private static void perturb(Parameter parameter) {
        Random random = new Random(parameter.name().hashCode());
        for (int i = 0; parameter.trainable() && i < parameter.size(); i++) {
            parameter.values()[i] *= 1 - 0.1 * random.nextDouble();
        }
    }

    private static Sequence randomInput(Model model) {
        Random random = new Random(3);
        Sequence input = Sequence.zeros(6, LABELS.length, model.input().size());
        for (int k = 0; k < input.values().length; k++) {
            input.values()[k] = random.nextGaussian();
        }
        return input;
    }

    private static BatchLoss loss(ReferenceNetwork network, Sequence input) {
        network.begin(1);
        return BatchLoss.of(network.forward(input, true), LABELS, new CrossEntropyMeanMembrane());
    }

    private static int checkSlopes(ReferenceNetwork network, Sequence input, Parameter parameter, double[] gradient) {
        for (int i = 0; i < parameter.size(); i++) {
            double value = parameter.values()[i];
            parameter.values()[i] = value + STEP;
            double above = loss(network, input).value();
            parameter.values()[i] = value - STEP;
            double below = loss(network, input).value();
            parameter.values()[i] = value;
            assertEquals((above - below) / (2 * STEP), gradient[i], 1e-7, parameter + " " + i);
        }
        return parameter.size();
    }

    @ParameterizedTest
    @MethodSource("smoothRecurrences")
    void inputGradientsAreSlopes(Recurrence recurrence) {
        Neurons neurons = silent(Neurons.synaptic(0.7, 0.8)).withRecurrence(recurrence);
        Model model = Model.create(LayerShape.of(16), List.of(new Dense(3, true), neurons), 2);
        ReferenceNetwork network = new ReferenceNetwork(model, 0);
        Sequence input = randomInput(model);
        SquaredMembrane squared = new SquaredMembrane(1, 0);
        BatchLoss loss = BatchLoss.of(network.forward(input, true), LABELS, squared);
        double[] gradient =
                network.backward(loss.spikeGradient(), loss.membraneGradient()).values();

        for (int k = 0; k < input.values().length; k += 7) {
            double value = input.values()[k];
            input.values()[k] = value + STEP;
            double above =
                    BatchLoss.of(network.forward(input, true), LABELS, squared).value();
            input.values()[k] = value - STEP;
            double below =
                    BatchLoss.of(network.forward(input, true), LABELS, squared).value();
            input.values()[k] = value;
            assertEquals((above - below) / (2 * STEP), gradient[k], 1e-7, "input " + k);
        }
    }

    static Stream<Recurrence> smoothRecurrences() {
        return Stream.of(Recurrence.values());
    }
}
