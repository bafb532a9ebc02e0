package ganglion.scenario.cause;

import ganglion.kernel.cause.SpikeId;
import ganglion.kernel.cause.SpikeTimes;
import ganglion.kernel.event.SpikeRaster;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;

/**
 * What has become of a spike of a run in another run of nearly the same network.
 *
 * @param spike of the first run
 * @param stillFires whether the neuron fires at the same tick in the other
 * @param movedToTick if not, the nearest tick at which it does, of those between its spikes before and after in the first run; empty if the
 *     spike is gone
 * @param nextTick if it does not fire, its next spike in the other run after the tick; empty if there is none within what was run
 */
public record SpikeOutcome(SpikeId spike, boolean stillFires, OptionalLong movedToTick, OptionalLong nextTick) {

    /**
     * Looks for a spike in another run.
     *
     * @param spike its tick; the neuron need not have fired at it
     * @param before spikes of each population of the run that it is of
     * @param after spikes of the other
     */
    public static SpikeOutcome of(SpikeId spike, List<SpikeRaster> before, List<SpikeRaster> after) {
        long[] own = new SpikeTimes(before.get(spike.population())).of(spike.neuron());
        long[] other = new SpikeTimes(after.get(spike.population())).of(spike.neuron());
        if (Arrays.binarySearch(other, spike.tick()) >= 0) {
            return new SpikeOutcome(spike, true, OptionalLong.empty(), OptionalLong.empty());
        }
        int at = SpikeTimes.firstAtOrAfter(own, spike.tick());
        int later = at < own.length && own[at] == spike.tick() ? at + 1 : at;
        long from = at > 0 ? own[at - 1] : -1;
        long until = later < own.length ? own[later] : Long.MAX_VALUE;
        OptionalLong moved = Arrays.stream(other)
                .filter(tick -> tick > from && tick < until)
                .boxed()
                .min(Comparator.comparingLong(tick -> Math.abs(tick - spike.tick())))
                .map(OptionalLong::of)
                .orElse(OptionalLong.empty());
        OptionalLong next =
                Arrays.stream(other).filter(tick -> tick > spike.tick()).findFirst();
        return new SpikeOutcome(spike, false, moved, next);
    }
}
