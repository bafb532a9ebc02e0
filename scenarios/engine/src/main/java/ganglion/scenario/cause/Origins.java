package ganglion.scenario.cause;

import ganglion.kernel.cause.SpikeId;
import java.util.Map;

/**
 * Where a spike's lift came from in the end, as parts of 1: all paths together.
 *
 * @param inputs spikes of inputs, the largest share first
 * @param drives initial potentials, resting potentials, biases and own spikes that lifted
 * @param currents that lifted
 * @param notFollowed spikes whose own causes were not looked for, because their share was too small or there were too many
 * @param noSums spikes of neurons whose potential is no sum, so that their causes have no shares
 */
public record Origins(Map<SpikeId, Double> inputs, double drives, double currents, double notFollowed, double noSums) {

    /** The share of all inputs together. */
    public double ofInputs() {
        return inputs.values().stream().mapToDouble(Double::doubleValue).sum();
    }
}
