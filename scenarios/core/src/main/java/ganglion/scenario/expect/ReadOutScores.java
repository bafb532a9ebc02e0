package ganglion.scenario.expect;

import ganglion.kernel.MembraneTrace;
import ganglion.kernel.event.SpikeRaster;
import ganglion.scenario.model.ReadOutRule.Score;

/** Scores of read-out neurons, and what they tell, by the rules of those who train networks. */
final class ReadOutScores {

    private final Score score;
    private final int neurons;
    private final SpikeRaster spikes;
    private final MembraneTrace membranes;

    /** @param membranes potentials of the population; null if they were not recorded */
    ReadOutScores(Score score, int neurons, SpikeRaster spikes, MembraneTrace membranes) {
        this.score = score;
        this.neurons = neurons;
        this.spikes = spikes;
        this.membranes = membranes;
    }

    /** Number of the class with the highest score within the ticks of a clip. */
    int decide(long fromTick, long untilTick) {
        double[] scores = scores(fromTick, untilTick);
        if (neurons == 1) {
            double bound = score.ofMembranes() ? 0.5 : 0.5 * (untilTick - fromTick);
            return scores[0] > bound ? 1 : 0;
        }
        int winner = 0;
        for (int neuron = 1; neuron < neurons; neuron++) {
            winner = scores[neuron] > scores[winner] ? neuron : winner;
        }
        return winner;
    }

    /** Score of each neuron within some ticks. */
    double[] scores(long fromTick, long untilTick) {
        if (score.ofMembranes()) {
            return potentials((int) fromTick, (int) Math.min(untilTick, membranes.ticks()));
        }
        double[] scores = new double[neurons];
        for (int i = spikes.firstIndexAt(fromTick); i < spikes.size() && spikes.tick(i) < untilTick; i++) {
            int neuron = spikes.neuron(i);
            if (score == Score.SPIKE_COUNT) {
                scores[neuron]++;
            } else {
                scores[neuron] = Math.max(scores[neuron], untilTick - spikes.tick(i));
            }
        }
        return scores;
    }

    private double[] potentials(int fromTick, int untilTick) {
        double[] scores = new double[neurons];
        for (int neuron = 0; neuron < neurons; neuron++) {
            double sum = 0;
            double highest = Double.NEGATIVE_INFINITY;
            for (int tick = fromTick; tick < untilTick; tick++) {
                sum += membranes.at(tick, neuron);
                highest = Math.max(highest, membranes.at(tick, neuron));
            }
            scores[neuron] = score == Score.MEAN_MEMBRANE ? sum / (untilTick - fromTick) : highest;
        }
        return scores;
    }
}
