package ganglion.learning.eventprop.train;

import ganglion.learning.eventprop.TimedSpikes;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The Yin-Yang task (Kriener, Goeltz and Petrovici 2021, arXiv 2102.08211): points of a disc belong to Yin, Yang or one of two dots. A
 * point is the times of four spikes (x, y, 1 - x, 1 - y) after a fifth at the start.
 */
public final class YinYang {

    public static final int INPUTS = 5;
    public static final int CLASSES = 3;
    public static final double DURATION = 60;

    private static final double EARLIEST = 2;
    private static final double SPAN = 28;
    private static final double LARGE = 0.5;
    private static final double SMALL = 0.1;

    private YinYang() {}

    /** Samples, classes in turn. */
    public static List<EventSample> samples(int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<EventSample> samples = new ArrayList<>();
        while (samples.size() < count) {
            double x = random.nextDouble();
            double y = random.nextDouble();
            int label = label(x, y);
            if (label == samples.size() % CLASSES) {
                samples.add(new EventSample(spikes(x, y), DURATION, label));
            }
        }
        return samples;
    }

    /** 0 for Yin, 1 for Yang, 2 for the dots, -1 outside of the disc. */
    private static int label(double x, double y) {
        if (Math.hypot(x - LARGE, y - LARGE) > LARGE) {
            return -1;
        }
        double right = Math.hypot(x - 1.5 * LARGE, y - LARGE);
        double left = Math.hypot(x - 0.5 * LARGE, y - LARGE);
        if (right < SMALL || left < SMALL) {
            return 2;
        }
        boolean yin = left <= 0.5 * LARGE || y > LARGE && right > 0.5 * LARGE;
        return yin ? 0 : 1;
    }

    private static TimedSpikes spikes(double x, double y) {
        double[] values = {x, y, 1 - x, 1 - y};
        List<double[]> spikes = new ArrayList<>();
        spikes.add(new double[] {0, 4});
        for (int i = 0; i < values.length; i++) {
            spikes.add(new double[] {EARLIEST + SPAN * values[i], i});
        }
        spikes.sort((a, b) -> Double.compare(a[0], b[0]));
        return TimedSpikes.of(
                spikes.stream().mapToDouble(spike -> spike[0]).toArray(),
                spikes.stream().mapToInt(spike -> (int) spike[1]).toArray());
    }
}
