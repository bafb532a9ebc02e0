package ganglion.kernel.connectivity;

/**
 * Joins every target neuron to a fixed number of source neurons, drawn evenly: the graph of Brunel's network, in which
 * every neuron has the same number of inputs.
 *
 * @param inDegree number of sources of each target, 0 or more
 * @param sampling how they are drawn
 */
public record FixedInDegree(int inDegree, Sampling sampling) implements Connector {

    /** @throws IllegalArgumentException if the in-degree is negative */
    public FixedInDegree {
        if (inDegree < 0) {
            throw new IllegalArgumentException("the in-degree is " + inDegree + ", expected 0 or more");
        }
    }

    @Override
    public Lists lists() {
        return Lists.SOURCES;
    }

    @Override
    public void list(Ends ends, int target, Partners partners) {
        sampling.draw(target, inDegree, ends.sourceSize(), ends.recurrent(), partners);
    }

    @Override
    public void check(Ends ends) {
        sampling.check("in-degree", inDegree, ends.sourceSize(), ends.recurrent());
    }
}
