package ganglion.scenario;

import ganglion.kernel.random.CounterRandom;

/**
 * Where the random numbers of a scenario come from: streams of one {@link CounterRandom} started from the scenario's seed,
 * so that changing one part of a scenario leaves the numbers of all others alone.
 *
 * <pre>
 *   stream(1).stream(p).stream(0)  which neurons projection p joins; stream(1) its weights, stream(2) its delays
 *   stream(2).stream(p).stream(h)  a parameter of population p; h is String.hashCode() of its key
 *   stream(3).stream(i)            spikes of input i
 * </pre>
 *
 * Projections, populations and inputs count from 0 in the order of the file.
 *
 * @param seed the scenario's
 */
public record RandomStreams(long seed) {

    private static final int PROJECTIONS = 1;
    private static final int POPULATIONS = 2;
    private static final int INPUTS = 3;

    /** Draws which neurons a projection joins. */
    public CounterRandom connections(int projection) {
        return of(PROJECTIONS, projection).stream(0);
    }

    /** Draws the weights of a projection. */
    public CounterRandom weights(int projection) {
        return of(PROJECTIONS, projection).stream(1);
    }

    /** Draws the delays of a projection. */
    public CounterRandom delays(int projection) {
        return of(PROJECTIONS, projection).stream(2);
    }

    /** Draws a parameter of the neurons of a population. */
    public CounterRandom parameter(int population, String key) {
        return of(POPULATIONS, population).stream(key.hashCode());
    }

    /** Draws the spikes of an input. */
    public CounterRandom input(int input) {
        return of(INPUTS, input);
    }

    private CounterRandom of(int kind, int number) {
        return new CounterRandom(seed).stream(kind).stream(number);
    }
}
