package ganglion.kernel.neuron.group;

import ganglion.kernel.affine.AffineMap;
import ganglion.kernel.affine.AffineNeuron;
import ganglion.kernel.neuron.LifParameters;

/** A neuron with an adaptive threshold as affine maps: those of its membrane, with a level that its own spikes raise. */
public final class AdaptiveMaps implements AffineNeuron {

    private final MembraneMaps membrane;
    private final double threshold;
    private final boolean strict;
    private final double decay;
    private final double increment;
    private double adaptation;

    /**
     * A neuron before its first tick.
     *
     * @param parameters of its population
     * @param neuron position in its population
     * @param usual the map of a tick of the membrane without reset and refractory period
     * @param decay share of the adaptation that is left after a tick
     * @param increment what a spike adds to the threshold
     */
    public AdaptiveMaps(LifParameters parameters, int neuron, AffineMap usual, double decay, double increment) {
        this.membrane = new MembraneMaps(parameters, neuron, usual);
        this.threshold = parameters.threshold().at(neuron);
        this.strict = parameters.strict();
        this.decay = decay;
        this.increment = increment;
    }

    @Override
    public double[] start() {
        return membrane.start();
    }

    @Override
    public double reference() {
        return membrane.reference();
    }

    @Override
    public AffineMap nextTick() {
        adaptation *= decay;
        return membrane.nextTick();
    }

    @Override
    public double level() {
        double raised = threshold + adaptation;
        return membrane.level() == Double.POSITIVE_INFINITY
                ? Double.POSITIVE_INFINITY
                : strict ? Math.nextUp(raised) : raised;
    }

    @Override
    public boolean skip(long ticks) {
        if (!membrane.skip(ticks)) {
            return false;
        }
        adaptation *= StrictMath.pow(decay, ticks);
        return true;
    }

    @Override
    public AffineMap fired() {
        adaptation += increment;
        return membrane.fired();
    }
}
