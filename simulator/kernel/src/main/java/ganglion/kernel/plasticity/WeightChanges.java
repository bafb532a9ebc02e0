package ganglion.kernel.plasticity;

/**
 * A rule at work: what the spikes of either side do to weights. With {@code x = w / largest},
 *
 * <pre>
 *   w &lt;- min(w + largest rate (1 - x)^potentiationExponent k, largest)
 *   w &lt;- max(w - largest depression rate x^depressionExponent k - largest 2^-900, 0)
 * </pre>
 *
 * The last term is far below the last bit of any weight that matters. It makes weights that decay for ever reach 0 instead of
 * becoming subnormal numbers, which processors are slow at. Powers are those of {@link Power}.
 *
 * <p>Weights change in arrays, because whole rows of synapses are due at once; one loop for each kind of exponent, without
 * branches. A weight goes through the same operations in whatever array it lies. Not thread-safe.
 */
public final class WeightChanges implements SynapseChanges {

    /** What depression subtracts beyond the rule, as a part of the largest weight. */
    private static final double LEAST = 0x1p-900;

    private final double largest;
    private final double least;
    /** Of potentiation by a trace of 1, from weight 0. */
    private final double growth;
    /** The same in proportion to what is left to the largest weight. */
    private final double relativeGrowth;
    /** Of depression by a trace of 1, from the largest weight. */
    private final double fall;
    /** The same in proportion to the weight. */
    private final double relativeFall;

    private final double growthExponent;
    private final double fallExponent;
    /** Null for exponents of 0 and 1, the usual ones. */
    private final Power growthPower;

    private final Power fallPower;

    private final DecayTable sourceDecay;
    private final DecayTable targetDecay;
    /** The trace that each spike or weight meets; reused. */
    private double[] traces = new double[0];

    /** @param rule of the changes */
    public WeightChanges(PairStdp rule) {
        this.largest = rule.largestWeight();
        this.least = LEAST * largest;
        this.relativeGrowth = rule.learningRate();
        this.growth = relativeGrowth * largest;
        this.relativeFall = rule.depression() * rule.learningRate();
        this.fall = relativeFall * largest;
        this.growthExponent = rule.potentiationExponent();
        this.fallExponent = rule.depressionExponent();
        this.growthPower = power(growthExponent);
        this.fallPower = power(fallExponent);
        this.sourceDecay = new DecayTable(rule.potentiationTicks());
        this.targetDecay = new DecayTable(rule.depressionTicks());
    }

    private static Power power(double exponent) {
        return exponent == 0 || exponent == 1 ? null : Power.with(exponent);
    }

    @Override
    public double[] sourceAtRest() {
        return new double[1];
    }

    @Override
    public double[] targetAtRest() {
        return new double[1];
    }

    @Override
    public boolean followsTargets() {
        return true;
    }

    @Override
    public void fireSource(double[] variables, int at, long elapsed) {
        variables[at] = variables[at] * sourceDecay.after(elapsed) + 1;
    }

    @Override
    public void passTarget(double[] variables, int at, long elapsed) {
        variables[at] = (variables[at] + 1) * targetDecay.after(elapsed);
    }

    @Override
    public void takeTargets(
            double[] weights,
            int[] which,
            int[] spikes,
            int count,
            long[] ticks,
            double[] before,
            double[] source,
            int at,
            long sourceTick) {
        reserve(count);
        for (int i = 0; i < count; i++) {
            traces[i] = source[at] * sourceDecay.after(ticks[spikes[i]] - sourceTick);
        }
        potentiate(weights, which, traces, count);
    }

    @Override
    public void takeSource(
            double[] weights,
            int[] latest,
            int count,
            long tick,
            long[] ticks,
            double[] before,
            double[] source,
            int at,
            long elapsed,
            double[] effects) {
        reserve(count);
        for (int i = 0; i < count; i++) {
            long since = tick - ticks[latest[i]];
            traces[i] = (before[latest[i]] + Math.min(since, 1)) * targetDecay.after(since);
        }
        depress(weights, traces, count);
        System.arraycopy(weights, 0, effects, 0, count);
    }

    private void reserve(int count) {
        if (traces.length < count) {
            traces = new double[2 * count];
        }
    }

    /**
     * Changes weights by spikes of their targets that have reached the synapses.
     *
     * @param weights from 0 to the largest
     * @param which index of the weight that each spike changes
     * @param traces the trace of the source's spikes that each meets; the spikes are taken in from the last entry to the
     *     first
     * @param count number of spikes
     */
    public void potentiate(double[] weights, int[] which, double[] traces, int count) {
        if (growthExponent == 0) {
            for (int spike = count - 1; spike >= 0; spike--) {
                double weight = weights[which[spike]];
                weights[which[spike]] = Math.min(weight + growth * traces[spike], largest);
            }
        } else if (growthExponent == 1) {
            for (int spike = count - 1; spike >= 0; spike--) {
                double weight = weights[which[spike]];
                double step = relativeGrowth * traces[spike] * (largest - weight);
                weights[which[spike]] = Math.min(weight + step, largest);
            }
        } else {
            for (int spike = count - 1; spike >= 0; spike--) {
                double weight = weights[which[spike]];
                double changed = weight + growth * traces[spike] * growthPower.of((largest - weight) / largest);
                weights[which[spike]] = changed < largest ? changed : largest;
            }
        }
    }

    /**
     * Changes weights by a spike of their source that has reached the synapses.
     *
     * @param weights from 0 to the largest; the first {@code count} are changed
     * @param traces for each weight the trace of its target's spikes
     */
    public void depress(double[] weights, double[] traces, int count) {
        if (fallExponent == 0) {
            for (int i = 0; i < count; i++) {
                weights[i] = Math.max(weights[i] - fall * traces[i] - least, 0);
            }
        } else if (fallExponent == 1) {
            for (int i = 0; i < count; i++) {
                weights[i] = Math.max(weights[i] - relativeFall * traces[i] * weights[i] - least, 0);
            }
        } else {
            for (int i = 0; i < count; i++) {
                double changed = weights[i] - fall * traces[i] * fallPower.of(weights[i] / largest) - least;
                weights[i] = changed > 0 ? changed : 0;
            }
        }
    }
}
