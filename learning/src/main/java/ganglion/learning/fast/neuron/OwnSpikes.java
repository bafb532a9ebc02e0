package ganglion.learning.fast.neuron;

import ganglion.learning.fast.arithmetic.SpikeRows;
import ganglion.learning.fast.delay.SpikesUnderWay;

/** What a layer's own spikes add to its input, in one slice: at the next step or, through delays, later. */
final class OwnSpikes {

    private final FastRecurrence recurrence;
    /** {@code null} without delays. */
    private final SpikesUnderWay delayed;

    OwnSpikes(FastRecurrence recurrence) {
        this.recurrence = recurrence;
        this.delayed = recurrence.delays() == null ? null : new SpikesUnderWay(recurrence.delays());
    }

    /** Starts a batch. */
    void begin(int steps, int samples) {
        if (delayed != null) {
            delayed.begin(steps, samples);
        }
    }

    /** Adds to the input of a step; see {@link FastRecurrence#addTo}. */
    float[][] addTo(float[][] input, float[][] drive, int samples, int step, SpikeRows spikes) {
        float[][] total = recurrence.addTo(input, drive, samples, step, spikes);
        for (int b = 0; delayed != null && b < samples; b++) {
            if (step > 0) {
                delayed.send(spikes, (step - 1) * samples + b, b, step - 1);
            }
            delayed.arrive(b, step, total[b]);
        }
        return total;
    }
}
