package ganglion.hardware.chip;

/** One processor does the work of each tick, operation after operation, and then waits for the next tick. */
public record SerialTicks() implements TimeModel {

    @Override
    public String name() {
        return "serial-ticks";
    }
}
