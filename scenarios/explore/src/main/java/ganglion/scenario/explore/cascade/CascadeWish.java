package ganglion.scenario.explore.cascade;

import ganglion.hardware.estimate.Boundary;
import java.util.List;
import java.util.Optional;

/**
 * What is asked of cascades.
 *
 * @param events classes of samples in which the event happens; at least one
 * @param eventsPerHour how often it happens, each above 0, ascending; at least one
 * @param boundary what energies contain: {@link Boundary#ACTIVE} or {@link Boundary#ALWAYS_ON}
 * @param handoverJoules energy of one wake and of handing the sample over, 0 or more
 * @param clips samples of the test set that cascades are measured on and points are saved with, at most
 * @param detectors what is asked of detectors; absent if none are trained
 */
public record CascadeWish(
        List<String> events,
        List<Double> eventsPerHour,
        Boundary boundary,
        double handoverJoules,
        int clips,
        Optional<DetectorWish> detectors) {

    /** Takes copies of the lists. */
    public CascadeWish {
        events = List.copyOf(events);
        eventsPerHour = eventsPerHour.stream().sorted().toList();
    }

    /** One without detectors. */
    public CascadeWish(
            List<String> events, List<Double> eventsPerHour, Boundary boundary, double handoverJoules, int clips) {
        this(events, eventsPerHour, boundary, handoverJoules, clips, Optional.empty());
    }
}
