package ganglion.scenario.cause;

import ganglion.kernel.cause.PotentialParts;
import ganglion.kernel.cause.SpikeId;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Parts that have been found: a spike may lift many others. Those that were asked for last are kept, up to a number of synaptic events of all
 * together; others are found again. Not thread-safe.
 */
final class KnownParts {

    /** They take about 0.1 GB. */
    static final long MOST_EVENTS = 1 << 21;

    private final Function<SpikeId, Optional<PotentialParts>> find;
    private final long mostEvents;
    private final Map<SpikeId, Optional<PotentialParts>> known = new LinkedHashMap<>(16, 0.75f, true);
    private long events;

    /**
     * @param find finds the parts of a potential; empty if it is no sum
     * @param mostEvents synaptic events that are kept, at least those of one potential
     */
    KnownParts(Function<SpikeId, Optional<PotentialParts>> find, long mostEvents) {
        this.find = find;
        this.mostEvents = mostEvents;
    }

    Optional<PotentialParts> of(SpikeId at) {
        Optional<PotentialParts> parts = known.get(at);
        if (parts == null) {
            parts = find.apply(at);
            known.put(at, parts);
            events += size(parts);
            forget();
        }
        return parts;
    }

    private void forget() {
        Iterator<Optional<PotentialParts>> eldest = known.values().iterator();
        while (events > mostEvents && known.size() > 1) {
            events -= size(eldest.next());
            eldest.remove();
        }
    }

    /** Number of events, and one more, so that potentials without any count. */
    private static long size(Optional<PotentialParts> parts) {
        return 1 + parts.map(found -> found.events().size()).orElse(0);
    }

    /** How many potentials are kept. */
    int size() {
        return known.size();
    }
}
