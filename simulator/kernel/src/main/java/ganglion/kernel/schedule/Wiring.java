package ganglion.kernel.schedule;

import java.util.List;

/**
 * Which cores a core's spikes go to, and how soon they count there. Found once, when a run is laid out, from what each core
 * says of its rows of synapses: only pairs of cores that are joined by a synapse count, each with its own look-ahead.
 *
 * @param sources for each core the other cores whose spikes reach it, ascending
 * @param lookaheads for each of these how many ticks after it was fired a spike of it is taken up at the earliest: the smallest
 *     delay between the two cores, or that of all rows that are added up in one ring. At least 1
 * @param targets for each core the other cores that its spikes reach, ascending
 * @param delays the look-ahead to each of these
 * @param order all cores; each comes after those that reach it, unless it reaches them, too
 * @param cycle for each core the number of the set of cores that reach each other in which it is
 */
public record Wiring(int[][] sources, int[][] lookaheads, int[][] targets, int[][] delays, int[] order, int[] cycle) {

    /** The wiring of all cores of a network, by number. */
    public static Wiring of(List<CoreInputs> inputs) {
        return of(
                inputs.stream().map(CoreInputs::sources).toArray(int[][]::new),
                inputs.stream().map(CoreInputs::lookaheads).toArray(int[][]::new));
    }

    /** The wiring of cores that are reached by given others. */
    static Wiring of(int[][] sources, int[][] lookaheads) {
        int[] counts = new int[sources.length];
        for (int[] all : sources) {
            for (int source : all) {
                counts[source]++;
            }
        }
        int[][] targets = new int[sources.length][];
        int[][] delays = new int[sources.length][];
        for (int core = 0; core < sources.length; core++) {
            targets[core] = new int[counts[core]];
            delays[core] = new int[counts[core]];
        }
        for (int core = sources.length - 1; core >= 0; core--) {
            for (int i = 0; i < sources[core].length; i++) {
                int source = sources[core][i];
                targets[source][--counts[source]] = core;
                delays[source][counts[source]] = lookaheads[core][i];
            }
        }
        List<List<Integer>> cycles = Cycles.of(targets);
        int[] order = cycles.stream()
                .flatMap(List::stream)
                .mapToInt(Integer::intValue)
                .toArray();
        int[] cycle = new int[targets.length];
        for (int number = 0; number < cycles.size(); number++) {
            for (int core : cycles.get(number)) {
                cycle[core] = number;
            }
        }
        return new Wiring(sources, lookaheads, targets, delays, order, cycle);
    }

    /** Number of cores. */
    public int size() {
        return sources.length;
    }
}
