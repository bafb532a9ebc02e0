package ganglion.scenario.result;

import ganglion.scenario.model.Probe;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * What a run wrote to disk while it lasted.
 *
 * @param folder folder with the files of probes, and {@link #SPIKES} if spikes were streamed
 * @param streamed whether spikes were written to disk; the result then has none
 * @param spikeCounts number of spikes of each population, by its index in the network; empty if spikes were not streamed
 */
public record Recorded(Path folder, boolean streamed, List<Long> spikeCounts) {

    /** Name of the file with the rows of spikes.csv, without its header. */
    public static final String SPIKES = "spikes.body";

    /** Prefix of the names of the files of probes. */
    public static final String PROBE = "probe-";

    /** Name of the file of a probe, without its ending. With the probe's number, because several may have the same kind and population. */
    public static String probeName(Probe probe, int number) {
        String kind = probe.state().isEmpty() ? probe.kind().name().toLowerCase(Locale.ROOT) : probe.state();
        String of = probe.population().isEmpty() ? "" : "-" + probe.population();
        return PROBE + number + "-" + kind + of;
    }

    public Recorded {
        spikeCounts = List.copyOf(spikeCounts);
    }
}
