package ganglion.scenario.run;

import ganglion.hardware.estimate.DecisionEstimate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * What a network says of one sound.
 *
 * @param decided name of the class; empty if the most spikes decide and none was fired. By other rules it is then the first class
 * @param scores score of each class under the rule of the read-out, in its order: spikes, membrane potential, or ticks left after the first
 *     spike
 * @param confidence 0 to 1: with a fitted temperature the soft maximum of the scores divided by it, calibrated; else, not calibrated, the soft
 *     maximum of membrane potentials, and of counts the share of the class. Absent where that has no meaning: without a temperature for first
 *     spikes and if nothing fired, and always for the potential of a single neuron
 * @param soundSeconds length of the sound in ticks of the run
 * @param firstSpikeSeconds from the start of the sound to the first spike of the neuron that won; absent if it did not fire
 * @param devices what the decision takes on each device of the scenario
 */
public record ClassifiedSound(
        String decided,
        Map<String, Double> scores,
        OptionalDouble confidence,
        double soundSeconds,
        OptionalDouble firstSpikeSeconds,
        List<DecisionEstimate> devices) {

    /** Takes copies of the collections. */
    public ClassifiedSound {
        scores = Collections.unmodifiableMap(new LinkedHashMap<>(scores));
        devices = List.copyOf(devices);
    }
}
