package ganglion.learning.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.learning.compile.CompiledModel;
import ganglion.learning.compile.ModelCompiler;
import ganglion.learning.compile.Verification;
import ganglion.learning.compile.Verifier;
import ganglion.learning.file.CheckpointFiles;
import ganglion.learning.file.ModelFiles;
import ganglion.learning.file.TrainedModel;
import ganglion.learning.loss.Loss.CrossEntropyCount;
import ganglion.learning.model.Delay;
import ganglion.learning.model.Dense;
import ganglion.learning.model.FiringLayer.Recurrence;
import ganglion.learning.model.Layer.Dropout;
import ganglion.learning.model.Layer.TimeWindow;
import ganglion.learning.model.LayerShape;
import ganglion.learning.model.Model;
import ganglion.learning.model.Neurons;
import ganglion.learning.model.Setting;
import ganglion.learning.optimiser.Rule.AdamRule;
import ganglion.learning.optimiser.Schedule;
import ganglion.learning.sample.Sample;
import ganglion.learning.sample.SpikeInput;
import ganglion.learning.train.Trainer.EpochReport;
import ganglion.learning.train.Trainer.TrainingListener;
import ganglion.learning.train.Trainer.TrainingResult;
import ganglion.runtime.ThreadedTasks;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One network with everything that time has to do with, from the first epoch to the simulator. */
class WholeRunTest {

    private static final int INPUTS = 6;
    private static final int STEPS = 24;

    @TempDir
    private Path directory;

    /** Inputs fire one after the other, in ascending order for class 0 and in descending order for class 1, amid noise. */
    private static List<Sample> samples(int count, long seed) {
        Random random = new Random(seed);
        List<Sample> samples = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            boolean[][] fires = new boolean[STEPS][INPUTS];
            int start = random.nextInt(5);
            for (int i = 0; i < INPUTS; i++) {
                fires[start + 3 * (k % 2 == 0 ? i : INPUTS - 1 - i)][i] = true;
            }
            samples.add(new Sample(spikes(fires, random), k % 2));
        }
        return samples;
    }

    private static SpikeInput spikes(boolean[][] fires, Random random) {
        int[] starts = new int[STEPS + 1];
        int[] neurons = new int[STEPS * INPUTS];
        int count = 0;
        for (int t = 0; t < STEPS; t++) {
            for (int i = 0; i < INPUTS; i++) {
                if (fires[t][i] || random.nextInt(60) == 0) {
                    neurons[count++] = i;
                }
            }
            starts[t + 1] = count;
        }
        return new SpikeInput(INPUTS, starts, Arrays.copyOf(neurons, count));
    }

    private static Model fresh() {
        Neurons hidden = Neurons.leaky(0.6)
                .withSettings(Setting.fixed(1), Setting.learnedPerNeuron(0.6), Setting.learned(1))
                .withRecurrence(Recurrence.ALL_TO_ALL);
        Model model = Model.create(
                LayerShape.of(INPUTS),
                List.of(
                        Delay.learned(18),
                        new Dense(16, true),
                        hidden,
                        new TimeWindow(2),
                        new Dropout(0.1),
                        new Dense(2, true),
                        Neurons.leaky(0.9)),
                2);
        double[] weights = model.parameter(1, "weight").values();
        for (int i = 0; i < weights.length; i++) {
            weights[i] *= 3;
        }
        return model;
    }

    private static TrainingPlan experiment(int epochs, int threads) {
        return TrainingPlan.of(
                        11,
                        epochs,
                        12,
                        new CrossEntropyCount(),
                        new TrainingPlan.Descent(
                                AdamRule.of(AdamRule.Variant.ADAM, 0.02),
                                new Schedule.Cosine(40, 0.1),
                                Double.POSITIVE_INFINITY))
                .withRunner(new ThreadedTasks(threads));
    }

    private static Trainer trainer(int epochs, int threads) {
        return new Trainer(
                experiment(epochs, threads),
                DataSet.of(samples(60, 1)),
                DataSet.of(samples(30, 2)),
                TrainingListener.NONE);
    }

    private static void assertSame(Model expected, Model actual) {
        for (int p = 0; p < expected.allParameters().size(); p++) {
            assertArrayEquals(
                    expected.allParameters().get(p).values(),
                    actual.allParameters().get(p).values());
        }
    }

    @Test
    void learnsTheOrderOfSpikesAndFiresTheSameInTheSimulator() throws Exception {
        TrainingResult result = trainer(40, 1).train(fresh());

        EpochReport best = result.epochs().get(result.bestEpoch());
        assertTrue(best.validation().orElseThrow().confusion().accuracy() >= 0.9, best.toString());
        double[] before = fresh().parameter(0, "delay").values();
        assertFalse(
                Arrays.equals(before, result.bestModel().parameter(0, "delay").values()), "delays have been learned");

        Path file = directory.resolve("order.model");
        ModelFiles.write(new TrainedModel(result.bestModel(), List.of("up", "down")), file);
        Model read = ModelFiles.read(file).model();
        assertSame(result.bestModel(), read);
        CompiledModel compiled = ModelCompiler.compile(read);
        Verification verification = Verifier.verify(read, compiled, samples(30, 2));
        assertTrue(verification.equal(), verification.differences().toString());
        assertTrue(verification.spikes() > 300, "only " + verification.spikes() + " spikes compared");
    }

    @Test
    void aRunResumedFromAFileEndsWhereAnUninterruptedOneEnds() throws Exception {
        TrainingResult whole = trainer(4, 1).train(fresh());
        TrainingResult half = trainer(2, 1).train(fresh());
        Path file = directory.resolve("half.checkpoint");
        CheckpointFiles.write(half.state(), List.of(), file);

        TrainingResult resumed = trainer(4, 2).resume(CheckpointFiles.read(file));

        assertSame(whole.state().model(), resumed.state().model());
        assertSame(whole.bestModel(), resumed.bestModel());
        assertEquals(whole.bestEpoch(), resumed.bestEpoch());
        assertEquals(2, resumed.epochs().size());
    }
}
