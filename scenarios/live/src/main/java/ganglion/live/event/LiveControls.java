package ganglion.live.event;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * What watchers may ask of a running session. All methods may be called from any thread and return at once; what came of it is told
 * by events.
 */
public interface LiveControls {

    /**
     * Changes an {@link LiveEvent.Adjustment} from the next tick on.
     *
     * @throws IllegalArgumentException if there is none of this name, or the value is out of its range
     */
    void adjust(String name, double value);

    /**
     * Chooses the neurons whose membrane potentials frames carry. A {@link LiveEvent.LiveWatch} tells from which tick on.
     *
     * @param neurons numbers counted through all populations, at most {@link #MOST_WATCHED}
     * @throws IllegalArgumentException if there are more, or one does not exist
     */
    void watch(List<Integer> neurons);

    /** Most neurons that are watched at a time. */
    int MOST_WATCHED = 16;

    /**
     * Writes a stretch of the session as a folder with a scenario that passes as a regression test.
     *
     * @param fromTick first tick; must not be older than what the session remembers
     * @param untilTick first tick after the stretch
     * @param name of the folder, made of letters, digits and hyphens; empty for one made of the scenario's name and the ticks
     * @return the folder; fails with a message in words if it cannot be written
     */
    CompletableFuture<String> keep(long fromTick, long untilTick, String name);

    /** Ends the session. */
    void stop();
}
