package ganglion.report.cascade;

import ganglion.hardware.estimate.Boundary;
import java.util.List;
import java.util.Set;
import java.util.stream.DoubleStream;

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

    private static final double LEAST_RATE = 0.1;

    /** Takes copies of the collections. */
    public CascadeQuestion {
        events = Set.copyOf(events);
        waking = Set.copyOf(waking);
        rates = List.copyOf(rates);
    }

    /** The rates, or those that stand for them. */
    List<Double> ratesUpTo(double windowsPerHour) {
        if (!rates.isEmpty()) {
            return rates.stream().sorted().distinct().toList();
        }
        return DoubleStream.iterate(LEAST_RATE, rate -> rate < windowsPerHour, rate -> rate * 10)
                .boxed()
                .toList();
    }
}
