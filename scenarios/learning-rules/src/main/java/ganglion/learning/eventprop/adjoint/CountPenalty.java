package ganglion.learning.eventprop.adjoint;

import ganglion.learning.eventprop.TimedSpikes;
import java.util.Arrays;

/**
 * Keeps the spikes of hidden neurons within bounds. The number of spikes does not change with small changes of parameters, so that its
 * derivative is zero: the penalty enters as a jump of the adjoint of the potential at each spike, {@code strength (n - bound)} for a
 * neuron that fires {@code n} spikes and a bound that is not kept (as in Nowotny, Turner and Knight, arXiv 2212.01232). What it adds to a
 * gradient is thus no derivative. A neuron that never fires has no spike to act on.
 *
 * @param least fewest spikes of a neuron for a sample, 0 or more
 * @param most most spikes, at least the fewest
 * @param strength factor, 0 for no penalty
 */
public record CountPenalty(double least, double most, double strength) {

    /** No penalty. */
    public static final CountPenalty NONE = new CountPenalty(0, 0, 0);

    /** @throws IllegalArgumentException if a number is out of range */
    public CountPenalty {
        if (!(least >= 0 && most >= least && strength >= 0 && strength < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("a penalty of " + strength + " for spikes outside " + least + " to "
                    + most + ", expected numbers from 0 in ascending order");
        }
    }

    /** The jump at each spike of each neuron. */
    public double[] jumps(TimedSpikes spikes, int neurons) {
        double[] jumps = new double[neurons];
        if (strength == 0) {
            return jumps;
        }
        for (int k = 0; k < spikes.size(); k++) {
            jumps[spikes.neuron(k)]++;
        }
        Arrays.setAll(jumps, j -> strength * (Math.max(0, jumps[j] - most) - Math.max(0, least - jumps[j])));
        return jumps;
    }
}
