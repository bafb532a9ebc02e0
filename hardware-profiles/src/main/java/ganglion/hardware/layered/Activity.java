package ganglion.hardware.layered;

import ganglion.hardware.signal.SignalOperation;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a network did in a number of samples: sizes and counts of its layers, no weights and no spikes.
 *
 * @param name of the network
 * @param version of the format
 * @param madeBy what wrote it
 * @param tick length of a time step in seconds, above 0; empty if nobody said
 * @param steps time steps of a sample; 1 of an artificial network
 * @param samples samples that all counts are sums over
 * @param assumed what was assumed in counting, as sentences
 * @param decides whether a sample ends in a result, which an artificial network could give in one pass
 * @param weightBits bits of a weight, of layers that do not say their own
 * @param frontEnd operations of the front end in all samples
 * @param layers in the order in which they are computed
 */
public record Activity(
        String name,
        int version,
        Optional<String> madeBy,
        Optional<Double> tick,
        int steps,
        int samples,
        List<String> assumed,
        boolean decides,
        int weightBits,
        Map<SignalOperation, Long> frontEnd,
        List<ActivityLayer> layers) {

    /** Length of a time step where the file has none, in seconds. */
    private static final double ASSUMED_TICK = 1e-3;

    /** Takes copies of the collections. */
    public Activity {
        assumed = List.copyOf(assumed);
        frontEnd = Collections.unmodifiableMap(new TreeMap<>(frontEnd));
        layers = List.copyOf(layers);
    }

    /** Length of a time step in seconds. */
    public double tickSeconds() {
        return tick.orElse(ASSUMED_TICK);
    }

    /** Seconds of a sample. */
    public double periodSeconds() {
        return steps * tickSeconds();
    }

    /** Time steps of all samples. */
    public double allSteps() {
        return (double) steps * samples;
    }

    /** The same of other layers. */
    Activity of(List<ActivityLayer> others) {
        return new Activity(
                name, version, madeBy, tick, steps, samples, assumed, decides, weightBits, frontEnd, others);
    }
}
