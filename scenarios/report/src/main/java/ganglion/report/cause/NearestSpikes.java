package ganglion.report.cause;

import ganglion.kernel.cause.SpikeId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.Collectors;

/** The spikes of a neuron around a tick, in words. */
final class NearestSpikes {

    private static final int NAMED = 4;

    private NearestSpikes() {}

    /**
     * Says that a neuron did not fire at a tick.
     *
     * @param spikes ticks at which it did, within what was made again of the run
     */
    static String instead(AskedRun run, SpikeId at, long[] spikes) {
        return "found no spike of " + run.name(at) + " at " + run.time(at.tick()) + "; " + of(run, at, spikes);
    }

    /** @param spikes ticks at which the neuron fired, within what was made again of the run */
    static String of(AskedRun run, SpikeId at, long[] spikes) {
        if (spikes.length == 0) {
            return "it does not fire up to " + run.time(run.replay().ticks() - 1);
        }
        return "its nearest spikes are at "
                + Arrays.stream(spikes)
                        .boxed()
                        .sorted(Comparator.comparingLong(tick -> Math.abs(tick - at.tick())))
                        .limit(NAMED)
                        .sorted()
                        .map(run::time)
                        .collect(Collectors.joining(", "));
    }
}
