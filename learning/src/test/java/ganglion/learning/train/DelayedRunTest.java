package ganglion.learning.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.learning.compile.ModelCompiler;
import ganglion.learning.compile.Verification;
import ganglion.learning.compile.Verifier;
import ganglion.learning.delay.SynapseDelays;
import ganglion.learning.engine.ReadOut;
import ganglion.learning.file.CheckpointFiles;
import ganglion.learning.file.ModelFiles;
import ganglion.learning.file.TrainedModel;
import ganglion.learning.loss.Loss.CrossEntropyCount;
import ganglion.learning.model.Dense;
import ganglion.learning.model.Layer;
import ganglion.learning.model.Layer.Dropout;
import ganglion.learning.model.LayerShape;
import ganglion.learning.model.Model;
import ganglion.learning.model.Neurons;
import ganglion.learning.model.Parameter;
import ganglion.learning.optimiser.Rule.AdamRule;
import ganglion.learning.optimiser.Rule.SgdRule;
import ganglion.learning.optimiser.Schedule;
import ganglion.learning.sample.Sample;
import ganglion.learning.sample.SpikeInput;
import ganglion.learning.train.Trainer.EpochReport;
import ganglion.learning.train.Trainer.TrainingListener;
import ganglion.learning.train.Trainer.TrainingResult;
import ganglion.learning.train.TrainingPlan.EpochCriterion;
import ganglion.runtime.ThreadedTasks;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Networks whose synapses delay spikes, from the first epoch to the simulator. */
class DelayedRunTest {

    private static final int STEPS = 30;
    private static final int PAIRS = 3;

    @TempDir
    private Path directory;

    /** Each pair of inputs fires once, 9 steps apart, at any time; the order is the class. Rates and times of single inputs say nothing. */
    private static List<Sample> samples(int count, long seed) {
        Random random = new Random(seed);
        List<Sample> samples = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            boolean[][] fires = new boolean[STEPS][2 * PAIRS];
            for (int pair = 0; pair < PAIRS; pair++) {
                int start = random.nextInt(10);
                fires[start][2 * pair + k % 2] = true;
                fires[start + 9][2 * pair + 1 - k % 2] = true;
            }
            samples.add(new Sample(spikes(fires), k % 2));
        }
        return samples;
    }

    private static SpikeInput spikes(boolean[][] fires) {
        int[] starts = new int[STEPS + 1];
        int[] neurons = new int[STEPS * 2 * PAIRS];
        int count = 0;
        for (int t = 0; t < STEPS; t++) {
            for (int i = 0; i < 2 * PAIRS; i++) {
                if (fires[t][i]) {
                    neurons[count++] = i;
                }
            }
            starts[t + 1] = count;
        }
        return new SpikeInput(2 * PAIRS, starts, Arrays.copyOf(neurons, count));
    }

    /** @param width of the spread in the first epoch */
    private static Model fresh(double width) {
        List<Layer> layers = List.of(
                new Dense(24, true, new SynapseDelays(12, 20, true, width, 0.5, 0.5)),
                Neurons.leaky(0.5),
                new Dropout(0.1),
                new Dense(2, true),
                Neurons.leaky(0.9));
        Model model = Model.create(LayerShape.of(2 * PAIRS), layers, 2);
        for (int layer : new int[] {0, 3}) {
            double[] weights = model.parameter(layer, "weight").values();
            Arrays.setAll(weights, i -> 3 * weights[i]);
        }
        return model;
    }

    private static Trainer trainer(int epochs, int threads) {
        TrainingPlan plan = TrainingPlan.of(
                        11,
                        epochs,
                        12,
                        new CrossEntropyCount(),
                        new TrainingPlan.Descent(
                                AdamRule.of(AdamRule.Variant.ADAM, 0.02),
                                new Schedule.Cosine(40, 0.1),
                                Double.POSITIVE_INFINITY))
                .withRunner(new ThreadedTasks(threads));
        return new Trainer(plan, DataSet.of(samples(120, 1)), DataSet.of(samples(40, 2)), TrainingListener.NONE);
    }

    private static void assertSame(Model expected, Model actual) {
        for (int p = 0; p < expected.allParameters().size(); p++) {
            assertArrayEquals(
                    expected.allParameters().get(p).values(),
                    actual.allParameters().get(p).values());
        }
    }

    @Test
    void learnsWhatOnlyDelaysCanTellAndFiresTheSameInTheSimulator() throws Exception {
        TrainingResult result = trainer(40, 2).train(fresh(6));

        EpochReport best = result.epochs().get(result.bestEpoch());
        assertTrue(best.validation().orElseThrow().confusion().accuracy() >= 0.95, best.toString());
        for (Parameter parameter : fresh(6).allParameters()) {
            if (parameter.name().endsWith("delay")) {
                assertFalse(
                        result.bestModel().allParameters().stream()
                                .anyMatch(learned -> Arrays.equals(learned.values(), parameter.values())),
                        parameter.name());
            }
        }

        Path file = directory.resolve("order.model");
        ModelFiles.write(new TrainedModel(result.bestModel(), List.of("up", "down")), file);
        Model read = ModelFiles.read(file).model();
        assertSame(result.bestModel(), read);
        assertEquals(result.bestModel().layers(), read.layers());
        Verification verification = Verifier.verify(read, ModelCompiler.compile(read), samples(40, 2));
        assertTrue(verification.equal(), verification.differences().toString());
        assertTrue(verification.spikes() > 300, "only " + verification.spikes() + " spikes compared");
    }

    @Test
    void aRunResumedFromAFileEndsWhereAnUninterruptedOneEnds() throws Exception {
        TrainingResult whole = trainer(4, 1).train(fresh(0.5));
        TrainingResult half = trainer(2, 1).train(fresh(0.5));
        Path file = directory.resolve("half.checkpoint");
        CheckpointFiles.write(half.state(), List.of(), "", file);

        TrainingResult resumed = trainer(4, 2).resume(CheckpointFiles.read(file));

        assertSame(whole.state().model(), resumed.state().model());
        assertSame(whole.bestModel(), resumed.bestModel());
        assertEquals(whole.bestEpoch(), resumed.bestEpoch());
        assertEquals(2, resumed.epochs().size());
    }

    /** With a rate that moves nothing, no epoch is better than the first. The delays narrow in the first 10 epochs. */
    @ParameterizedTest
    @CsvSource({"true, 13", "false, 4"})
    void patienceBeginsWhenDelaysNoLongerNarrow(boolean learned, int epochs) {
        SynapseDelays delays = new SynapseDelays(12, 20, learned, 6, 0.5, 0.5);
        Model model =
                Model.create(LayerShape.of(2 * PAIRS), List.of(new Dense(2, true, delays), Neurons.leaky(0.5)), 2);
        TrainingPlan plan = TrainingPlan.of(
                        11, 20, 12, new CrossEntropyCount(), TrainingPlan.Descent.of(new SgdRule(1e-30, 0, false, 0)))
                .withSelection(new TrainingPlan.Selection(ReadOut.SPIKE_COUNT, EpochCriterion.ACCURACY, 3));
        DataSet validation = DataSet.of(samples(40, 2));

        TrainingResult result =
                new Trainer(plan, DataSet.of(samples(24, 1)), validation, new TrainingListener() {}).train(model);

        assertEquals(0, result.bestEpoch());
        assertEquals(epochs, result.epochs().size());
    }
}
