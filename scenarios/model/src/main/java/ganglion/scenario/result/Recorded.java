package ganglion.scenario.result;

import java.nio.file.Path;
import java.util.List;

/**
 * What a run has written to disk as it went.
 *
 * @param folder holds the files of probes, and {@link #SPIKES} where spikes were streamed
 * @param streamed whether spikes were: the result has none then
 * @param spikeCounts number of spikes of each population, by its index in the network; empty if spikes were not streamed
 */
public record Recorded(Path folder, boolean streamed, List<Long> spikeCounts) {

    /** Name of the file with the rows of spikes.csv below its header. */
    public static final String SPIKES = "spikes.body";

    /** Beginning of the names of probes' files. */
    public static final String PROBE = "probe-";

    public Recorded {
        spikeCounts = List.copyOf(spikeCounts);
    }
}
