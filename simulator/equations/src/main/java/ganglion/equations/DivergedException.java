package ganglion.equations;

/** A state of a neuron that has become infinite or no number, so that the run has no meaning from there on. */
public final class DivergedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    DivergedException(String model, String state, int neuron, long tick) {
        super("the state " + state + " of neuron " + neuron + " of the model " + model + " is no finite number at tick "
                + tick + ", expected one: d" + state
                + "/dt grows too fast for the tick; take a shorter tick or a bounded equation");
    }
}
