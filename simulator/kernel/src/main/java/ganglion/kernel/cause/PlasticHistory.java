package ganglion.kernel.cause;

import ganglion.kernel.plasticity.PairStdp;
import ganglion.kernel.plasticity.WeightChanges;

/**
 * The weight of one plastic synapse at each spike of its source, found from the spikes of both sides by the equations of {@link PairStdp}: each
 * spike of the target changes it when it reaches the synapse, each spike of the source when it is fired, before it is delivered.
 */
final class PlasticHistory {

    private static final int[] ONLY = {0};

    private final PairStdp rule;
    private final WeightChanges changes;

    PlasticHistory(PairStdp rule) {
        this.rule = rule;
        this.changes = new WeightChanges(rule);
    }

    /**
     * The weights with which spikes were delivered.
     *
     * @param initial weight before the first spike
     * @param delay of the synapse, in ticks
     * @param source ticks at which its source fired, ascending
     * @param target ticks at which its target fired, ascending
     * @return one weight for each spike of the source
     */
    double[] weights(double initial, int delay, long[] source, long[] target) {
        double[] delivered = new double[source.length];
        double[] weight = {initial};
        double[] trace = {0};
        Trace ofSource = new Trace(rule.potentiationTicks());
        Trace ofTarget = new Trace(rule.depressionTicks());
        int reached = 0;
        for (int i = 0; i < source.length; i++) {
            for (; reached < target.length && target[reached] + delay <= source[i]; reached++) {
                long at = target[reached] + delay;
                trace[0] = ofSource.before(at);
                changes.potentiate(weight, ONLY, trace, 1);
                ofTarget.add(at);
            }
            trace[0] = ofTarget.before(source[i]);
            changes.depress(weight, trace, 1);
            delivered[i] = weight[0];
            ofSource.add(source[i]);
        }
        return delivered;
    }

    /** Spikes of one side, each decayed since it reached the synapse. */
    private static final class Trace {

        private final double timeConstant;
        private double untilLast;
        private boolean any;
        private long last;

        Trace(double timeConstant) {
            this.timeConstant = timeConstant;
        }

        void add(long tick) {
            untilLast = any ? (untilLast + 1) * left(tick) : 0;
            any = true;
            last = tick;
        }

        /** The trace of the spikes strictly before a tick. */
        double before(long tick) {
            if (!any) {
                return 0;
            }
            return tick == last ? untilLast : (untilLast + 1) * left(tick);
        }

        private double left(long tick) {
            return StrictMath.exp((last - tick) / timeConstant);
        }
    }
}
