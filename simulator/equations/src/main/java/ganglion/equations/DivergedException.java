package ganglion.equations;

/** A state of a neuron has become infinite or no number, so that the run has no meaning from there on. */
public final class DivergedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String model;
    private final long tick;

    /**
     * @param model name of the neuron's model
     * @param neuron position in its population
     */
    DivergedException(String model, String state, int neuron, long tick) {
        super("found no finite number as " + state + " of neuron " + neuron + " of the model " + model + " after tick "
                + tick + ", expected one; check d" + state + "/dt for a division by zero, or take a shorter tick");
        this.model = model;
        this.tick = tick;
    }

    /** @param model name of the synapses' model */
    DivergedException(String model, long tick) {
        super("found no finite number as effect, weight or variable of a synapse of the model " + model + " at tick "
                + tick
                + ", expected one; check its formulas for a division by zero and weights that grow without bound");
        this.model = model;
        this.tick = tick;
    }

    /** Name of the neuron's or synapses' model. */
    public String model() {
        return model;
    }

    /** The tick after which the number was not finite. */
    public long tick() {
        return tick;
    }
}
