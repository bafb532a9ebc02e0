package ganglion.scenario.explore.strategy;

import ganglion.scenario.explore.TrialRecord.Origin;
import ganglion.scenario.explore.space.Choice;
import ganglion.scenario.explore.space.Configuration;
import ganglion.scenario.explore.space.Range;
import ganglion.scenario.explore.space.SearchDimension;
import ganglion.scenario.explore.space.Space;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Proposes configurations as BOHB does (Falkner, Klein and Hutter 2018, ICML, arXiv:1807.01774): a third by chance, so that nothing is shut out
 * for good, and the others by a tree-structured Parzen estimator (Bergstra et al. 2011), that is, of some draws from the density of good
 * configurations the one whose density among the good ones is highest beside that among the others. Which ones are good is decided by
 * non-dominated sorting, as in MOTPE (Ozaki et al. 2022, Journal of Artificial Intelligence Research 73, doi:10.1613/jair.1.13188). The share of
 * good ones and the number of draws are those of TPE as Hyperopt has it; BOHB has 15 % and 64, which cover no more in {@code RoundsTest}. No
 * configuration is proposed twice. The same seed and the same findings give the same proposals. For one thread.
 */
public final class Proposer {

    private static final double RANDOM_SHARE = 1.0 / 3;
    private static final double GOOD_SHARE = 0.25;
    private static final int DRAWS = 24;

    /** Draws after which a space counts as used up. */
    private static final int PATIENCE = 2000;

    private final Space space;
    private final SplittableRandom random;
    private final Set<Configuration> known = new HashSet<>();

    /** @param seed of all draws */
    public Proposer(Space space, long seed) {
        this.space = space;
        this.random = new SplittableRandom(seed);
    }

    /**
     * A configuration that is worth trying.
     *
     * @param configuration what to try
     * @param origin whether chance or the model chose it
     */
    public record Proposal(Configuration configuration, Origin origin) {}

    /** Number of findings from which on the model proposes: one more than dimensions, and enough for two densities. */
    public int leastFindings() {
        return Math.max(4, space.dimensions().size() + 1);
    }

    /**
     * The next configuration.
     *
     * @param findings coordinates of the configurations that were tried, the best first
     * @return empty if no new one is found
     */
    public Optional<Proposal> next(List<double[]> findings) {
        boolean byChance = random.nextDouble() < RANDOM_SHARE || findings.size() < leastFindings();
        if (!byChance) {
            Optional<Proposal> modelled = modelled(findings);
            if (modelled.isPresent()) {
                return modelled;
            }
        }
        for (int draw = 0; draw < PATIENCE; draw++) {
            Configuration configuration = space.at(space.random(random));
            if (known.add(configuration)) {
                return Optional.of(new Proposal(configuration, Origin.RANDOM));
            }
        }
        return Optional.empty();
    }

    private Optional<Proposal> modelled(List<double[]> findings) {
        int good = Math.max(2, (int) Math.ceil(GOOD_SHARE * findings.size()));
        ParzenEstimator goodOnes = new ParzenEstimator(space, findings.subList(0, good));
        ParzenEstimator others = new ParzenEstimator(space, findings.subList(good, findings.size()));
        Configuration best = null;
        double highest = Double.NEGATIVE_INFINITY;
        for (int draw = 0; draw < DRAWS; draw++) {
            double[] drawn = goodOnes.sample(random);
            double merit = goodOnes.logarithm(drawn) - others.logarithm(drawn);
            Configuration configuration = space.at(drawn);
            if (merit > highest && !known.contains(configuration)) {
                highest = merit;
                best = configuration;
            }
        }
        if (best == null) {
            return Optional.empty();
        }
        known.add(best);
        return Optional.of(new Proposal(best, Origin.MODEL));
    }

    /**
     * The density of some configurations: a mean of kernels around them. Of a range a normal kernel on its scale, of a choice the kernel of Aitchison
     * and Aitken (Biometrika 63, 1976). The width follows Scott's rule, with a least one, so that equal values do not shut out their neighbours.
     */
    private static final class ParzenEstimator {

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
}
