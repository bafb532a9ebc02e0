package ganglion.scenario.result;

/**
 * How a run uses the machine. No result depends on it, to the last bit.
 *
 * @param neuronsPerActor neurons that share a core, at least 1; {@link Integer#MAX_VALUE} for one core per thread
 * @param threads threads for cochleas, building and simulation, at least 1
 * @param threadsAsNeeded whether the simulation takes fewer threads where the network keeps fewer busy
 */
public record RunSettings(int neuronsPerActor, int threads, boolean threadsAsNeeded) {

    /** @throws IllegalArgumentException if a number is below 1 */
    public RunSettings {
        if (neuronsPerActor < 1) {
            throw new IllegalArgumentException("an actor holds at least 1 neuron, not " + neuronsPerActor);
        }
        if (threads < 1) {
            throw new IllegalArgumentException("a run needs at least 1 thread, not " + threads);
        }
    }

    /** Threads as someone has asked for them, neither more nor fewer. */
    public RunSettings(int neuronsPerActor, int threads) {
        this(neuronsPerActor, threads, false);
    }

    /** One core per thread, and one thread per processor where the work is enough for all. */
    public static RunSettings ofThisMachine() {
        return new RunSettings(Integer.MAX_VALUE, Runtime.getRuntime().availableProcessors(), true);
    }
}
