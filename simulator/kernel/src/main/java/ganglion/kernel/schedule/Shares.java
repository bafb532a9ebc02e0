package ganglion.kernel.schedule;

/**
 * How each population of a set is divided among the cores of the set: into shares of successive neurons, all equal or larger by one
 * actor. Where actors have several neurons, the larger shares of a population are the last ones, and of every other population the
 * first ones, so that no core gets what is left over of all.
 *
 * @param count number of shares, at least 1
 * @param neuronsPerActor neurons that are not divided, at least 1; {@link #UNDIVIDED} if neurons may be divided in any way and the
 *     share of a core is one actor
 */
record Shares(int count, int neuronsPerActor) {

    static final int UNDIVIDED = Integer.MAX_VALUE;

    /** @throws IllegalArgumentException if there would be no core, or an actor without neurons */
    Shares {
        if (count < 1) {
            throw new IllegalArgumentException("a network is spread over at least one core, not " + count);
        }
        if (neuronsPerActor < 1) {
            throw new IllegalArgumentException("an actor has at least one neuron, not " + neuronsPerActor);
        }
    }

    /** All in one share. */
    Shares together() {
        return new Shares(1, neuronsPerActor);
    }

    /** Position of the first neuron of a share of a population; that after its last neuron for the share after the last. */
    int first(int share, int population, int size) {
        return (int) Math.min(size, (pieces(size) * share + rounding(population)) / count * piece());
    }

    /** The share in which a neuron of a population is that is the first of its actor. */
    int of(int neuron, int population, int size) {
        return (int) (((neuron / piece() + 1L) * count - 1 - rounding(population)) / pieces(size));
    }

    private int piece() {
        return neuronsPerActor == UNDIVIDED ? 1 : neuronsPerActor;
    }

    private long pieces(int size) {
        return (size - 1L) / piece() + 1;
    }

    private int rounding(int population) {
        return piece() > 1 && population % 2 == 1 ? count - 1 : 0;
    }
}
