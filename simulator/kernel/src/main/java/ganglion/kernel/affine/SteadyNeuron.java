package ganglion.kernel.affine;

/**
 * A neuron whose ticks are all alike, whatever it has fired: one map for each tick and one for each spike. It starts with all variables at 0.
 *
 * @param tick the map of a tick
 * @param spike what a spike does at once
 * @param level least value of variable 0 at which it fires
 * @param reference potential from which parts are counted
 */
public record SteadyNeuron(AffineMap tick, AffineMap spike, double level, double reference) implements AffineNeuron {

    @Override
    public double[] start() {
        return new double[tick.variables()];
    }

    @Override
    public AffineMap nextTick() {
        return tick;
    }

    @Override
    public boolean skip(long ticks) {
        return true;
    }

    @Override
    public AffineMap fired() {
        return spike;
    }
}
