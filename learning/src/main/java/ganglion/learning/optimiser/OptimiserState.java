package ganglion.learning.optimiser;

import java.util.List;

/**
 * What an optimiser remembers from step to step, so that training can be resumed.
 *
 * @param step number of steps made
 * @param first first moments, or momenta, one array per parameter
 * @param second second moments, one array per parameter
 */
public record OptimiserState(long step, List<double[]> first, List<double[]> second) {

    /** Takes copies of the lists, not of the arrays. */
    public OptimiserState {
        first = List.copyOf(first);
        second = List.copyOf(second);
    }
}
