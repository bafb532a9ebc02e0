package ganglion.scenario.cause;

import ganglion.kernel.cause.SpikeId;
import java.util.List;
import java.util.Optional;

/**
 * Why a neuron fired at a tick, or did not, whose potential is no sum: found by replay, one source left out at a time.
 *
 * @param at the neuron and the tick
 * @param fired whether it did
 * @param potential after the tick, in the unit of the scenario; of no meaning if it fired, which has reset it
 * @param fromTick the first tick of arrival that was looked at
 * @param arrived number of spikes that reached the neuron from there on
 * @param trials those of them that were left out, the most telling first
 * @param inNetwork what becomes of the spike in the whole network without the first of these; empty if that was not tried
 * @param repeated whether the neuron, given the spikes that reached it, fires as in the run
 */
public record ReplayAnswer(
        SpikeId at,
        boolean fired,
        double potential,
        long fromTick,
        int arrived,
        List<Trial> trials,
        Optional<SpikeFate> inNetwork,
        boolean repeated) {

    /** Copies the list. */
    public ReplayAnswer {
        trials = List.copyOf(trials);
    }

    /**
     * The neuron alone without one spike.
     *
     * @param left the spike that does not reach it
     * @param weight of its synapses together
     * @param fires whether the neuron then fires at the tick
     * @param potential it then has after the tick; of no meaning if it fires
     */
    public record Trial(SpikeId left, double weight, boolean fires, double potential) {}

    /** The spike without which the neuron does not fire, or without which it does if it did not: the first, if there are several. */
    public Optional<SpikeId> decisive() {
        return trials.stream()
                .filter(trial -> trial.fires() != fired)
                .map(Trial::left)
                .findFirst();
    }

    /** The same with the trial in the whole network. */
    public ReplayAnswer with(SpikeFate fate) {
        return new ReplayAnswer(at, fired, potential, fromTick, arrived, trials, Optional.of(fate), repeated);
    }
}
