package ganglion.hardware.placement;

import ganglion.hardware.figure.Figure;
import ganglion.hardware.profile.Limits;
import java.util.Optional;

/**
 * What one core can hold, in numbers to compare with; a limit that is not known is not reached.
 *
 * @param neurons neurons on the core
 * @param inputAxons source neurons that reach it
 * @param synapses synapses into it
 */
record CoreCapacity(long neurons, long inputAxons, long synapses) {

    static CoreCapacity of(Limits limits) {
        long synapses = Long.MAX_VALUE;
        if (limits.synapseMemoryPerCore().isPresent()
                && limits.memoryPerSynapse().isPresent()) {
            synapses = (long) (limits.synapseMemoryPerCore().get().value()
                    / limits.memoryPerSynapse().get().value());
        }
        return new CoreCapacity(count(limits.neuronsPerCore()), count(limits.inputAxonsPerCore()), synapses);
    }

    static long count(Optional<Figure> limit) {
        return limit.map(figure -> (long) figure.value()).orElse(Long.MAX_VALUE);
    }
}
