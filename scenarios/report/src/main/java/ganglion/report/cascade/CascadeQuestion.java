package ganglion.report.cascade;

import ganglion.hardware.cascade.WakeRates;
import ganglion.hardware.estimate.Boundary;
import java.util.List;
import java.util.Set;

/**
 * What is asked of two recorded networks.
 *
 * @param boundary what energies contain: {@link Boundary#ACTIVE} or {@link Boundary#ALWAYS_ON}
 * @param events labels of clips with an event
 * @param waking winners of the small network that wake the large one
 * @param rates events in an hour, each above 0; if there are none, powers of ten up to the number of windows
 * @param handoverJoules energy of one wake and of handing the clip over
 */
public record CascadeQuestion(
        Boundary boundary, Set<String> events, Set<String> waking, List<Double> rates, double handoverJoules) {

    /** Takes copies of the collections. */
    public CascadeQuestion {
        events = Set.copyOf(events);
        waking = Set.copyOf(waking);
        rates = List.copyOf(rates);
    }

    /** The rates, or those that stand for them. */
    List<Double> ratesUpTo(double windowsPerHour) {
        return rates.isEmpty()
                ? WakeRates.decades(windowsPerHour)
                : rates.stream().sorted().distinct().toList();
    }
}
