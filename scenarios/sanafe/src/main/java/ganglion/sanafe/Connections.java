package ganglion.sanafe;

import java.util.Arrays;

/** The connections from one group to another, as columns that grow. */
public final class Connections {

    private static final int FIRST_CAPACITY = 16;

    private final int from;
    private final int to;
    private final Spot place;
    private int[] sources = new int[FIRST_CAPACITY];
    private int[] targets = new int[FIRST_CAPACITY];
    private double[] weights = new double[FIRST_CAPACITY];
    private int count;

    /**
     * @param from position of the group that they come from
     * @param to position of the group that they lead to
     * @param place the first edge between them, where messages about all of them point at
     */
    Connections(int from, int to, Spot place) {
        this.place = place;
        this.from = from;
        this.to = to;
    }

    void add(int source, int target, double weight) {
        if (count == sources.length) {
            int larger = count + (count >> 1);
            sources = Arrays.copyOf(sources, larger);
            targets = Arrays.copyOf(targets, larger);
            weights = Arrays.copyOf(weights, larger);
        }
        sources[count] = source;
        targets[count] = target;
        weights[count++] = weight;
    }

    Spot place() {
        return place;
    }

    /** Position of the group that they come from. */
    public int from() {
        return from;
    }

    /** Position of the group that they lead to. */
    public int to() {
        return to;
    }

    /** How many there are. */
    public int count() {
        return count;
    }

    /** A copy of the numbers of the sources in their group. */
    public int[] sources() {
        return Arrays.copyOf(sources, count);
    }

    /** A copy of the numbers of the targets in their group. */
    public int[] targets() {
        return Arrays.copyOf(targets, count);
    }

    /** A copy of the weights; weights of zero are synapses, too. */
    public double[] weights() {
        return Arrays.copyOf(weights, count);
    }
}
