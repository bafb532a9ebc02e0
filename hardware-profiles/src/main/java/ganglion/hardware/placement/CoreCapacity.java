package ganglion.hardware.placement;

import ganglion.hardware.chip.ChipLimits;
import ganglion.hardware.chip.ChipLimits.Limit;
import ganglion.hardware.figure.Figure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What one core can hold, as numbers to compare with; an unknown limit is never reached.
 *
 * @param neurons neurons on the core
 * @param inputAxons source neurons that reach it
 * @param synapses synapses into it
 */
public record CoreCapacity(long neurons, long inputAxons, long synapses) {

    /** The capacity that limits leave. */
    public static CoreCapacity of(ChipLimits limits) {
        long synapses = limits.most(Limit.SYNAPSES_PER_CORE);
        Optional<Figure> memory = limits.of(Limit.SYNAPSE_MEMORY_PER_CORE);
        Optional<Figure> each = limits.of(Limit.MEMORY_PER_SYNAPSE);
        if (memory.isPresent() && each.isPresent()) {
            synapses =
                    Math.min(synapses, (long) (memory.get().value() / each.get().value()));
        }
        return new CoreCapacity(limits.most(Limit.NEURONS_PER_CORE), limits.most(Limit.INPUT_AXONS_PER_CORE), synapses);
    }

    /** Whether no limit is known that could fill a core. */
    public boolean isUnknown() {
        return neurons == Long.MAX_VALUE && inputAxons == Long.MAX_VALUE && synapses == Long.MAX_VALUE;
    }

    /** What a core holds, human-readable; empty if nothing is known. */
    public String text() {
        List<String> parts = new ArrayList<>();
        addKnown(parts, neurons, "neurons");
        addKnown(parts, inputAxons, "input axons");
        addKnown(parts, synapses, "synapses");
        return String.join(", ", parts);
    }

    private static void addKnown(List<String> parts, long count, String things) {
        if (count < Long.MAX_VALUE) {
            parts.add(count + " " + things);
        }
    }
}
