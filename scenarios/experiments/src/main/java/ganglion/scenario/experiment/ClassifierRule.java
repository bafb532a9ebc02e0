package ganglion.scenario.experiment;

import ganglion.learning.rule.MapTempotron;
import ganglion.learning.stdp.StdpSettings;

/** A rule that trains a classifier without gradients, and its settings. */
public sealed interface ClassifierRule {

    /**
     * A self-organising map and tempotrons.
     *
     * @param settings sizes, rates and epochs
     */
    record MapAndTempotrons(MapTempotron.Settings settings) implements ClassifierRule {}

    /**
     * A layer that learns by spike timing, without labels.
     *
     * @param settings neurons, inhibition and plasticity
     * @param epochs number of passes over all samples
     */
    record SpikeTiming(StdpSettings settings, int epochs) implements ClassifierRule {}
}
