package ganglion.kernel.cause;

/**
 * What one synaptic event adds to a potential.
 *
 * @param synapse through which it came
 * @param firedTick tick at which its source fired
 * @param weight of the synapse at that moment
 * @param response what a weight of 1, arriving then, adds to the potential; 0 if it was lost in a refractory period or a reset
 */
public record EventPart(IncomingSynapse synapse, long firedTick, double weight, double response) {

    /** Tick at which it reached the neuron. */
    public long arrivalTick() {
        return firedTick + synapse.delayTicks();
    }

    /** What it adds, in the unit of the potential. */
    public double amount() {
        return weight * response;
    }
}
