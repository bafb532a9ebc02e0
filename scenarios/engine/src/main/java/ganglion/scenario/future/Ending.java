package ganglion.scenario.future;

/**
 * Where the spikes come from that an input has after a moment.
 *
 * @param shiftTicks by how much later the spikes come than in the run
 * @param sourceEnd tick of the run from which on no more spikes are taken, which is before all of them for silence
 * @param end tick before which the spikes come
 */
record Ending(long shiftTicks, long sourceEnd, long end) {

    /** The input goes on as in the run. */
    static Ending own(long end) {
        return new Ending(0, Long.MAX_VALUE, end);
    }

    /** No more spikes. */
    static Ending silence(long end) {
        return new Ending(0, Long.MIN_VALUE, end);
    }
}
