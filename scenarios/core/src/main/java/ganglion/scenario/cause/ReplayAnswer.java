package ganglion.scenario.cause;

import ganglion.kernel.cause.SpikeId;
import java.util.List;
import java.util.Optional;

/**
 * Why a neuron fired at a tick, or did not, whose potential is no sum: found by replay, one source left out at a time.
 *
 * @param at the neuron and the tick
 * @param fired whether it did
 * @param repeatedAlone whether the neuron, given the spikes that reached it, fires as in the run
 * @param potential after the tick, in the unit of the scenario; NaN if it fired, which has reset it
 * @param arrivedFromTick the first tick of arrival that was looked at
 * @param arrived number of spikes that reached the neuron from there on
 * @param trials those of them that were left out, the most telling first
 */
public record ReplayAnswer(
        SpikeId at,
        boolean fired,
        boolean repeatedAlone,
        double potential,
        long arrivedFromTick,
        int arrived,
        List<LeftOut> trials) {

    /** Copies the list. */
    public ReplayAnswer {
        trials = List.copyOf(trials);
    }

    /**
     * The neuron alone without one spike.
     *
     * @param spike that does not reach it
     * @param weight of its synapses together
     * @param fires whether the neuron then fires at the tick
     * @param potential it then has after the tick; NaN if it fires
     */
    public record LeftOut(SpikeId spike, double weight, boolean fires, double potential) {}

    /** The spike without which the neuron does not fire, or without which it does if it did not: the first, if there are several. */
    public Optional<SpikeId> decisive() {
        return trials.stream()
                .filter(trial -> trial.fires() != fired)
                .map(LeftOut::spike)
                .findFirst();
    }
}
