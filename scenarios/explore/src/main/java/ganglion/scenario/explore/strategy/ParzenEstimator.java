package ganglion.scenario.explore.strategy;

import ganglion.scenario.explore.space.Choice;
import ganglion.scenario.explore.space.Range;
import ganglion.scenario.explore.space.SearchDimension;
import ganglion.scenario.explore.space.Space;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * The density of some configurations: a mean of kernels around them. Of a range a normal kernel on its scale, of a choice the kernel of Aitchison
 * and Aitken (Biometrika 63, 1976). The width follows Scott's rule, with a least one, so that equal values do not shut out their neighbours.
 */
final class ParzenEstimator {

    private static final double LEAST_WIDTH = 0.05;

    private final Space space;
    private final List<double[]> centres;
    private final double[] widths;

    /** @param centres at least one */
    ParzenEstimator(Space space, List<double[]> centres) {
        this.space = space;
        this.centres = List.copyOf(centres);
        this.widths = new double[space.dimensions().size()];
        for (int d = 0; d < widths.length; d++) {
            widths[d] = width(d);
        }
    }

    /** Scott's rule: a deviation times n to the power of -1/(d + 4). Of a choice it is the share that goes to the other options. */
    private double width(int dimension) {
        double shrink = Math.pow(centres.size(), -1.0 / (space.dimensions().size() + 4));
        if (space.dimensions().get(dimension) instanceof Choice choice) {
            int options = choice.options().size();
            return options == 1 ? 0 : (options - 1.0) / options * Math.min(0.9, 0.5 * shrink);
        }
        Range range = (Range) space.dimensions().get(dimension);
        double[] shares = centres.stream()
                .mapToDouble(each -> range.share(each[dimension]))
                .toArray();
        double mean = 0;
        for (double share : shares) {
            mean += share / shares.length;
        }
        double squares = 0;
        for (double share : shares) {
            squares += (share - mean) * (share - mean);
        }
        double deviation = shares.length < 2 ? 0.25 : Math.sqrt(squares / (shares.length - 1));
        return Math.max(LEAST_WIDTH, deviation * shrink);
    }

    /** Coordinates by chance, as likely as they are dense. */
    double[] sample(RandomGenerator random) {
        double[] centre = centres.get(random.nextInt(centres.size()));
        double[] sampled = new double[centre.length];
        for (int d = 0; d < sampled.length; d++) {
            SearchDimension dimension = space.dimensions().get(d);
            if (dimension instanceof Range range) {
                sampled[d] = range.at(reflected(range.share(centre[d]) + widths[d] * random.nextGaussian()));
            } else {
                boolean other = random.nextDouble() < widths[d];
                sampled[d] = other ? otherThan(centre[d], (Choice) dimension, random) : centre[d];
            }
        }
        return sampled;
    }

    /** A kernel that reaches over a bound is folded back, so that the bounds themselves are no more likely than what is between them. */
    private static double reflected(double share) {
        double folded = share < 0 ? -share : share > 1 ? 2 - share : share;
        return Math.max(0, Math.min(1, folded));
    }

    private static double otherThan(double centre, Choice choice, RandomGenerator random) {
        int drawn = random.nextInt(choice.options().size() - 1);
        return drawn < centre ? drawn : drawn + 1;
    }

    /** Logarithm of the density at coordinates, but for a constant. */
    double logarithm(double... coordinates) {
        double sum = 0;
        for (double[] centre : centres) {
            double kernel = 1;
            for (int d = 0; d < coordinates.length; d++) {
                kernel *= kernel(d, centre[d], coordinates[d]);
            }
            sum += kernel;
        }
        return Math.log(Math.max(sum / centres.size(), Double.MIN_NORMAL));
    }

    private double kernel(int d, double centre, double value) {
        if (space.dimensions().get(d) instanceof Choice choice) {
            int others = choice.options().size() - 1;
            return centre == value ? 1 - widths[d] : widths[d] / others;
        }
        Range range = (Range) space.dimensions().get(d);
        double distance = (range.share(value) - range.share(centre)) / widths[d];
        return Math.exp(-distance * distance / 2) / widths[d];
    }
}
