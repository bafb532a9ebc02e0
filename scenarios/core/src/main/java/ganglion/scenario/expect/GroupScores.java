package ganglion.scenario.expect;

import ganglion.kernel.MembraneTrace;
import ganglion.kernel.event.SpikeRaster;
import ganglion.scenario.model.ReadOutRule;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/** Scores of classes that several neurons each stand for. */
final class GroupScores {

    private final ReadOutRule rule;
    private final SpikeRaster spikes;
    private final MembraneTrace membranes;

    /** @param membranes potentials of the population; null if they were not recorded, and are not needed */
    GroupScores(ReadOutRule rule, SpikeRaster spikes, MembraneTrace membranes) {
        this.rule = rule;
        this.spikes = spikes;
        this.membranes = membranes;
    }

    /**
     * Number of the class with the highest score within the ticks of a clip, the first of equals.
     *
     * @param counts spikes of each neuron within them
     */
    int decide(long fromTick, long untilTick, int[] counts) {
        int winner = 0;
        for (int c = 1; c < rule.groups().size(); c++) {
            double lead = score(c, counts) - score(winner, counts);
            if (lead > 0
                    || lead == 0
                            && meanOfHighest(c, fromTick, untilTick) > meanOfHighest(winner, fromTick, untilTick)) {
                winner = c;
            }
        }
        return winner;
    }

    /** Score of each class, ties aside. */
    double[] scores(int[] counts) {
        return IntStream.range(0, rule.groups().size())
                .mapToDouble(label -> score(label, counts))
                .toArray();
    }

    private double score(int label, int[] counts) {
        return rule.groups().get(label).stream()
                .filter(neuron -> counts[neuron] > 0)
                .count();
    }

    /** Mean over the neurons of a class of the highest potential of each. */
    private double meanOfHighest(int label, long fromTick, long untilTick) {
        return rule.groups().get(label).stream()
                .mapToDouble(neuron -> highest(neuron, (int) fromTick, (int) Math.min(untilTick, membranes.ticks())))
                .average()
                .orElse(Double.NEGATIVE_INFINITY);
    }

    private double highest(int neuron, int fromTick, int untilTick) {
        double highest = Double.NEGATIVE_INFINITY;
        for (int tick = fromTick; tick < untilTick; tick++) {
            highest = Math.max(highest, membranes.at(tick, neuron));
        }
        return highest;
    }

    /** First spike of any neuron of a class. */
    OptionalLong firstSpike(int label, long fromTick, long untilTick) {
        List<Integer> group = rule.groups().get(label);
        for (int i = spikes.firstIndexAt(fromTick); i < spikes.size() && spikes.tick(i) < untilTick; i++) {
            if (group.contains(spikes.neuron(i))) {
                return OptionalLong.of(spikes.tick(i));
            }
        }
        return OptionalLong.empty();
    }
}
