package ganglion.scenario.experiment;

import ganglion.learning.rule.MapTempotron;
import ganglion.learning.stdp.StdpSettings;

/** A rule that learns to tell classes apart, and its settings. */
public sealed interface ClassifierRule {

    /**
     * A self-organising map and tempotrons.
     *
     * @param settings what they are made of
     */
    record MapAndTempotrons(MapTempotron.Settings settings) implements ClassifierRule {}

    /**
     * A layer that learns by spike timing, without labels.
     *
     * @param settings what the layer is like
     * @param epochs how often it sees all samples
     */
    record SpikeTiming(StdpSettings settings, int epochs) implements ClassifierRule {}
}
