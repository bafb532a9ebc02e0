package ganglion.learning.tempotron;

import ganglion.learning.tempotron.MapTempotron.Permutation;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * A grid of units, each with a prototype of the frames that it represents, such that neighbours represent similar frames. For
 * a frame {@code x} the nearest unit {@code c} wins, and every prototype moves: {@code m_i <- m_i + rate h(i, c) (x - m_i)} with
 * {@code h = exp(-d(i, c)^2 / (2 radius^2))}, {@code d} the distance on the grid. Rate and radius fall exponentially from frame
 * to frame (Kohonen, "The self-organizing map", Proc. IEEE 78(9), 1990; in this form Wu et al. 2018, see {@link
 * MapTempotron}).
 *
 * <p>Units are numbered row by row. Immutable.
 */
public final class SelfOrganisingMap {

    /** Beyond this many radii a prototype would move by less than one part in three thousand. */
    private static final double FARTHEST_RADII = 4;

    private final Settings settings;
    private final double[][] prototypes;

    /**
     * Settings of a map and of its training.
     *
     * @param width units in a row
     * @param height rows
     * @param epochs how often it sees all frames, at least 1
     * @param firstRate share of the way that a winner moves at first, above 0 and at most 1
     * @param lastRate the same at the end
     * @param firstRadius width of the neighbourhood at first, in units, above 0
     * @param lastRadius the same at the end
     */
    public record Settings(
            int width,
            int height,
            int epochs,
            double firstRate,
            double lastRate,
            double firstRadius,
            double lastRadius) {

        private static final int MOST_UNITS = 1 << 16;

        /** @throws IllegalArgumentException if a number is out of range */
        public Settings {
            if (width < 1 || height < 1 || (long) width * height > MOST_UNITS || epochs < 1) {
                throw new IllegalArgumentException("a map of " + width + " x " + height + " units and " + epochs
                        + " epochs, expected 1 to " + MOST_UNITS + " units and 1 epoch or more");
            }
            if (!(firstRate > 0 && firstRate <= 1 && lastRate > 0 && lastRate <= 1)) {
                throw new IllegalArgumentException("a map with rates from " + firstRate + " to " + lastRate
                        + ", expected more than 0 and at most 1");
            }
            if (!(firstRadius > 0 && lastRadius > 0 && Double.isFinite(firstRadius) && Double.isFinite(lastRadius))) {
                throw new IllegalArgumentException(
                        "a map with radii from " + firstRadius + " to " + lastRadius + ", expected more than 0");
            }
        }

        /** A neighbourhood that shrinks from half the map to a single unit while the rate falls from 0.5 to 0.01. */
        public static Settings of(int width, int height, int epochs) {
            return new Settings(width, height, epochs, 0.5, 0.01, Math.max(0.5, Math.max(width, height) / 2.0), 0.5);
        }

        /** Number of units. */
        public int units() {
            return width * height;
        }
    }

    private SelfOrganisingMap(Settings settings, double[][] prototypes) {
        this.settings = settings;
        this.prototypes = prototypes;
    }

    /**
     * A map with given prototypes.
     *
     * @param prototypes by unit; copied
     * @throws IllegalArgumentException if there is not one for each unit, or they differ in length or have none
     */
    public static SelfOrganisingMap of(Settings settings, double[][] prototypes) {
        if (prototypes.length != settings.units()) {
            throw new IllegalArgumentException(
                    prototypes.length + " prototypes, expected one for each of " + settings.units() + " units");
        }
        for (double[] prototype : prototypes) {
            if (prototype.length == 0 || prototype.length != prototypes[0].length) {
                throw new IllegalArgumentException(
                        "prototypes have " + prototypes[0].length + " and " + prototype.length + " values");
            }
        }
        return new SelfOrganisingMap(
                settings, Arrays.stream(prototypes).map(double[]::clone).toArray(double[][]::new));
    }

