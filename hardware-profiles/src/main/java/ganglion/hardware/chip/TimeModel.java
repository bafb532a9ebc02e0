package ganglion.hardware.chip;

/** How a chip keeps time. */
public sealed interface TimeModel permits BarrierTicks, RealTimeTicks, DeadlineTicks, AsynchronousEvents, SerialTicks {

    /** Name in documents and reports, such as {@code barrier-ticks}. */
    String name();
}
