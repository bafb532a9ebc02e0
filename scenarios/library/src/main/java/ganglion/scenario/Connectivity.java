package ganglion.scenario;

/** Which neurons of two populations a projection joins. */
public sealed interface Connectivity {

    /** Every source neuron with every target neuron. */
    record AllToAll() implements Connectivity {}

    /** Source neuron {@code i} with target neuron {@code i}, of two populations of one size. */
    record OneToOne() implements Connectivity {}

    /**
     * Listed synapses.
     *
     * @param file CSV with the header {@code source,target,weight} or {@code source,target,weight,delay}
     */
    record EdgeList(ScenarioPath file) implements Connectivity {}
}
