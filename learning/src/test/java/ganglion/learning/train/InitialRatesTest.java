package ganglion.learning.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import ganglion.learning.engine.Engine;
import ganglion.learning.engine.Engine.EvaluationStep;
import ganglion.learning.engine.LayerActivity;
import ganglion.learning.engine.ReadOut;
import ganglion.learning.loss.Loss.CrossEntropyCount;
import ganglion.learning.model.BalancedNeurons;
import ganglion.learning.model.Dense;
import ganglion.learning.model.FiringLayer;
import ganglion.learning.model.FiringLayer.Recurrence;
import ganglion.learning.model.Layer;
import ganglion.learning.model.LayerShape;
import ganglion.learning.model.Model;
import ganglion.learning.model.Neurons;
import ganglion.learning.model.SeAdLifNeurons;
import ganglion.learning.model.Setting;
import ganglion.learning.sample.Sample;
import ganglion.learning.sample.Sample.DenseInput;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class InitialRatesTest {

    private static final TrainingPlan PLAN = TrainingPlan.of(1, 1, 8, new CrossEntropyCount());
    private static final EvaluationStep STEP = new EvaluationStep(new CrossEntropyCount(), ReadOut.SPIKE_COUNT);

    private static final Consumer<String> NONE = warning -> fail(warning);

    /** Numbers so small that fresh weights make no neuron fire. */
    private static List<Sample> samples() {
        return samples(0.01F);
    }

    private static List<Sample> samples(float largest) {
        Random random = new Random(3);
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            float[][] rows = new float[50][6];
            for (float[] row : rows) {
                for (int c = 0; c < row.length; c++) {
                    row[c] = largest * random.nextFloat();
                }
            }
            samples.add(new Sample(new DenseInput(rows), i % 2));
        }
        return samples;
    }

    private static Model model(boolean bias) {
        List<Layer> layers = List.of(
                new Dense(24, bias),
                Neurons.leaky(0.9),
                new Dense(16, bias),
                Neurons.leaky(0.8),
                new Dense(2, true),
                Neurons.leaky(0.9));
        return Model.create(LayerShape.of(6), layers, 5);
    }

    private static List<LayerActivity> activity(Model model) {
        return activity(model, samples());
    }

    private static List<LayerActivity> activity(Model model, List<Sample> samples) {
        try (Engine engine = Trainer.engine(model, PLAN)) {
            return engine.evaluate(samples, STEP).activity();
        }
    }

    @Test
    void eachHiddenNeuronFiresAboutAsOftenAsAsked() {
        assertTrue(activity(model(true)).get(1).deadNeurons() > 4, "otherwise there is nothing to mend");

        List<LayerActivity> set = activity(InitialRates.set(model(true), PLAN, DataSet.of(samples()), 0.1, NONE));

        for (LayerActivity layer : set.subList(0, 2)) {
            assertEquals(0, layer.deadNeurons());
            assertEquals(0.1, layer.rate(), 0.05, () -> "layer " + layer.layer());
            for (long spikes : layer.spikesByNeuron()) {
                double rate = (double) spikes / layer.neuronSteps();
                assertTrue(rate > 0.045 && rate < 0.22, () -> "layer " + layer.layer() + ": " + rate);
            }
        }
    }

    @Test
    void withoutBiasesTheMeanOfTheLayerIsMet() {
        List<LayerActivity> set = activity(InitialRates.set(model(false), PLAN, DataSet.of(samples()), 0.1, NONE));

        assertEquals(0.1, set.get(0).rate(), 0.01);
        assertEquals(0.1, set.get(1).rate(), 0.01);
    }

    @Test
    void theReadOutAndTheGivenModelStayAsTheyAre() {
        Model given = model(true);

        Model set = InitialRates.set(given, PLAN, DataSet.of(samples()), 0.1, NONE);

        assertArrayEquals(
                given.parameter(4, "weight").values(),
                set.parameter(4, "weight").values());
        assertArrayEquals(
                model(true).parameter(0, "weight").values(),
                given.parameter(0, "weight").values());
        assertNotEquals(
                given.parameter(0, "weight").values()[0],
                set.parameter(0, "weight").values()[0]);
    }

    private static List<FiringLayer> allKinds() {
        return List.of(
                Neurons.leaky(0.9),
                Neurons.synaptic(0.8, 0.9),
                SeAdLifNeurons.USUAL,
                SeAdLifNeurons.USUAL.withRecurrence(Recurrence.ALL_TO_ALL),
                BalancedNeurons.USUAL);
    }

    @ParameterizedTest
    @MethodSource("allKinds")
    void neuronsOfAllKindsFireAboutAsOftenAsAsked(FiringLayer neurons) {
        Model fresh = Model.create(
                LayerShape.of(6), List.of(new Dense(24, false), neurons, new Dense(2, true), Neurons.leaky(0.9)), 5);
        List<Sample> samples = samples(neurons instanceof Neurons ? 0.01F : 1);
        assertTrue(activity(fresh, samples).get(0).rate() < 0.02, "otherwise there is nothing to mend");

        Model set = InitialRates.set(fresh, PLAN, DataSet.of(samples), 0.1, NONE);

        assertEquals(0.1, activity(set, samples).get(0).rate(), 0.02);
    }

    private static List<Sample> silence() {
        return List.of(
                new Sample(new DenseInput(new float[50][6]), 0), new Sample(new DenseInput(new float[50][6]), 1));
    }

    @Test
    void weightsThatCannotReachTheRateStayWithAWarning() {
        List<String> warnings = new ArrayList<>();

        Model set = InitialRates.set(model(false), PLAN, DataSet.of(silence()), 0.1, warnings::add);

        assertArrayEquals(
                model(false).parameter(0, "weight").values(),
                set.parameter(0, "weight").values());
        assertEquals(2, warnings.size(), warnings::toString);
        assertEquals(
                "layer 1: the weights cannot bring its neurons to the initial rate 0.1 and stay as they were",
                warnings.get(0));
    }

    @Test
    void biasesThatCannotReachTheRateStayWithAWarning() {
        List<String> warnings = new ArrayList<>();
        Model deaf = Model.create(
                LayerShape.of(6),
                List.of(
                        new Dense(24, true),
                        Neurons.leaky(0.9).withSettings(Setting.fixed(1), Setting.fixed(0.9), Setting.fixed(1e6)),
                        new Dense(2, true),
                        Neurons.leaky(0.9)),
                5);

        Model set = InitialRates.set(deaf, PLAN, DataSet.of(silence()), 0.1, warnings::add);

        for (String name : List.of("weight", "bias")) {
            assertArrayEquals(
                    deaf.parameter(0, name).values(), set.parameter(0, name).values());
        }
        assertEquals(
                List.of(
                        "layer 1: 24 of 24 biases cannot bring its neurons to the initial rate 0.1 and stay as they were"),
                warnings);
    }
}
