package ganglion.learning.eventprop.train;

import ganglion.learning.eventprop.TimedSpikes;
import ganglion.learning.sample.Sample;
import ganglion.learning.sample.Sample.SampleInput;
import ganglion.learning.sample.SpikeInput;

/**
 * A sample in continuous time.
 *
 * @param input its spikes
 * @param duration in steps
 * @param label its class
 */
public record EventSample(TimedSpikes input, double duration, int label) {

    /**
     * A sample of spikes, which come at the start of their steps.
     *
     * @throws IllegalArgumentException if the sample holds numbers rather than spikes
     */
    public static EventSample of(Sample sample) {
        return of(sample.input(), sample.label());
    }

    static EventSample of(SampleInput input, int label) {
        if (input instanceof SpikeInput spikes) {
            return new EventSample(TimedSpikes.of(spikes), spikes.steps(), label);
        }
        throw new IllegalArgumentException("a sample holds numbers, expected spikes");
    }
}
