package ganglion.live.session;

import ganglion.cochlea.adjust.EarChange;
import ganglion.live.event.LatencyFigures;
import ganglion.live.run.LiveScenario;
import java.util.List;
import org.HdrHistogram.Histogram;

/**
 * What came of the time in which one scenario heard.
 *
 * @param live the scenario
 * @param ticks number of ticks
 * @param populations names of the populations, inputs first
 * @param spikes number of spikes of each
 * @param decisions how often the decision changed
 * @param secondsByClass time for which each class was decided for
 * @param changes of the ear, in order
 * @param latency summary of the times from sound to decision
 * @param latencies all of them, in nanoseconds
 */
public record StretchResult(
        LiveScenario live,
        long ticks,
        List<String> populations,
        List<Long> spikes,
        long decisions,
        List<Double> secondsByClass,
        List<EarChange> changes,
        LatencyFigures latency,
        Histogram latencies) {

    public StretchResult {
        populations = List.copyOf(populations);
        spikes = List.copyOf(spikes);
        secondsByClass = List.copyOf(secondsByClass);
        changes = List.copyOf(changes);
    }
}
