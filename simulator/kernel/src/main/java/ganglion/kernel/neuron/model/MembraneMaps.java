package ganglion.kernel.neuron.model;

import ganglion.kernel.affine.AffineMap;
import ganglion.kernel.affine.AffineNeuron;
import ganglion.kernel.neuron.LifParameters;
import ganglion.kernel.neuron.Reset;

/**
 * A neuron with {@link LifParameters} as affine maps: variable 0 is the membrane potential, the others are synaptic currents. Follows the
 * conventions of {@link Membranes#after}.
 */
class MembraneMaps implements AffineNeuron {

    private static final long NO_SPIKE = Long.MAX_VALUE;

    private final double threshold;
    private final boolean strict;
    private final boolean delayed;
    private final int refractoryTicks;
    private final double[] start;
    private final double reference;
    private final AffineMap usual;
    private final AffineMap standing;
    private final AffineMap resetting;
    private final AffineMap spike;

    /** Ticks since the last spike; {@link #NO_SPIKE} before the first. */
    private long sinceSpike = NO_SPIKE;

    /**
     * A neuron before its first tick.
     *
     * @param parameters of its population
     * @param neuron position in its population
     * @param usual the map of a tick without reset and refractory period, drive included
     */
    public MembraneMaps(LifParameters parameters, int neuron, AffineMap usual) {
        this.threshold = parameters.threshold().at(neuron);
        this.strict = parameters.strict();
        this.delayed = parameters.delayedReset();
        this.refractoryTicks = parameters.refractoryTicks();
        this.usual = usual;
        this.start = new double[usual.variables()];
        start[0] = parameters.initialPotential().at(neuron);
        AffineMap identity = AffineMap.identity(usual.variables());
        this.standing = usual.withRow(0, identity.matrix()[0], new double[usual.channels()], 0);
        double to = parameters.resetPotential().at(neuron);
        this.reference = parameters.reset().toValue() ? to : parameters.rest().at(neuron);
        this.resetting = resetting(parameters.reset(), to, parameters.beta().at(neuron));
        this.spike = spike(parameters.reset(), to, identity);
    }

    /** What each tick adds to the potential of a neuron beside input: the leak towards rest and the bias. */
    public static double drive(LifParameters parameters, int neuron) {
        return (1 - parameters.beta().at(neuron)) * parameters.rest().at(neuron)
                + parameters.bias().at(neuron);
    }

    /** The map of the tick after a spike whose reset is delayed. */
    private AffineMap resetting(Reset reset, double to, double beta) {
        double[] row = usual.matrix()[0].clone();
        double[] gain = usual.gain()[0];
        double added = usual.constant()[0];
        return switch (reset) {
            case TO_VALUE -> {
                row[0] = 0;
                yield usual.withRow(0, row, gain, added + beta * to);
            }
            case TO_VALUE_LOSING_INPUT -> usual.withRow(0, new double[row.length], new double[gain.length], to);
            case BY_SUBTRACTION -> usual.withRow(0, row, gain, added - threshold);
            case NONE -> usual;
        };
    }

    /** What a spike does at once. */
    private AffineMap spike(Reset reset, double to, AffineMap identity) {
        if (delayed || reset == Reset.NONE) {
            return identity;
        }
        return reset == Reset.BY_SUBTRACTION
                ? identity.withRow(0, identity.matrix()[0], new double[0], -threshold)
                : identity.withRow(0, new double[identity.variables()], new double[0], to);
    }

    @Override
    public double[] start() {
        return start.clone();
    }

    @Override
    public double reference() {
        return reference;
    }

    @Override
    public AffineMap nextTick() {
        sinceSpike = Math.min(sinceSpike, NO_SPIKE - 1) + 1;
        if (sinceSpike <= refractoryTicks) {
            return standing;
        }
        return delayed && sinceSpike == 1 ? resetting : usual;
    }

    @Override
    public double level() {
        return level(0);
    }

    /** The level where the threshold is raised. */
    final double level(double raise) {
        if (sinceSpike <= refractoryTicks) {
            return Double.POSITIVE_INFINITY;
        }
        return strict ? Math.nextUp(threshold + raise) : threshold + raise;
    }

    @Override
    public boolean skip(long ticks) {
        // A delayed reset, too, is over one tick after the spike.
        if (sinceSpike <= Math.max(1, refractoryTicks)) {
            return false;
        }
        sinceSpike = Math.min(sinceSpike, NO_SPIKE - ticks) + ticks;
        return true;
    }

    @Override
    public AffineMap fired() {
        sinceSpike = 0;
        return spike;
    }
}
