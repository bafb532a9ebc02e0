package ganglion.chips;

/**
 * How long a program runs, and at which clock.
 *
 * @param ticks of the scenario
 * @param tickSeconds more than 0
 * @param hertz clock of the chip
 */
record ProgramPace(long ticks, double tickSeconds, double hertz) {

    /** Units in the last place that cover the rounding of a product. */
    private static final int ULPS = 4;

    double cyclesPerTick() {
        return hertz * tickSeconds;
    }

    /** The first cycle of a tick, which does not begin before it. */
    long cycle(long tick) {
        double exact = tick * cyclesPerTick();
        double whole = Math.rint(exact);
        return (long) (Math.abs(exact - whole) <= ULPS * Math.ulp(exact) ? whole : Math.ceil(exact));
    }

    /** The tick that a cycle belongs to. */
    long tick(long cycle) {
        long tick = (long) (cycle / cyclesPerTick());
        return cycle(tick + 1) <= cycle ? tick + 1 : tick;
    }
}
