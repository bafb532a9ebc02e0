package ganglion.chips;

/**
 * How long a program runs, and at which clock.
 *
 * @param ticks of the scenario
 * @param tickSeconds more than 0
 * @param hertz clock of the chip
 */
record ProgramPace(long ticks, double tickSeconds, double hertz) {

    double cyclesPerTick() {
        return hertz * tickSeconds;
    }

    /** The cycle in which a tick begins. */
    long cycle(long tick) {
        return Math.round(tick * cyclesPerTick());
    }
}
