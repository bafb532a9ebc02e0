package ganglion.learning.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.learning.loss.Loss.CrossEntropyMeanMembrane;
import ganglion.learning.model.Dense;
import ganglion.learning.model.LayerShape;
import ganglion.learning.model.Model;
import ganglion.learning.model.Neurons;
import ganglion.learning.optimiser.Rule.SgdRule;
import ganglion.learning.sample.Sample;
import ganglion.learning.sample.Sample.DenseInput;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RateRangeTest {

    private static final TrainingPlan PLAN = TrainingPlan.of(1, 1, 8, new CrossEntropyMeanMembrane());

    private static DataSet data() {
        Random random = new Random(3);
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            float[][] rows = new float[10][4];
            for (float[] row : rows) {
                row[i % 2] = 1 + 0.2F * random.nextFloat();
            }
            samples.add(new Sample(new DenseInput(rows), i % 2));
        }
        return DataSet.of(samples);
    }

    private static Model model() {
        return Model.create(LayerShape.of(4), List.of(new Dense(2, true), Neurons.integrator(0.9)), 2);
    }

    private static RateRange.Point point(int i, double smoothed) {
        return new RateRange.Point(Math.pow(10, i / 10.0 - 6), smoothed, smoothed);
    }

    @Test
    void theRateGrowsByTheSameFactorAndTheModelStaysAsItIs() {
        Model model = model();

        List<RateRange.Point> points =
                RateRange.of(model, PLAN, data(), batch -> batch < 20).points();

        assertEquals(20, points.size());
        assertEquals(1e-6, points.get(0).rate());
        double factor = Math.pow(1e7, 1.0 / (RateRange.BATCHES - 1));
        for (int i = 1; i < points.size(); i++) {
            assertEquals(factor, points.get(i).rate() / points.get(i - 1).rate(), 1e-9);
        }
        assertArrayEquals(
                model().parameter(0, "weight").values(),
                model.parameter(0, "weight").values());
    }

    @Test
    void aRateBetweenTooLittleAndTooMuchIsSuggested() {
        RateRange range = RateRange.of(model(), PLAN, data(), batch -> true);

        double suggested = range.suggestion().orElseThrow();
        assertTrue(suggested > 1e-3 && suggested < 3, "suggested " + suggested);
    }

    @Test
    void theSteepestFallBeforeTheLeastLossCounts() {
        List<RateRange.Point> points = IntStream.range(0, 70)
                .mapToObj(i -> point(i, i < 20 ? 1 : i < 40 ? 1 - 0.04 * (i - 20) : 0.2 + 0.03 * (i - 40)))
                .toList();

        double suggested = new RateRange(points).suggestion().orElseThrow();

        assertTrue(suggested >= point(24, 0).rate() && suggested <= point(36, 0).rate(), "suggested " + suggested);
    }

    @Test
    void aLossThatNeverFallsSuggestsNothing() {
        List<RateRange.Point> rising =
                IntStream.range(0, 40).mapToObj(i -> point(i, 1 + 0.01 * i)).toList();

        assertTrue(new RateRange(rising).suggestion().isEmpty());
        assertTrue(new RateRange(List.of()).suggestion().isEmpty());
    }

    @Test
    void aSlopeNeedsFiveBatchesToEachSide() {
        List<RateRange.Point> points =
                IntStream.range(0, 11).mapToObj(i -> point(i, 1)).toList();

        assertTrue(new RateRange(points).hasSlopes());
        assertFalse(new RateRange(points.subList(0, 10)).hasSlopes());
    }

    @Test
    void theTestEndsWhenTheLossHasGrownFourfold() {
        Random random = new Random(5);
        List<Sample> unlearnable = IntStream.range(0, 40)
                .mapToObj(i -> new Sample(
                        new DenseInput(new float[][] {{30 * random.nextFloat(), 30 * random.nextFloat(), 1, 1}}),
                        i % 2))
                .toList();
        RateRange range = RateRange.of(
                model(),
                TrainingPlan.of(
                        1, 1, 8, new CrossEntropyMeanMembrane(), TrainingPlan.Descent.of(new SgdRule(1, 0, false, 0))),
                DataSet.of(unlearnable),
                batch -> true);

        double least = range.points().stream()
                .mapToDouble(RateRange.Point::smoothed)
                .min()
                .orElseThrow();
        RateRange.Point last = range.points().get(range.points().size() - 1);
        assertTrue(last.smoothed() > 4 * least, last::toString);
        assertTrue(range.points().size() < RateRange.BATCHES, "it ended early");
    }
}
