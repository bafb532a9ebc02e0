package ganglion.learning.train;

import ganglion.learning.engine.Engine;
import ganglion.learning.engine.Engine.BatchReport;
import ganglion.learning.engine.Engine.TrainingStep;
import ganglion.learning.model.Model;
import ganglion.learning.sample.Sample;
import ganglion.learning.train.DataSet.EpochOrder;
import ganglion.learning.train.TrainingPlan.ClassBalance;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * A learning-rate range test (Smith, "Cyclical learning rates for training neural networks", WACV 2017): a copy of a model is trained
 * batch by batch while the rate grows by the same factor each time, until the loss has grown fourfold or the largest rate is reached.
 *
 * @param points rate and loss of each batch, in order
 */
public record RateRange(List<Point> points) {

    /** Rate of the first batch. */
    public static final double LOWEST = 1e-6;

    /** Rate of the last batch. */
    public static final double HIGHEST = 10;

    /** Number of batches. */
    public static final int BATCHES = 160;

    /** Weight of the losses before in the smoothed loss. */
    private static final double SMOOTHING = 0.9;

    /** The test ends when the smoothed loss exceeds the least one by this factor. */
    private static final double DIVERGED = 4;

    /** Batches over which a slope is measured, to each side. */
    private static final int REACH = 5;

    /** Takes a copy of the list. */
    public RateRange {
        points = List.copyOf(points);
    }

    /**
     * A batch of the test.
     *
     * @param rate learning rate
     * @param loss of the batch
     * @param smoothed mean of the losses so far, of which the newest count most
     */
    public record Point(double rate, double loss, double smoothed) {}

    /** Receives the number of batches done. */
    @FunctionalInterface
    public interface Listener {

        /** @return whether to go on */
        boolean done(int batches);
    }

    /**
     * Carries out the test.
     *
     * @param model stays as it is
     * @param plan of the training; its own rate and schedule do not matter
     * @param data samples to learn from, in the order of the first epochs
     * @param listener told of each batch
     */
    public static RateRange of(Model model, TrainingPlan plan, DataSet data, Listener listener) {
        List<Point> points = new ArrayList<>();
        double mean = 0;
        double least = Double.POSITIVE_INFINITY;
        try (Engine engine = Trainer.engine(model.copy(), plan)) {
            for (int batch = 0; batch < BATCHES && listener.done(batch); batch++) {
                double rate = LOWEST * Math.pow(HIGHEST / LOWEST, (double) batch / (BATCHES - 1));
                BatchReport report = engine.train(
                        samples(data, plan, batch),
                        new TrainingStep(
                                batch,
                                plan.objective().loss(),
                                plan.objective().penalty(),
                                rate,
                                plan.descent().largestGradientNorm(),
                                plan.selection().readOut()));
                if (!Double.isFinite(report.loss())) {
                    break;
                }
                mean = SMOOTHING * mean + (1 - SMOOTHING) * report.loss();
                double smoothed = mean / (1 - Math.pow(SMOOTHING, batch + 1));
                points.add(new Point(rate, report.loss(), smoothed));
                least = Math.min(least, smoothed);
                if (smoothed > DIVERGED * least) {
                    break;
                }
            }
        }
        return new RateRange(points);
    }

    private static List<Sample> samples(DataSet data, TrainingPlan plan, int batch) {
        int size = Math.min(plan.batchSize(), data.size());
        int perEpoch = (data.size() + size - 1) / size;
        int epoch = batch / perEpoch;
        int[] order = EpochOrder.of(data, ClassBalance.NONE, plan.seed(), epoch);
        int first = batch % perEpoch * size;
        return IntStream.range(first, Math.min(order.length, first + size))
                .mapToObj(place -> data.sample(order[place], epoch))
                .toList();
    }

    /** Whether there are batches enough to measure how steeply the loss falls. */
    public boolean hasSlopes() {
        return points.size() > 2 * REACH;
    }

    /**
     * The rate at which the smoothed loss falls most steeply over the logarithm of the rate, before its least value; absent if it does
     * not fall.
     */
    public OptionalDouble suggestion() {
        int lowest = 0;
        for (int i = 1; i < points.size(); i++) {
            lowest = points.get(i).smoothed() < points.get(lowest).smoothed() ? i : lowest;
        }
        int steepest = -1;
        double fall = 0;
        for (int i = REACH; i + REACH < points.size() && i <= lowest; i++) {
            double drop =
                    points.get(i - REACH).smoothed() - points.get(i + REACH).smoothed();
            if (drop > fall) {
                fall = drop;
                steepest = i;
            }
        }
        return steepest < 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(points.get(steepest).rate());
    }
}
