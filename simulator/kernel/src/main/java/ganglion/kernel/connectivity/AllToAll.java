package ganglion.kernel.connectivity;

/**
 * Joins every source neuron to every target neuron: the layers of trained networks. With one delay for all, such a
 * projection is stored as a matrix without a list of targets.
 *
 * @param autapses whether, in a recurrent projection, a neuron is joined to itself too
 */
public record AllToAll(boolean autapses) implements Connector {

    @Override
    public Lists lists() {
        return Lists.TARGETS;
    }

    @Override
    public void list(Ends ends, int source, Partners partners) {
        for (int target = 0; target < ends.targetSize(); target++) {
            if (autapses || !ends.recurrent() || target != source) {
                partners.add(target);
            }
        }
    }
}
