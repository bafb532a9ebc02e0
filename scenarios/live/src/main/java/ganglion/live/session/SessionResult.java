package ganglion.live.session;

import ganglion.live.event.LiveEvent.LatencyFigures;
import ganglion.live.run.LiveScenario;
import java.util.List;
import java.util.Optional;

/**
 * What a session came to.
 *
 * @param stretch what the scenario did
 * @param reason why it ended, in words
 * @param failure why the sound could not be heard to its end; empty if it could
 * @param lostSamples samples that the source could not deliver
 */
public record SessionResult(StretchResult stretch, String reason, Optional<String> failure, long lostSamples) {

    /**
     * What came of the time in which one scenario heard.
     *
     * @param live the scenario
     * @param ticks number of ticks
     * @param populations the populations, inputs first
     * @param decisions how often the decision changed
     * @param classes what is decided between
     * @param latency summary of the times from sound to decision
     */
    public record StretchResult(
            LiveScenario live,
            long ticks,
            List<PopulationSpikes> populations,
            long decisions,
            List<ClassTime> classes,
            LatencyFigures latency) {

        public StretchResult {
            populations = List.copyOf(populations);
            classes = List.copyOf(classes);
        }

        /** Length of the stretch. */
        public double seconds() {
            return live.scenario().clock().seconds(ticks);
        }

        /** Number of spikes of a population. */
        public record PopulationSpikes(String name, long spikes) {}

        /** Time for which a class was decided for. */
        public record ClassTime(String name, double seconds) {}
    }
}
