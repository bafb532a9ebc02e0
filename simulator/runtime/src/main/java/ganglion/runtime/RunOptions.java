package ganglion.runtime;

import ganglion.kernel.schedule.ThreadRule;
import java.util.List;

/**
 * How to run a network. Neither granularity nor threads change the result.
 *
 * @param neuronsPerActor most neurons of an actor, from 1 up; {@link #SPREAD} for one actor for each population on a thread
 * @param threads threads that run the actors, from 1 to {@link ThreadRule#MOST_THREADS}
 * @param membranes membrane potentials to record
 */
public record RunOptions(int neuronsPerActor, int threads, List<MembraneProbe> membranes) {

    /** Actors as large as their share of a population. */
    public static final int SPREAD = Integer.MAX_VALUE;

    /** @throws IllegalArgumentException if a number is out of range */
    public RunOptions {
        if (neuronsPerActor < 1) {
            throw new IllegalArgumentException("expected at least 1 neuron an actor, found " + neuronsPerActor);
        }
        if (threads < 1 || threads > ThreadRule.MOST_THREADS) {
            throw new IllegalArgumentException(
                    "expected 1 to " + ThreadRule.MOST_THREADS + " threads, found " + threads);
        }
        membranes = List.copyOf(membranes);
    }
}
