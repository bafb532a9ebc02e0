package ganglion.hardware.precision;

import ganglion.kernel.network.Network;
import ganglion.kernel.network.Projection;
import ganglion.kernel.network.Synapses;

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
    private static final double TOLERANCE = 1e-3;

    /**
     * The step of the weights into a population.
     *
     * @param levels largest whole number that the chip has, at least 1
     */
    public static WeightStep into(Network network, String population, long levels) {
        Divisor divisor = new Divisor(levels);
        if (!divisor.dividesAll(network, population)) {
            return new WeightStep(largest(network, population) / levels, false);
        }
        return new WeightStep(divisor.finestStep(), true);
    }

    /** Whether a chip holds all weights into a population as they are. It reads no more weights than it takes to know. */
    public static boolean isExact(Network network, String population, long levels) {
        return new Divisor(levels).dividesAll(network, population);
    }

    private static double largest(Network network, String population) {
        double largest = 0;
        for (Projection projection : network.projections()) {
            Synapses synapses = projection.synapses();
            for (int source = 0; projection.target().equals(population) && source < synapses.sourceSize(); source++) {
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
            return network.projections().stream()
                    .filter(projection -> projection.target().equals(population))
                    .allMatch(projection -> dividesAll(projection.synapses()));
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

        double finestStep() {
            if (largest == 0) {
                return 0;
            }
            double units = Math.rint(largest / divisor);
            return largest / (units * Math.floor(levels / units));
        }
    }
}
