package ganglion.scenario.cause;

import ganglion.kernel.cause.LoneNeuron;
import ganglion.kernel.cause.SpikeId;
import ganglion.kernel.cause.SpikeTimes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Answers why a neuron fired whose potential is no sum of its inputs: runs it alone, without one after the other of the spikes that reached it.
 *
 * <p>Looked at are spikes that arrived since the tick after the neuron's spike before, and at most {@value #WINDOW_TICKS} ticks before the
 * moment; of these the {@value #MOST_TRIALS} that were fired last, and of one tick those of the largest weights. They are listed with those
 * first without which the outcome is another, then by how much they change the potential.
 */
final class CausesByReplay {

    /** Ticks up to the moment whose arrivals are looked at. */
    static final long WINDOW_TICKS = 1000;

    /** Spikes that are left out, one by one. */
    static final int MOST_TRIALS = 40;

    private final LoneNeuron alone;
    private final long[] spikes;

    /**
     * @param alone the neuron
     * @param spikes ticks at which it fired in the run, ascending
     */
    CausesByReplay(LoneNeuron alone, long[] spikes) {
        this.alone = alone;
        this.spikes = spikes;
    }

    ReplayAnswer at(SpikeId at) {
        long tick = at.tick();
        int before = SpikeTimes.firstAtOrAfter(spikes, tick);
        boolean fired = before < spikes.length && spikes[before] == tick;
        long from = Math.max(before > 0 ? spikes[before - 1] + 1 : 0, Math.max(0, tick - WINDOW_TICKS + 1));
        LoneNeuron.Course course = alone.without(spike -> false, tick + 1);
        Map<SpikeId, Double> arrived = alone.arriving(from, tick);
        List<ReplayAnswer.LeftOut> trials = new ArrayList<>();
        for (SpikeId left : chosen(arrived)) {
            LoneNeuron.Course without = alone.without(left::equals, tick + 1);
            boolean fires = without.firesAt(tick);
            trials.add(
                    new ReplayAnswer.LeftOut(left, arrived.get(left), fires, fires ? Double.NaN : without.potential()));
        }
        trials.sort(Comparator.comparing((ReplayAnswer.LeftOut trial) -> trial.fires() == fired)
                .thenComparingDouble(trial -> fired ? reached(trial) : -change(course, trial)));
        return new ReplayAnswer(
                at,
                fired,
                Arrays.equals(course.spikes(), Arrays.copyOf(spikes, fired ? before + 1 : before)),
                fired ? Double.NaN : course.potential(),
                from,
                arrived.size(),
                trials,
                Optional.empty());
    }

    /** The potential without a spike; 0 if the neuron fires all the same, so that these stay in their order. */
    private static double reached(ReplayAnswer.LeftOut trial) {
        return trial.fires() ? 0 : trial.potential();
    }

    /** How much a spike changes the potential; endless if it changes the outcome. */
    private static double change(LoneNeuron.Course course, ReplayAnswer.LeftOut trial) {
        return trial.fires() ? Double.POSITIVE_INFINITY : Math.abs(course.potential() - trial.potential());
    }

    private static List<SpikeId> chosen(Map<SpikeId, Double> arrived) {
        return arrived.keySet().stream()
                .sorted(Comparator.comparingLong(SpikeId::tick)
                        .reversed()
                        .thenComparing(spike -> -Math.abs(arrived.get(spike)))
                        .thenComparingInt(SpikeId::population)
                        .thenComparingInt(SpikeId::neuron))
                .limit(MOST_TRIALS)
                .toList();
    }
}
