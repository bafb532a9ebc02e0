package ganglion.hardware.cascade;

/** At which rates of the event a cascade takes less energy than the large network alone, which decides in every window. */
public sealed interface BreakEvenRate {

    /** At every rate. */
    record Always() implements BreakEvenRate {}

    /** At none. */
    record Never() implements BreakEvenRate {}

    /**
     * On one side of a rate.
     *
     * @param eventsPerHour the rate at which both take the same
     * @param savesBelow whether the cascade takes less below it; false for a detector that wakes more often without an event
     */
    record At(double eventsPerHour, boolean savesBelow) implements BreakEvenRate {}
}
