package ganglion.hardware.chip;

/** How the ticks of a chip pass. */
public sealed interface TimeModel permits BarrierTicks, RealTimeTicks, DeadlineTicks, AsynchronousEvents, SerialTicks {

    /** Name in documents and reports, such as {@code barrier-ticks}. */
    String name();
}
