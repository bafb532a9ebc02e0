package ganglion.scenario.result;

/**
 * How a run uses the machine. No result depends on it, to the last bit.
 *
 * @param neuronsPerActor neurons that share an actor, at least 1; {@link Integer#MAX_VALUE} for one actor per thread
 * @param threads threads for cochleas, building and simulation, at least 1
 */
public record RunSettings(int neuronsPerActor, int threads) {

    /** @throws IllegalArgumentException if either is below 1 */
    public RunSettings {
        if (neuronsPerActor < 1) {
            throw new IllegalArgumentException("an actor holds at least 1 neuron, not " + neuronsPerActor);
        }
        if (threads < 1) {
            throw new IllegalArgumentException("a run needs at least 1 thread, not " + threads);
        }
    }

    /** One actor per thread, one thread per processor. */
    public static RunSettings ofThisMachine() {
        return new RunSettings(Integer.MAX_VALUE, Runtime.getRuntime().availableProcessors());
    }
}
