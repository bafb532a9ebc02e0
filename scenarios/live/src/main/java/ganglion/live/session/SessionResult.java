package ganglion.live.session;

import ganglion.cochlea.adjust.EarChange;
import ganglion.live.event.LiveEvent.LatencyFigures;
import ganglion.live.run.LiveScenario;
import java.util.List;
import java.util.Optional;
import org.HdrHistogram.Histogram;

/**
 * What a session came to.
 *
 * @param stretches one for each scenario that heard, in order
 * @param reason why it ended, in words
 * @param failure why the sound could not be heard to its end; empty if it could
 * @param lostSamples samples that the source could not deliver
 */
public record SessionResult(List<StretchResult> stretches, String reason, Optional<String> failure, long lostSamples) {

    public SessionResult {
        stretches = List.copyOf(stretches);
    }

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
}
