package ganglion.live.event;

import java.util.List;

/**
 * Other neurons are watched.
 *
 * @param tick the first tick whose {@link LiveFrame#potentials} are those of these neurons
 * @param neurons numbers counted through all populations of {@link LiveStart}, in the order of the potentials
 */
public record LiveWatch(long tick, List<Integer> neurons) implements LiveEvent {

    public LiveWatch {
        neurons = List.copyOf(neurons);
    }
}
