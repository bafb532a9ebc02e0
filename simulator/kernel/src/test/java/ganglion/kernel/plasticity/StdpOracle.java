package ganglion.kernel.plasticity;

import java.util.function.LongPredicate;

/**
 * The rule of pair STDP as its equations say it, with the powers and exponentials of the library: what the simulator's weights
 * are compared with.
 */
public final class StdpOracle {

    private StdpOracle() {}

    /** The weight after a spike of the target has reached the synapse, given the trace of the source's spikes. */
    public static double potentiate(PairStdp rule, double weight, double sourceTrace) {
        double relative = weight / rule.largestWeight();
        double step = rule.learningRate() * StrictMath.pow(1 - relative, rule.potentiationExponent()) * sourceTrace;
        return Math.min(relative + step, 1) * rule.largestWeight();
    }

    /** The weight after a spike of the source has reached the synapse, given the trace of the target's spikes. */
    public static double depress(PairStdp rule, double weight, double targetTrace) {
        double relative = weight / rule.largestWeight();
        double step = rule.depression()
                * rule.learningRate()
                * StrictMath.pow(relative, rule.depressionExponent())
                * targetTrace;
        return Math.max(relative - step - 0x1p-900, 0) * rule.largestWeight();
    }

    /** The trace at a tick: all spikes strictly before it, each decayed, unless less than 2^-900 is left of it. */
    public static double trace(LongPredicate fired, long before, double timeConstantTicks) {
        double trace = 0;
        for (long tick = 0; tick < before; tick++) {
            double left = StrictMath.exp((tick - before) / timeConstantTicks);
            trace += fired.test(tick) && left >= 0x1p-900 ? left : 0;
        }
        return trace;
    }
}
