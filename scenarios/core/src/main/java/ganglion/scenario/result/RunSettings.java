package ganglion.scenario.result;

import ganglion.kernel.schedule.ThreadRule;

/**
 * How a run uses the machine. No result depends on it, to the last bit.
 *
 * @param neuronsPerActor most neurons of an actor, at least 1; {@link Integer#MAX_VALUE} for one for each population on a thread
 * @param threads threads for cochleas, building and simulation, 1 to {@link ThreadRule#MOST_THREADS}
 * @param threadsAsNeeded whether the simulation takes fewer threads where the network keeps fewer busy
 */
public record RunSettings(int neuronsPerActor, int threads, boolean threadsAsNeeded) {

    /** @throws IllegalArgumentException if a number is out of range */
    public RunSettings {
        if (neuronsPerActor < 1) {
            throw new IllegalArgumentException("an actor holds at least 1 neuron, not " + neuronsPerActor);
        }
        if (threads < 1 || threads > ThreadRule.MOST_THREADS) {
            throw new IllegalArgumentException(
                    "a run has 1 to " + ThreadRule.MOST_THREADS + " threads, not " + threads);
        }
    }

    /** Threads as someone has asked for them, neither more nor fewer. */
    public RunSettings(int neuronsPerActor, int threads) {
        this(neuronsPerActor, threads, false);
    }

    /** One core per thread, and one thread per processor where the work is enough for all. */
    public static RunSettings ofThisMachine() {
        int processors = Runtime.getRuntime().availableProcessors();
        return new RunSettings(Integer.MAX_VALUE, Math.min(ThreadRule.MOST_THREADS, processors), true);
    }
}
