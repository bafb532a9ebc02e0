package ganglion.kernel.connectivity;

/**
 * Joins every source neuron to a fixed number of target neurons, drawn evenly. In-degrees then vary as draws do.
 *
 * @param outDegree number of targets of each source, 0 or more
 * @param sampling how they are drawn
 */
public record FixedOutDegree(int outDegree, Sampling sampling) implements Connector {

    /** @throws IllegalArgumentException if the out-degree is negative */
    public FixedOutDegree {
        if (outDegree < 0) {
            throw new IllegalArgumentException("the out-degree is " + outDegree + ", expected 0 or more");
        }
    }

    @Override
    public Lists lists() {
        return Lists.TARGETS;
    }

    @Override
    public void list(Ends ends, int source, Partners partners) {
        sampling.draw(source, outDegree, ends.targetSize(), ends.recurrent(), partners);
    }

    @Override
    public void check(Ends ends) {
        sampling.check("out-degree", outDegree, ends.targetSize(), ends.recurrent());
    }
}
