package ganglion.learning.engine;

import ganglion.learning.loss.SampleOutput;

/** How a class is read from the output neurons: each has a score, and the highest wins, the first of equals. */
public enum ReadOut {
    /** Number of spikes. */
    SPIKE_COUNT {
        @Override
        double score(SampleOutput output, int neuron) {
            return output.count(neuron);
        }
    },
    /** How early the first spike is: steps left after it, 0 without a spike. */
    FIRST_SPIKE {
        @Override
        double score(SampleOutput output, int neuron) {
            int t = 0;
            while (t < output.steps() && output.spike(t, neuron) == 0) {
                t++;
            }
            return output.steps() - t;
        }
    },
    /** Mean membrane potential. */
    MEAN_MEMBRANE {
        @Override
        double score(SampleOutput output, int neuron) {
            double sum = 0;
            for (int t = 0; t < output.steps(); t++) {
                sum += output.membrane(t, neuron);
            }
            return sum / output.steps();
        }
    },
    /** Highest membrane potential. */
    MAX_MEMBRANE {
        @Override
        double score(SampleOutput output, int neuron) {
            double highest = Double.NEGATIVE_INFINITY;
            for (int t = 0; t < output.steps(); t++) {
                highest = Math.max(highest, output.membrane(t, neuron));
            }
            return highest;
        }
    };

    abstract double score(SampleOutput output, int neuron);

    /** The score of every output neuron. */
    public double[] scores(SampleOutput output) {
        double[] scores = new double[output.outputs()];
        for (int c = 0; c < scores.length; c++) {
            scores[c] = score(output, c);
        }
        return scores;
    }

    /**
     * The class with the highest score. A single output distinguishes two classes: 1 if it fires in more than half of the steps, or if
     * its potential is above one half.
     */
    public int decide(double[] scores, int steps) {
        if (scores.length == 1) {
            boolean counts = this == SPIKE_COUNT || this == FIRST_SPIKE;
            return scores[0] > (counts ? 0.5 * steps : 0.5) ? 1 : 0;
        }
        int winner = 0;
        for (int c = 1; c < scores.length; c++) {
            if (scores[c] > scores[winner]) {
                winner = c;
            }
        }
        return winner;
    }
}
