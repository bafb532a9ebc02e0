package ganglion.hardware.precision;

import ganglion.kernel.network.Network;
import ganglion.kernel.network.Population;
import ganglion.kernel.network.Projection;
import ganglion.kernel.network.Synapses;
import ganglion.kernel.neuron.LifParameters;
import ganglion.kernel.neuron.model.Lif;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The difference of two weights that a chip can hold, for all weights into a population. Weights that are whole multiples of one
 * number, few enough for the chip's bits, are held as they are: the step is the smallest that divides that number. Otherwise the
 * largest weight is the largest whole number that the chip has, and the others are rounded.
 *
 * @param size in the unit of weights; 0 if no weight is other than 0
 * @param exact whether no weight changes
 */
public record WeightStep(double size, boolean exact) {

    /** Weights that differ from a multiple by less than this share of the chip's step are one: they come from 32-bit files. */
    static final double TOLERANCE = 1e-3;

    /**
     * The step of the weights into a population: as fine as its weights and its threshold allow.
     *
     * @param levels largest whole number that a weight of the chip has, at least 1
     * @param highest largest whole number that a membrane potential of the chip has
     */
    public static WeightStep into(Network network, String population, long levels, long highest) {
        double least = threshold(network, population) / highest;
        Divisor divisor = new Divisor(levels);
        if (divisor.dividesAll(network, population) && divisor.reaches(least)) {
            return new WeightStep(divisor.finestStep(least), true);
        }
        return new WeightStep(Math.max(largest(network, population) / levels, least), false);
    }

    /** Whether a chip holds all weights into a population as they are. It reads no more weights than it takes to know. */
    public static boolean isExact(Network network, String population, long levels, long highest) {
        Divisor divisor = new Divisor(levels);
        return divisor.dividesAll(network, population) && divisor.reaches(threshold(network, population) / highest);
    }

    /**
     * Fewest bits of a network's numbers as they are.
     *
     * @param weights of the weights into a population; 1 of weights of one size
     * @param state of a potential that holds the threshold in steps of them
     */
    public record Bits(int weights, int state) {}

    /** The fewest bits, up to a number of them, that hold all weights into a population as they are; empty if none do. */
    public static Optional<Bits> bits(Network network, String population, int most) {
        for (int bits = 1; bits <= most; bits++) {
            Divisor divisor = new Divisor(largest(bits));
            if (divisor.dividesAll(network, population)) {
                int weights = bits;
                double threshold = threshold(network, population);
                return IntStream.range(1, Long.SIZE)
                        .filter(state -> divisor.reaches(threshold / largest(state)))
                        .mapToObj(state -> new Bits(weights, state))
                        .findFirst();
            }
        }
        return Optional.empty();
    }

    private static long largest(int bits) {
        return Math.max(1, (1L << bits - 1) - 1);
    }

    /** The highest threshold of a population in the largest weight into it; empty if it has no weight or no threshold in steps. */
    public static Optional<Double> thresholdInWeights(Network network, String population) {
        double threshold = threshold(network, population);
        double largest = threshold > 0 ? largest(network, population) : 0;
        return largest > 0 ? Optional.of(threshold / largest) : Optional.empty();
    }

    /** The highest finite threshold of neurons that are counted in steps; 0 of others. */
    private static double threshold(Network network, String name) {
        Population population = network.population(network.index(name));
        LifParameters parameters = population.model() instanceof Lif lif
                ? lif.parameters()
                : population.model() instanceof GridLif grid ? grid.parameters() : null;
        return parameters == null
                ? 0
                : IntStream.range(0, population.size())
                        .mapToDouble(parameters.threshold()::at)
                        .filter(Double::isFinite)
                        .max()
                        .orElse(0);
    }

    private static double largest(Network network, String population) {
        double largest = 0;
        for (Projection projection : (Iterable<Projection>) network.into(population)::iterator) {
            Synapses synapses = projection.synapses();
            for (int source = 0; source < synapses.sourceSize(); source++) {
                for (int i = 0; i < synapses.outDegree(source); i++) {
                    largest = Math.max(largest, Math.abs(synapses.weight(source, i)));
                }
            }
        }
        return largest;
    }

    /** The largest number that the weights read so far are whole multiples of. For one use. */
    private static final class Divisor {

        private final long levels;
        private double largest;
        private double divisor;

        Divisor(long levels) {
            this.levels = levels;
        }

        /** Whether there is one, of which the largest weight is at most as many as the chip has levels. */
        boolean dividesAll(Network network, String population) {
            return network.into(population).allMatch(projection -> dividesAll(projection.synapses()));
        }

        private boolean dividesAll(Synapses synapses) {
            for (int source = 0; source < synapses.sourceSize(); source++) {
                for (int i = 0; i < synapses.outDegree(source); i++) {
                    if (!divides(Math.abs(synapses.weight(source, i)))) {
                        return false;
                    }
                    if (synapses.isUniform()) {
                        return true;
                    }
                }
            }
            return true;
        }

        /** Euclid's algorithm, in which a rest of almost nothing is none. */
        private boolean divides(double size) {
            if (size == 0) {
                return true;
            }
            largest = Math.max(largest, size);
            double finest = largest / levels;
            double rest = divisor == 0 ? 0 : Math.abs(Math.IEEEremainder(size, divisor));
            divisor = divisor == 0 ? size : divisor;
            while (rest > finest * TOLERANCE) {
                double next = Math.abs(Math.IEEEremainder(divisor, rest));
                divisor = rest;
                rest = next;
            }
            return divisor >= finest * (1 - TOLERANCE);
        }

        /** Whether the chip's potentials hold the threshold in steps of this size or larger. */
        boolean reaches(double least) {
            return largest == 0 || divisor >= least * (1 - TOLERANCE);
        }

        /** @param least smallest step whose potentials hold the threshold */
        double finestStep(double least) {
            if (largest == 0) {
                return 0;
            }
            double units = Math.rint(largest / divisor);
            double parts = Math.floor(levels / units);
            if (least > 0) {
                parts = Math.max(1, Math.min(parts, Math.floor(divisor * (1 + TOLERANCE) / least)));
            }
            return largest / (units * parts);
        }
    }
}
