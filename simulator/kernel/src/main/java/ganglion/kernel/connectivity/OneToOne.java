package ganglion.kernel.connectivity;

/**
 * Joins the neurons at the same positions of two populations of one size: relays, read-outs, and the skip connections
 * of a trained network.
 */
public record OneToOne() implements Connector {

    @Override
    public Lists lists() {
        return Lists.TARGETS;
    }

    @Override
    public void list(Ends ends, int source, Partners partners) {
        partners.add(source);
    }

    @Override
    public void check(Ends ends) {
        if (ends.sourceSize() != ends.targetSize()) {
            throw new IllegalArgumentException("one-to-one needs populations of one size, found " + ends.sourceSize()
                    + " source and " + ends.targetSize() + " target neurons");
        }
    }
}
