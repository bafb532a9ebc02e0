package ganglion.scenario.explore.strategy;

import ganglion.scenario.explore.TrialRecord.Origin;
import ganglion.scenario.explore.space.Configuration;
import ganglion.scenario.explore.space.Space;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

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
}
