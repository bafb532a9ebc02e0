package ganglion.kernel.cause;

/**
 * What one synaptic event adds to a potential.
 *
 * @param spike that came
 * @param projection position in the network of the projection through which it came
 * @param delayTicks of the synapse
 * @param weight of the synapse at that moment
 * @param response what a weight of 1, arriving then, adds to the potential; 0 if it was lost in a refractory period or a reset
 */
public record EventPart(SpikeId spike, int projection, int delayTicks, double weight, double response) {

    /** Tick at which it reached the neuron. */
    public long arrivalTick() {
        return spike.tick() + delayTicks;
    }

    /** What it adds, in the unit of the potential. */
    public double amount() {
        return weight * response;
    }
}
