package ganglion.report.cause;

import ganglion.scenario.model.PopulationSpec;
import ganglion.scenario.model.ReadOutRule;
import java.util.Optional;

/**
 * The neuron that came next to the winner of a decision by counts of spikes.
 *
 * @param neuron its position in the read-out; of equals the lowest
 * @param label its class
 * @param spikes how many it fired within the ticks that count, at least 1
 * @param winnerSpikes how many the winner fired
 * @param others how many more neurons fired as many, the winner not counted
 */
public record RunnerUp(int neuron, String label, int spikes, int winnerSpikes, int others) {

    /**
     * That of a decision; empty if no other neuron fired, or the neurons do not each stand for a class by their spikes.
     *
     * @param winner class that was decided for
     * @param counts spikes of each neuron of the read-out that the decision rests on
     */
    static Optional<RunnerUp> of(String winner, int[] counts, ReadOutRule rule, PopulationSpec readOut) {
        boolean byCounts =
                rule.score() == ReadOutRule.Score.MOST_SPIKES || rule.score() == ReadOutRule.Score.SPIKE_COUNT;
        if (!byCounts || !rule.classes().isEmpty()) {
            return Optional.empty();
        }
        int next = -1;
        int others = 0;
        int most = 0;
        for (int neuron = 0; neuron < readOut.size(); neuron++) {
            int spikes = counts[neuron];
            if (readOut.neuronName(neuron).equals(winner)) {
                most = spikes;
            } else if (spikes > 0 && (next < 0 || spikes > counts[next])) {
                next = neuron;
                others = 0;
            } else if (next >= 0 && spikes == counts[next]) {
                others++;
            }
        }
        return next < 0
                ? Optional.empty()
                : Optional.of(new RunnerUp(next, readOut.neuronName(next), counts[next], most, others));
    }

    /** Whether it fired as often as the winner. */
    public boolean isTie() {
        return spikes == winnerSpikes;
    }
}
