package ganglion.scenario.result;

import ganglion.kernel.event.SpikeRaster;
import java.util.List;

/**
 * What one input presents to the network: clips as heard, or samples of a data set, one after the other.
 *
 * @param input name of the input
 * @param spikes in ticks of the run
 * @param trials what is decided one by one, in order
 */
public record Presented(String input, SpikeRaster spikes, List<Trial> trials) {

    public Presented {
        trials = List.copyOf(trials);
    }

    /**
     * One clip or sample at its place on the timeline.
     *
     * @param file the clip, as written in the scenario; of a sample with its number, as in {@code shd.h5#3}
     * @param label what it is; empty if nobody says
     * @param fromTick its first tick
     * @param untilTick tick after its last
     */
    public record Trial(String file, String label, long fromTick, long untilTick) {}

    /** Tick after the last trial of any input, 0 if there is none. */
    public static long endTick(List<Presented> presented) {
        return presented.stream()
                .flatMap(input -> input.trials().stream())
                .mapToLong(Trial::untilTick)
                .max()
                .orElse(0);
    }
}
