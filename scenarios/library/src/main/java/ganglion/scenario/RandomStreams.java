package ganglion.scenario;

import ganglion.kernel.random.CounterRandom;

/**
 * Where the random numbers of a scenario come from: branches of one {@link CounterRandom} with the scenario's seed,
 * so that changing one part of a scenario leaves the numbers of all others alone.
 *
 * <pre>
 *   branch(1).branch(p).branch(0)  which neurons projection p joins; branch(1) its weights, branch(2) its delays
 *   branch(2).branch(p).branch(h)  a parameter of population p; h is String.hashCode() of its key
 *   branch(3).branch(i)            spikes of input i
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
        return of(PROJECTIONS, projection).branch(0);
    }

    /** Draws the weights of a projection. */
    public CounterRandom weights(int projection) {
        return of(PROJECTIONS, projection).branch(1);
    }

    /** Draws the delays of a projection. */
    public CounterRandom delays(int projection) {
        return of(PROJECTIONS, projection).branch(2);
    }

    /** Draws a parameter of the neurons of a population. */
    public CounterRandom parameter(int population, String key) {
        return of(POPULATIONS, population).branch(key.hashCode());
    }

    /** Draws the spikes of an input. */
    public CounterRandom input(int input) {
        return of(INPUTS, input);
    }

    private CounterRandom of(int kind, int number) {
        return new CounterRandom(seed).branch(kind).branch(number);
    }
}
