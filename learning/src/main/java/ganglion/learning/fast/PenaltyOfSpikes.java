package ganglion.learning.fast;

import ganglion.learning.loss.SpikePenalty;

/** The penalty on the spikes of hidden layers in one slice. */
final class PenaltyOfSpikes {

    private float[][][] derivatives = new float[0][][];

    /** Forgets the batch before. */
    void begin(int stages) {
        derivatives = new float[stages][][];
    }

    /** Sum of the penalties of a stage; remembers their derivatives. */
    double measure(int index, FiringStage stage, int steps, SpikePenalty penalty, int batchSize) {
        int size = stage.size();
        derivatives[index] = new float[stage.samples()][size];
        double sum = 0;
        for (int b = 0; b < stage.samples(); b++) {
            float[] counts = derivatives[index][b];
            for (int t = 0; t < steps; t++) {
                int row = t * stage.samples() + b;
                for (int k = stage.spikes().start(row); k < stage.spikes().end(row); k++) {
                    counts[stage.spikes().indices()[k]]++;
                }
            }
            for (int i = 0; i < size; i++) {
                sum += penalty.value(counts[i], steps);
                counts[i] = (float) (penalty.derivative(counts[i], steps) / batchSize);
            }
        }
        return sum;
    }

    /** Derivatives with respect to the spikes, the same at all steps, one row per sample; {@code null} if there is no price. */
    float[][] derivatives(int index) {
        return derivatives[index];
    }
}
