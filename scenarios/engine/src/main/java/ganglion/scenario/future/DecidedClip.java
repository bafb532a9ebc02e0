package ganglion.scenario.future;

import ganglion.scenario.result.Clip;
import ganglion.scenario.result.Decision;
import java.util.List;
import java.util.Optional;

/**
 * A decision of a run, whose futures are asked for.
 *
 * @param number in the run, from 0
 * @param decision as the run took it
 * @param clip that was decided; empty if the run was decided as a whole
 */
record DecidedClip(int number, Decision decision, Optional<Clip> clip) {

    /** First tick of what is decided. */
    long fromTick() {
        return clip.map(Clip::fromTick).orElse(0L);
    }

    /** The clip as a list, as it is decided. */
    List<Clip> clips() {
        return clip.stream().toList();
    }
}
