package ganglion.scenario.model;

import ganglion.cochlea.encode.EncoderSeed;
import ganglion.kernel.random.CounterRandom;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

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
 * Projections, populations and inputs count from 0 in the order of the file. A kind of chance with a seed of its own takes
 * that in the place of the scenario's, so that a network stays as it is while what comes in differs, or the other way round.
 *
 * @param seed the scenario's
 * @param named seeds of their own
 */
public record RandomStreams(long seed, Map<Chance, Long> named) {

    /** Kinds of chance. */
    public enum Chance {
        /** Which neurons are joined, weights and delays. */
        CONNECTIVITY,
        /** Parameters of neurons. */
        PARAMETERS,
        /** Noise and Poisson currents. */
        NOISE,
        /** Spikes of inputs, those of encoders included. */
        INPUTS
    }

    public RandomStreams {
        Map<Chance, Long> copy = new EnumMap<>(Chance.class);
        copy.putAll(named);
        named = Collections.unmodifiableMap(copy);
    }

    /** One seed for all. */
    public RandomStreams(long seed) {
        this(seed, Map.of());
    }

    private static final int PROJECTIONS = 1;
    private static final int POPULATIONS = 2;
    private static final int INPUTS = 3;

    /** Draws which neurons a projection joins. */
    public CounterRandom connections(int projection) {
        return of(Chance.CONNECTIVITY, PROJECTIONS, projection).branch(0);
    }

    /** Draws the weights of a projection. */
    public CounterRandom weights(int projection) {
        return of(Chance.CONNECTIVITY, PROJECTIONS, projection).branch(1);
    }

    /** Draws the delays of a projection. */
    public CounterRandom delays(int projection) {
        return of(Chance.CONNECTIVITY, PROJECTIONS, projection).branch(2);
    }

    /** Draws a parameter of the neurons of a population. */
    public CounterRandom parameter(int population, String key) {
        return of(Chance.PARAMETERS, POPULATIONS, population).branch(key.hashCode());
    }

    /** Draws a current that flows into a population. */
    public CounterRandom current(int population, String key) {
        return of(Chance.NOISE, POPULATIONS, population).branch(key.hashCode());
    }

    /** Draws the spikes of an input. */
    public CounterRandom input(int input) {
        return of(Chance.INPUTS, INPUTS, input);
    }

    /** The seed of the encoder of an input: different for each name. */
    public EncoderSeed encoder(String inputName) {
        return EncoderSeed.of(seedOf(Chance.INPUTS), inputName);
    }

    /** The seed of a kind of chance. */
    public long seedOf(Chance chance) {
        return named.getOrDefault(chance, seed);
    }

    private CounterRandom of(Chance chance, int kind, int number) {
        return new CounterRandom(seedOf(chance)).branch(kind).branch(number);
    }
}
