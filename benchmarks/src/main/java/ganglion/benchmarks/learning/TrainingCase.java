package ganglion.benchmarks.learning;

import ganglion.learning.delay.SynapseDelays;
import ganglion.learning.loss.Loss;
import ganglion.learning.loss.Loss.CrossEntropyRate;
import ganglion.learning.loss.Loss.SquaredRate;
import ganglion.learning.model.Dense;
import ganglion.learning.model.FiringLayer.Recurrence;
import ganglion.learning.model.Layer;
import ganglion.learning.model.Layer.BatchNormalisation;
import ganglion.learning.model.LayerShape;
import ganglion.learning.model.Model;
import ganglion.learning.model.Neurons;
import ganglion.learning.model.Setting;
import ganglion.learning.sample.Sample;
import ganglion.learning.sample.Sample.ConstantInput;
import ganglion.learning.sample.Sample.DenseInput;
import ganglion.learning.sample.Sample.SampleInput;
import ganglion.learning.sample.SpikeInput;
import ganglion.learning.surrogate.Surrogate.Sigmoid;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;

/**
 * A network and a batch to train it with.
 *
 * @param name short name
 * @param model fresh network
 * @param batch samples of one step
 * @param loss what to make small
 */
record TrainingCase(String name, Model model, List<Sample> batch, Loss loss) {

    private static final long SEED = 1;

    /** The founding study's flute network: 148 one-to-one (learned alpha and beta) - 32 - 1, 40 steps. */
    static TrainingCase flute() {
        Sigmoid surrogate = new Sigmoid(100);
        Neurons ear = Neurons.synaptic(0.5, 0.8)
                .withSettings(Setting.learnedPerNeuron(0.5), Setting.learnedPerNeuron(0.8), Setting.fixed(1))
                .withSurrogate(surrogate);
        Neurons hidden = Neurons.leaky(0.9)
                .withSettings(Setting.fixed(1), Setting.learnedPerNeuron(0.9), Setting.fixed(1))
                .withSurrogate(surrogate);
        Neurons output = Neurons.leaky(0.99).withSurrogate(surrogate);
        Model model = Model.create(
                LayerShape.of(148), List.of(ear, new Dense(32, true), hidden, new Dense(1, true), output), SEED);
        scale(model, 1, 3);
        scale(model, 3, 3);
        Random random = new Random(SEED);
        return new TrainingCase("T1", model, samples(25, 2, () -> dense(40, 148, 0.3f, random)), new SquaredRate());
    }

    /** Speech-like spikes: 700-256 recurrent-20, 100 steps, 2 % of the inputs spike at each. */
    static TrainingCase recurrent() {
        return speech("T2", new Dense(256, true), Neurons.leaky(0.9).withRecurrence(Recurrence.ALL_TO_ALL));
    }

    /** The same without recurrence. */
    static TrainingCase feedForward() {
        return speech("T4", new Dense(256, true), Neurons.leaky(0.9));
    }

    /** Without recurrence, but with delays of up to 25 steps from the inputs, spread by a width. */
    static TrainingCase delays(double width) {
        return speech("T4-delays-" + width, new Dense(256, true, spread(width)), Neurons.leaky(0.9));
    }

    private static SynapseDelays spread(double width) {
        return new SynapseDelays(25, SynapseDelays.USUAL_STEPS_PER_UNIT, true, width, width, 1);
    }

    private static TrainingCase speech(String name, Dense first, Neurons hidden) {
        Model model =
                Model.create(LayerShape.of(700), List.of(first, hidden, new Dense(20, true), Neurons.leaky(0.9)), SEED);
        scale(model, 0, 7);
        scale(model, 2, 4);
        Random random = new Random(SEED);
        return new TrainingCase(
                name, model, samples(64, 20, () -> spikes(100, 700, 0.02, random)), new CrossEntropyRate());
    }

    /** Pictures: 784-1000-10, the same input at all 25 steps. */
    static TrainingCase constant() {
        Model model = Model.create(
                LayerShape.of(784),
                List.of(new Dense(1000, true), Neurons.leaky(0.95), new Dense(10, true), Neurons.leaky(0.95)),
                SEED);
        Random random = new Random(SEED);
        return new TrainingCase(
                "T3",
                model,
                samples(128, 10, () -> new ConstantInput(row(784, 1, random), 25)),
                new CrossEntropyRate());
    }

    /** The same with threshold-dependent batch normalisation behind its first dense layer. */
    TrainingCase normalised() {
        List<Layer> layers = new ArrayList<>(model.layers());
        int dense = 0;
        while (!(layers.get(dense) instanceof Dense)) {
            dense++;
        }
        layers.add(dense + 1, BatchNormalisation.of(1));
        return new TrainingCase(name + "-tdbn", Model.create(model.input(), layers, SEED), batch, loss);
    }

    /** Fresh weights are small; a network whose layers fire is the honest load. */
    private static void scale(Model model, int layer, double factor) {
        double[] weights = model.parameter(layer, "weight").values();
        for (int i = 0; i < weights.length; i++) {
            weights[i] *= factor;
        }
    }

    private interface Source {
        SampleInput next();
    }

    private static List<Sample> samples(int count, int classes, Source source) {
        List<Sample> samples = new ArrayList<>();
        for (int b = 0; b < count; b++) {
            samples.add(new Sample(source.next(), b % classes));
        }
        return samples;
    }

    private static float[] row(int size, float largest, Random random) {
        float[] row = new float[size];
        for (int i = 0; i < size; i++) {
            row[i] = largest * random.nextFloat();
        }
        return row;
    }

    private static SampleInput dense(int steps, int size, float largest, Random random) {
        float[][] rows = new float[steps][];
        for (int t = 0; t < steps; t++) {
            rows[t] = row(size, largest, random);
        }
        return new DenseInput(rows);
    }

    private static SampleInput spikes(int steps, int size, double density, Random random) {
        LongStream places = LongStream.range(0, (long) steps * size).filter(place -> random.nextDouble() < density);
        return SpikeInput.of(size, steps, places.toArray(), 0);
    }
}
