package ganglion.learning.eventprop.train;

import ganglion.learning.eventprop.EventNetwork;
import java.util.List;

/** Stops a training whose gradients or parameters run away: neurons with weights that are no numbers never fire, and no loss shows it. */
final class FiniteValues {

    private FiniteValues() {}

    /**
     * Looks at the values of each connection.
     *
     * @param values in the order of {@link EventNetwork#synapses()}; null for a connection that has none
     * @throws ArithmeticException if a value is infinite or no number
     */
    static void require(EventNetwork network, List<double[]> values, String what, int epoch) {
        for (int i = 0; i < values.size(); i++) {
            double[] own = values.get(i);
            for (int k = 0; own != null && k < own.length; k++) {
                if (!Double.isFinite(own[k])) {
                    throw new ArithmeticException("in epoch " + epoch + " a " + what + " of the "
                            + ConnectionNames.of(network).get(i) + " is " + own[k] + ", expected a finite number");
                }
            }
        }
    }
}
