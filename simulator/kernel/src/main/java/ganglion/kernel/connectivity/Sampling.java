package ganglion.kernel.connectivity;

import ganglion.kernel.random.CounterRandom;

/**
 * How partners of a fixed number are drawn from a population.
 *
 * @param autapses whether, in a recurrent projection, a neuron may be its own partner
 * @param multapses whether a neuron may be drawn several times
 * @param random draws the partners: number {@code k} of neuron {@code n} with index {@code n * degree + k}
 */
public record Sampling(boolean autapses, boolean multapses, CounterRandom random) {

    /**
     * Refuses a degree that cannot be reached: more partners than there are, or any where there is none.
     *
     * @throws IllegalArgumentException naming the degree and the number of neurons to draw from
     */
    void check(String name, int degree, int populationSize, boolean recurrent) {
        int available = populationSize - (recurrent && !autapses ? 1 : 0);
        if (degree > 0 && available == 0 || !multapses && degree > available) {
            throw new IllegalArgumentException("the " + name + " is " + degree + ", but there are only " + available
                    + " neurons to draw from" + (multapses ? "" : " once each"));
        }
    }

    /**
     * Lists the partners of a neuron.
     *
     * @param degree number of partners
     * @param populationSize neurons to draw from
     * @param recurrent whether they are of the neuron's own population
     */
    void draw(int neuron, int degree, int populationSize, boolean recurrent, Partners partners) {
        boolean skipSelf = recurrent && !autapses;
        int available = skipSelf ? populationSize - 1 : populationSize;
        long index = (long) neuron * degree;
        for (int k = 0; k < degree; k++) {
            if (multapses) {
                partners.add(beyondSelf(random.below(index + k, available), neuron, skipSelf));
            } else {
                drawOnce(index + k, available - degree + k, neuron, skipSelf, partners);
            }
        }
    }

    /**
     * One step of drawing without repeats by R. Floyd's method (Bentley and Floyd, "A sample of brilliance", Commun. ACM 30,
     * 1987): a number up to {@code last}, or {@code last} itself if that number has been drawn.
     */
    private void drawOnce(long index, int last, int neuron, boolean skipSelf, Partners partners) {
        if (!partners.addIfAbsent(beyondSelf(random.below(index, last + 1), neuron, skipSelf))) {
            partners.addIfAbsent(beyondSelf(last, neuron, skipSelf));
        }
    }

    /** Steps over the neuron itself: draws are from one neuron fewer, and those from it on are the next. */
    private static int beyondSelf(int drawn, int self, boolean skipSelf) {
        return skipSelf && drawn >= self ? drawn + 1 : drawn;
    }
}
