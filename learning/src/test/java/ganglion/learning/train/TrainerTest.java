package ganglion.learning.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.learning.engine.ReadOut;
import ganglion.learning.loss.Loss;
import ganglion.learning.loss.Loss.CrossEntropyCount;
import ganglion.learning.loss.Loss.CrossEntropyMeanMembrane;
import ganglion.learning.loss.Loss.SquaredCount;
import ganglion.learning.model.Dense;
import ganglion.learning.model.Layer;
import ganglion.learning.model.LayerShape;
import ganglion.learning.model.Model;
import ganglion.learning.model.Neurons;
import ganglion.learning.model.Parameter;
import ganglion.learning.optimiser.Rule.AdamRule;
import ganglion.learning.optimiser.Schedule;
import ganglion.learning.sample.Sample;
import ganglion.learning.sample.Sample.ConstantInput;
import ganglion.learning.train.Trainer.DivergedException;
import ganglion.learning.train.Trainer.EpochReport;
import ganglion.learning.train.Trainer.TrainingListener;
import ganglion.learning.train.Trainer.TrainingResult;
import ganglion.learning.train.Trainer.TrainingState;
import ganglion.learning.train.TrainingPlan.EpochCriterion;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TrainerTest {

    private static final List<Layer> LAYERS =
            List.of(new Dense(16, true), Neurons.leaky(0.9), new Dense(2, true), Neurons.leaky(0.9));

    /** Points of a square, told apart by a diagonal; a share of class 1. */
    private static DataSet points(int count, double shareOfOne, long seed) {
        Random random = new Random(seed);
        List<Sample> samples = new ArrayList<>();
        while (samples.size() < count) {
            float x = random.nextFloat();
            float y = random.nextFloat();
            int label = x > y ? 1 : 0;
            boolean wanted = label == (samples.size() < shareOfOne * count ? 1 : 0);
            if (wanted && Math.abs(x - y) > 0.1) {
                samples.add(new Sample(new ConstantInput(new float[] {x, y, 1 - x, 1 - y}, 12), label));
            }
        }
        return DataSet.of(samples);
    }

    private static TrainingPlan experiment(int epochs) {
        return TrainingPlan.of(
                3,
                epochs,
                16,
                new CrossEntropyCount(),
                new TrainingPlan.Descent(
                        AdamRule.of(AdamRule.Variant.ADAM, 0.02),
                        new Schedule.Steps(4, 0.5),
                        Double.POSITIVE_INFINITY));
    }

    private static TrainingPlan.Descent adam(double rate) {
        return TrainingPlan.Descent.of(AdamRule.of(AdamRule.Variant.ADAM, rate));
    }

    private static TrainingResult train(TrainingPlan experiment, TrainingListener listener) {
        Model model = Model.create(LayerShape.of(4), LAYERS, 1);
        return new Trainer(experiment, points(120, 0.5, 1), points(60, 0.5, 2), listener).train(model);
    }

    @Test
    void learnsAndKeepsTheBestEpoch() {
        TrainingResult result = train(experiment(8), TrainingListener.NONE);

        EpochReport best = result.epochs().get(result.bestEpoch());
        double accuracy = best.validation().orElseThrow().confusion().accuracy();
        assertTrue(accuracy >= 0.9, "accuracy " + accuracy);
        assertEquals(accuracy, result.state().bestMerit());
        for (EpochReport epoch : result.epochs()) {
            assertTrue(epoch.validation().orElseThrow().confusion().accuracy() <= accuracy);
        }
        assertEquals(0.02, result.epochs().get(3).learningRate());
        assertEquals(0.01, result.epochs().get(4).learningRate());
        assertTrue(result.epochs().get(0).meanGradientNorm() > 0);
        assertTrue(best.validation().orElseThrow().areasUnderCurve()[1] > 0.95);
    }

    @Test
    void ofEquallyAccurateEpochsTheOneWithTheLeastLossIsBest() {
        Model model = Model.create(LayerShape.of(4), LAYERS, 1);
        DataSet few = points(8, 0.5, 2);

        TrainingResult result =
                new Trainer(experiment(20), points(120, 0.5, 1), few, TrainingListener.NONE).train(model);

        double[] accuracies = result.epochs().stream()
                .mapToDouble(
                        epoch -> epoch.validation().orElseThrow().confusion().accuracy())
                .toArray();
        double[] losses = result.epochs().stream()
                .mapToDouble(epoch -> epoch.validation().orElseThrow().loss())
                .toArray();
        double highest = Arrays.stream(accuracies).max().orElseThrow();
        double least = IntStream.range(0, losses.length)
                .filter(i -> accuracies[i] == highest)
                .mapToDouble(i -> losses[i])
                .min()
                .orElseThrow();
        assertTrue(Arrays.stream(accuracies).filter(each -> each == highest).count() > 1, "no two are as good");
        assertEquals(highest, accuracies[result.bestEpoch()]);
        assertEquals(least, losses[result.bestEpoch()]);
        assertEquals(least, result.state().bestLoss());
        assertTrue(losses[0] > least, "the first is not the best by chance");
    }

    @Test
    void stopsWhenNothingGetsBetter() {
        TrainingPlan still = TrainingPlan.of(3, 50, 16, new CrossEntropyCount(), adam(1e-12))
                .withSelection(new TrainingPlan.Selection(ReadOut.SPIKE_COUNT, EpochCriterion.ACCURACY, 4));

        TrainingResult result = train(still, TrainingListener.NONE);

        assertEquals(0, result.bestEpoch());
        assertEquals(5, result.epochs().size());
    }

    @Test
    void listenerSeesProgressAndCanStop() {
        List<String> seen = new ArrayList<>();
        TrainingResult result = train(experiment(9), new TrainingListener() {
            @Override
            public void batchDone(int epoch, int batch, int batches, double loss) {
                seen.add(epoch + ": " + batch + "/" + batches);
            }

            @Override
            public boolean stop() {
                return seen.size() >= 16;
            }
        });

        assertEquals(2, result.epochs().size());
        assertEquals("0: 1/8", seen.get(0));
        assertEquals("1: 8/8", seen.get(15));
    }

    @Test
    void warnsOfDeadLayers() {
        Model model = Model.create(LayerShape.of(4), LAYERS, 1);
        for (Parameter parameter : model.parameters(0)) {
            Arrays.fill(parameter.values(), -1);
        }
        TrainingResult result = new Trainer(
                        TrainingPlan.of(3, 1, 16, new CrossEntropyCount(), adam(1e-9)),
                        points(20, 0.5, 1),
                        DataSet.of(List.of()),
                        TrainingListener.NONE)
                .train(model);

        List<String> warnings = result.epochs().get(0).warnings();
        assertTrue(warnings.contains("layer 1: 16 of 16 neurons never fire"), warnings.toString());
    }

    @Test
    void refusesClassesThatTheNetworkCannotTell() {
        DataSet three = DataSet.of(List.of(new Sample(new ConstantInput(new float[4], 5), 2)));
        TrainingPlan squared = TrainingPlan.of(1, 1, 4, new SquaredCount(0.8, 0.2));

        String message = assertThrows(
                        IllegalArgumentException.class,
                        () -> new Trainer(squared, three, three, TrainingListener.NONE)
                                .train(Model.create(LayerShape.of(4), LAYERS, 1)))
                .getMessage();

        assertEquals("a sample is of class 2, but the network tells only 2", message);
    }

    /** Spikes hide a weight that is no number any more: the loss of their counts stays one. */
    @Test
    void stopsOnceAWeightIsNoNumber() {
        stops(new CrossEntropyCount(), LAYERS, "a weight of -?(NaN|Infinity)");
    }

    @Test
    void stopsOnceTheLossIsNoNumber() {
        stops(
                new CrossEntropyMeanMembrane(),
                List.of(new Dense(2, true), Neurons.integrator(0.5)),
                "a loss of (NaN|Infinity)");
    }

    private static void stops(Loss loss, List<Layer> layers, String found) {
        TrainingPlan wild = TrainingPlan.of(3, 4, 16, loss, adam(1e300));
        TrainingListener none = new TrainingListener() {
            @Override
            public void epochDone(EpochReport report, TrainingState state) {
                throw new AssertionError("an epoch is done");
            }
        };
        Trainer trainer = new Trainer(wild, points(120, 0.5, 1), points(60, 0.5, 2), none);

        String message = assertThrows(
                        DivergedException.class, () -> trainer.train(Model.create(LayerShape.of(4), layers, 1)))
                .getMessage();

        assertTrue(
                message.matches(
                        "found " + found + " in epoch 1, expected a finite number: a lower learning rate may help"),
                message);
    }

    @Test
    void needsSamples() {
        DataSet none = DataSet.of(List.of());

        assertThrows(
                IllegalArgumentException.class, () -> new Trainer(experiment(1), none, none, TrainingListener.NONE));
        assertThrows(IllegalArgumentException.class, () -> experiment(0));
    }
}
