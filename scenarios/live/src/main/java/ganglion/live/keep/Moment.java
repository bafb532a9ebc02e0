package ganglion.live.keep;

import ganglion.cochlea.adjust.EarChange;
import ganglion.cochlea.adjust.EarSetting;
import java.util.List;

/**
 * A stretch of a session, with what led up to it.
 *
 * @param name of the scenario that it becomes
 * @param fromTick its first tick in the session
 * @param untilTick the tick after its last
 * @param ticks the stretch and the ticks before it that belong to it
 * @param changes of the ear, counted from the first of those ticks
 */
record Moment(String name, long fromTick, long untilTick, List<HeardTick> ticks, List<EarChange> changes) {

    /** The first tick that is kept. */
    long start() {
        return ticks.get(0).tick();
    }

    /** Ticks before the stretch, in which the network comes into the state that it had. */
    long leadTicks() {
        return fromTick - start();
    }

    /** The changes that the kept sound does not hold already: it is what the ear heard, after gain and noise. */
    List<EarChange> changesOfEar() {
        return changes.stream()
                .filter(change -> change.setting() != EarSetting.GAIN && change.setting() != EarSetting.NOISE)
                .toList();
    }
}
