package ganglion.scenario.model;

import java.util.Arrays;

/**
 * Something that is observed from time to time during a run, and written to a separate file.
 *
 * @param pointer its place in the scenario
 * @param kind what is looked at
 * @param state which state, of the kind {@link Kind#STATE}; else empty
 * @param population of whose neurons; empty for kinds that are about the whole network
 * @param neurons which neurons, in ascending order
 * @param everyTicks time from one look to the next, at least 1
 * @param fromTick the first look, after everything that happens at this tick
 * @param untilTick no look at or after this tick
 */
public record Probe(
        String pointer,
        Kind kind,
        String state,
        String population,
        int[] neurons,
        long everyTicks,
        long fromTick,
        long untilTick) {

    /** What may be looked at. */
    public enum Kind {
        /** Membrane potentials. */
        POTENTIAL,
        /** A state besides the membrane potential, such as the synaptic current. */
        STATE,
        /** Weights of all plastic projections. */
        WEIGHTS,
        /** Spikes and rates of all populations, synaptic events. */
        ACTIVITY
    }

    /** @throws IllegalArgumentException if the time between two looks is not positive */
    public Probe {
        if (everyTicks < 1) {
            throw new IllegalArgumentException("found " + everyTicks + " ticks, expected at least 1");
        }
    }

    /** Whether it looks after a tick. */
    public boolean isDue(long tick) {
        return tick >= fromTick && tick < untilTick && (tick - fromTick) % everyTicks == 0;
    }

    /** The first tick from a given one on at which it looks; {@link Long#MAX_VALUE} if there is none. */
    public long nextDue(long tick) {
        long due =
                tick <= fromTick ? fromTick : fromTick + (tick - fromTick + everyTicks - 1) / everyTicks * everyTicks;
        return due < untilTick ? due : Long.MAX_VALUE;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Probe that
                && pointer.equals(that.pointer)
                && kind == that.kind
                && state.equals(that.state)
                && population.equals(that.population)
                && Arrays.equals(neurons, that.neurons)
                && everyTicks == that.everyTicks
                && fromTick == that.fromTick
                && untilTick == that.untilTick;
    }

    @Override
    public int hashCode() {
        return pointer.hashCode();
    }
}
