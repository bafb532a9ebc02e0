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
        double largest = 0;
        for (Projection projection : network.projections()) {
            if (projection.target().equals(population)) {
                largest = Math.max(largest, largest(projection.synapses()));
            }
        }
        if (largest == 0) {
            return new WeightStep(0, true);
        }
        double finest = largest / levels;
        double common = largest;
        for (Projection projection : network.projections()) {
            if (projection.target().equals(population)) {
                common = common(common, projection.synapses(), finest);
            }
        }
        double units = Math.rint(largest / common);
        return common == 0 || units > levels
                ? new WeightStep(finest, false)
                : new WeightStep(largest / (units * Math.floor(levels / units)), true);
    }

    private static double largest(Synapses synapses) {
        double largest = 0;
        for (int source = 0; source < synapses.sourceSize(); source++) {
            for (int i = 0; i < synapses.outDegree(source); i++) {
                largest = Math.max(largest, Math.abs(synapses.weight(source, i)));
                if (synapses.isUniform()) {
                    return largest;
                }
            }
        }
        return largest;
    }

    /** The largest number that all sizes of weights are whole multiples of; 0 once it is below the finest step. */
    private static double common(double given, Synapses synapses, double finest) {
        double common = given;
        for (int source = 0; source < synapses.sourceSize(); source++) {
            for (int i = 0; i < synapses.outDegree(source) && common > 0; i++) {
                common = divisor(common, Math.abs(synapses.weight(source, i)), finest);
                if (synapses.isUniform()) {
                    return common;
                }
            }
        }
        return common;
    }

    /** Euclid's algorithm, in which a rest of almost nothing or almost the divisor is none. */
    private static double divisor(double first, double second, double finest) {
        double tolerance = finest * TOLERANCE;
        double divisor = first;
        double rest = Math.abs(Math.IEEEremainder(second, divisor));
        while (rest > tolerance) {
            double next = Math.abs(Math.IEEEremainder(divisor, rest));
            divisor = rest;
            rest = next;
        }
        return divisor < finest * (1 - TOLERANCE) ? 0 : divisor;
    }
}
