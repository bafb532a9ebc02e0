package ganglion.kernel.connectivity;

import ganglion.kernel.random.CounterRandom;

/**
 * A series of trials with a given probability of success, of which only the successes cost time: the number of failures
 * before the next success is geometrically distributed (Fan, Muller and Rezucha 1962, JASA 57, method of skips). A
 * network of 2 % of all pairs takes 2 % of the random numbers. Uses {@link StrictMath}, so that every machine draws the
 * same network. Not thread-safe; one per neuron.
 */
final class GeometricSkips {

    private final CounterRandom random;
    private long draws;

    GeometricSkips(CounterRandom random) {
        this.random = random;
    }

    /**
     * The first success at or after a trial.
     *
     * @param probability of each trial, 0 to 1
     * @param trial number of the first trial
     * @param end number of trials, returned if there is no success before
     */
    int nextSuccess(double probability, int trial, int end) {
        if (probability >= 1) {
            return trial;
        }
        if (probability <= 0) {
            return end;
        }
        double failures = Math.floor(StrictMath.log(random.openUniform(draws++)) / StrictMath.log1p(-probability));
        return failures < end - trial ? trial + (int) failures : end;
    }

    /** One more trial by itself. */
    boolean succeeds(double probability) {
        return random.uniform(draws++) < probability;
    }
}
