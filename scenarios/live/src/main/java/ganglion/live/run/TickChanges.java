package ganglion.live.run;

import ganglion.cochlea.adjust.EarChange;
import java.util.List;

/** Says what is changed in an ear, and when. */
@FunctionalInterface
public interface TickChanges {

    /** Nothing is changed. */
    TickChanges NONE = tick -> List.of();

    /** The changes that come with a tick, in order. Asked once for each tick, in order of ticks. */
    List<EarChange> at(long tick);
}
