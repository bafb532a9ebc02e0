package ganglion.kernel.connectivity;

/** About how many synapses a rule makes, without making them. */
public final class SynapseEstimate {

    /** Neurons that are asked for their partners; with fewer, all of them. */
    private static final int SAMPLE = 32;

    private SynapseEstimate() {}

    /**
     * The number of synapses of a rule, from the partners of some neurons that are evenly spaced. Exact where all neurons have
     * as many, or there are no more neurons than are asked. The same each time.
     *
     * @throws IllegalArgumentException if the rule cannot join these populations
     */
    public static long of(Connector connector, Ends ends) {
        connector.check(ends);
        boolean listsTargets = connector.lists() == Connector.Lists.TARGETS;
        int asked = listsTargets ? ends.sourceSize() : ends.targetSize();
        int sample = Math.min(asked, SAMPLE);
        Partners partners = new Partners(listsTargets ? ends.targetSize() : ends.sourceSize());
        long found = 0;
        for (int i = 0; i < sample; i++) {
            connector.list(ends, (int) ((long) asked * i / sample), partners);
            found += partners.size();
            partners.clear();
        }
        return sample == 0 ? 0 : Math.round((double) found * asked / sample);
    }
}
