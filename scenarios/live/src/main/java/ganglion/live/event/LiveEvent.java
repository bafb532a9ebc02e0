package ganglion.live.event;

/** What a live session tells those who watch it, in the order of its ticks. */
public sealed interface LiveEvent
        permits LiveStart, LiveFrame, LiveDecision, LiveSecond, LiveChange, LiveWatch, LiveNotice, LiveEnd {

    /** The tick to which it belongs; all ticks before it have been told. */
    long tick();
}
