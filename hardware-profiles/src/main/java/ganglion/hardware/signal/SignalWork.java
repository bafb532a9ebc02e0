package ganglion.hardware.signal;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * Operations of signal processing by kind.
 *
 * @param counts how many of each kind, above 0; an operation that does not occur is not among them
 */
public record SignalWork(Map<SignalOperation, Long> counts) {

    /** No operation. */
    public static final SignalWork NONE = new SignalWork(Map.of());

    /** @throws IllegalArgumentException if a count is negative */
    public SignalWork {
        Map<SignalOperation, Long> copy = new EnumMap<>(SignalOperation.class);
        counts.forEach((operation, count) -> {
            if (count < 0) {
                throw new IllegalArgumentException(
                        "found " + count + " of " + operation.word() + ", expected at least 0");
            }
            if (count > 0) {
                copy.put(operation, count);
            }
        });
        counts = Collections.unmodifiableMap(copy);
    }

    /** How many operations of a kind there are. */
    public long count(SignalOperation operation) {
        return counts.getOrDefault(operation, 0L);
    }

    /** Both together. */
    public SignalWork plus(SignalWork other) {
        Map<SignalOperation, Long> sums = new EnumMap<>(SignalOperation.class);
        sums.putAll(counts);
        other.counts.forEach((operation, count) -> sums.merge(operation, count, Math::addExact));
        return new SignalWork(sums);
    }

    /**
     * So many times this work, each count rounded to the nearest whole number.
     *
     * @param factor at least 0
     */
    public SignalWork times(double factor) {
        Map<SignalOperation, Long> products = new EnumMap<>(SignalOperation.class);
        counts.forEach((operation, count) -> products.put(operation, Math.round(count * factor)));
        return new SignalWork(products);
    }
}
