package ganglion.live.session;

import ganglion.hardware.metrics.NumberInput;
import java.util.List;

/** What flowed into a network as numbers within a stretch; counted when asked for. */
@FunctionalInterface
interface NumbersOfStretch {

    /** Nothing did. */
    NumbersOfStretch NONE = List::of;

    /** The numbers, by the populations that they flow into. */
    List<NumberInput> get();
}