    /**
     * Trains a map on frames. Its prototypes start as frames chosen at random.
     *
     * @param frames at least one, all of the same length
     * @param seed of the start and of the order in which frames are seen
     * @throws IllegalArgumentException if there is no frame, or frames differ in length
     */
    public static SelfOrganisingMap fit(List<double[]> frames, Settings settings, long seed) {
        if (frames.isEmpty()) {
            throw new IllegalArgumentException("a map needs at least one frame to be made from");
        }
        for (double[] frame : frames) {
            if (frame.length != frames.get(0).length) {
                throw new IllegalArgumentException(
                        "frames have " + frames.get(0).length + " and " + frame.length + " values");
            }
        }
        SplittableRandom random = new SplittableRandom(seed);
        double[][] prototypes = new double[settings.units()][];
        for (int i = 0; i < prototypes.length; i++) {
            prototypes[i] = frames.get(random.nextInt(frames.size())).clone();
        }
        SelfOrganisingMap map = new SelfOrganisingMap(settings, prototypes);
        map.learn(frames, random);
        return map;
    }

    private void learn(List<double[]> frames, SplittableRandom random) {
        double last = Math.max(1, (double) settings.epochs * frames.size() - 1);
        long seen = 0;
        for (int epoch = 0; epoch < settings.epochs; epoch++) {
            for (int k : Permutation.of(frames.size(), random)) {
                double elapsed = seen++ / last;
                move(
                        frames.get(k),
                        fallen(settings.firstRate, settings.lastRate, elapsed),
                        fallen(settings.firstRadius, settings.lastRadius, elapsed));
            }
        }
    }

    /** The value after a share of the way from one value to another, evenly in its logarithm. */
    private static double fallen(double first, double last, double share) {
        return first * Math.pow(last / first, share);
    }

    private void move(double[] frame, double rate, double radius) {
        int winner = winner(frame);
        int row = winner / settings.width;
        int column = winner % settings.width;
        int reach = (int) Math.ceil(FARTHEST_RADII * radius);
        for (int y = Math.max(0, row - reach); y <= Math.min(settings.height - 1, row + reach); y++) {
            for (int x = Math.max(0, column - reach); x <= Math.min(settings.width - 1, column + reach); x++) {
                double squared = (double) (y - row) * (y - row) + (double) (x - column) * (x - column);
                double step = rate * Math.exp(-squared / (2 * radius * radius));
                double[] prototype = prototypes[y * settings.width + x];
                for (int i = 0; i < prototype.length; i++) {
                    prototype[i] += step * (frame[i] - prototype[i]);
                }
            }
        }
    }

    /** Number of units. */
    public int units() {
        return prototypes.length;
    }

    /** Number of values of a frame. */
    public int inputs() {
        return prototypes[0].length;
    }

    /** Prototype of a unit; a copy. */
    public double[] prototype(int unit) {
        return prototypes[unit].clone();
    }

    /** The unit whose prototype is nearest to a frame, the first of equals. */
    public int winner(double[] frame) {
        int winner = 0;
        double nearest = Double.POSITIVE_INFINITY;
        for (int i = 0; i < prototypes.length; i++) {
            double squared = squaredDistance(i, frame);
            if (squared < nearest) {
                nearest = squared;
                winner = i;
            }
        }
        return winner;
    }

    /** The units nearest to a frame, nearest first; all of them if there are fewer. */
    public int[] nearest(double[] frame, int count) {
        double[] squared = new double[prototypes.length];
        Arrays.setAll(squared, i -> squaredDistance(i, frame));
        return IntStream.range(0, prototypes.length)
                .boxed()
                .sorted((a, b) -> Double.compare(squared[a], squared[b]))
                .limit(count)
                .mapToInt(i -> i)
                .toArray();
    }

    /** Root of the mean squared distance of frames from the prototypes nearest to them; 0 without frames. */
    public double distortion(List<double[]> frames) {
        double sum = 0;
        for (double[] frame : frames) {
            sum += squaredDistance(winner(frame), frame);
        }
        return frames.isEmpty() ? 0 : Math.sqrt(sum / frames.size());
    }

    private double squaredDistance(int unit, double[] frame) {
        double[] prototype = prototypes[unit];
        if (frame.length != prototype.length) {
            throw new IllegalArgumentException(
                    "a frame has " + frame.length + " values, the map was made of " + prototype.length);
        }
        double sum = 0;
        for (int i = 0; i < prototype.length; i++) {
            double difference = frame[i] - prototype[i];
            sum += difference * difference;
        }
        return sum;
    }
}
