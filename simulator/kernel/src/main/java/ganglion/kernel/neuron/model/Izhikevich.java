package ganglion.kernel.neuron.model;

import ganglion.kernel.neuron.Fading;
import ganglion.kernel.neuron.NetworkNumbers;
import ganglion.kernel.neuron.NeuronGroup;
import ganglion.kernel.neuron.NeuronModel;
import ganglion.kernel.neuron.NeuronValues;

/**
 * Izhikevich's simple model, with the rich repertoire of cortical neurons. With v in millivolts, h the length of a tick in
 * milliseconds and x the summed input of the tick, which acts as a current during that tick, each tick does
 *
 * <pre>
 *   v &lt;- v + h/2 (0.04 v^2 + 5 v + 140 - u + bias + x)     twice, for the sake of numerical stability
 *   u &lt;- settled(u + h a (b v - u))                              see {@link Fading#settled}
 *   fire if v &gt;= 30, and then v &lt;- c, u &lt;- u + d
 * </pre>
 *
 * from {@code v = -65}, {@code u = b v}. There is no closed form: a neuron is visited at every tick until it has come to
 * rest, that is, until a tick without input changes nothing any more.
 *
 * <p>Source: Izhikevich, "Simple model of spiking neurons", IEEE Trans. Neural Networks 14(6), 2003, with the program given
 * there, whose tick is 1 ms.
 *
 * @param tickMilliseconds h, above 0, at most 1
 * @param a rate of recovery in 1/ms
 * @param b sensitivity of the recovery to the potential
 * @param c potential after a spike, below 30
 * @param d what a spike adds to the recovery
 * @param bias constant current
 */
public record Izhikevich(
        double tickMilliseconds, NeuronValues a, NeuronValues b, NeuronValues c, NeuronValues d, NeuronValues bias)
        implements NeuronModel {

    private static final double PEAK = 30;
    private static final double FIRST_POTENTIAL = -65;

    /** @throws IllegalArgumentException naming the parameter, what was found and what was expected */
    public Izhikevich {
        if (!(tickMilliseconds > 0 && tickMilliseconds <= 1)) {
            throw new IllegalArgumentException("a tick of an izhikevich neuron is " + tickMilliseconds
                    + " ms, expected more than 0 and at most 1 ms");
        }
        a.checkFits("a");
        b.checkFits("b");
        c.check("c", value -> value < PEAK && NetworkNumbers.fits(value), "a finite number below 30");
        d.checkFits("d");
        bias.checkFits("bias");
    }

    /** Regular spiking neurons (a = 0.02, b = 0.2, c = -65, d = 8) without bias. */
    public static Izhikevich regularSpiking(double tickMilliseconds) {
        return of(tickMilliseconds, 0.02, 0.2, -65, 8);
    }

    /** Neurons with common parameters and without bias. */
    public static Izhikevich of(double tickMilliseconds, double a, double b, double c, double d) {
        return new Izhikevich(
                tickMilliseconds,
                NeuronValues.of(a),
                NeuronValues.of(b),
                NeuronValues.of(c),
                NeuronValues.of(d),
                NeuronValues.of(0));
    }

    /** The same with another constant current. */
    public Izhikevich withBias(NeuronValues other) {
        return new Izhikevich(tickMilliseconds, a, b, c, d, other);
    }

    @Override
    public String name() {
        return "izhikevich";
    }

    @Override
    public void checkSize(int populationSize) {
        a.checkSize("a", populationSize);
        b.checkSize("b", populationSize);
        c.checkSize("c", populationSize);
        d.checkSize("d", populationSize);
        bias.checkSize("bias", populationSize);
    }

    @Override
    public NeuronGroup createGroup(int first, int size) {
        return new Group(this, first, size);
    }

    /** State of the neurons. */
    private static final class Group extends SteppedGroup {

        private final double tick;
        private final double[] a;
        private final double[] b;
        private final double[] c;
        private final double[] d;
        private final double[] bias;
        private final double[] potential;
        private final double[] recovery;

        Group(Izhikevich model, int first, int size) {
            super(size);
            tick = model.tickMilliseconds;
            a = model.a.copyOf(first, size);
            b = model.b.copyOf(first, size);
            c = model.c.copyOf(first, size);
            d = model.d.copyOf(first, size);
            bias = model.bias.copyOf(first, size);
            potential = new double[size];
            recovery = new double[size];
            for (int i = 0; i < size; i++) {
                potential[i] = FIRST_POTENTIAL;
                recovery[i] = b[i] * FIRST_POTENTIAL;
            }
        }

        @Override
        protected double[][] variables() {
            return new double[][] {potential, recovery};
        }

        @Override
        protected double[] potentials() {
            return potential;
        }

        @Override
        protected boolean step(int neuron, long at, double[] input, int offset) {
            double after = potentialAfter(neuron, input[offset + neuron]);
            recovery[neuron] = recoveryAfter(neuron, after);
            potential[neuron] = after;
            input[offset + neuron] = 0;
            // Not a number: the potential ran away within a tick, which is a spike as well.
            if (after < PEAK) {
                return false;
            }
            potential[neuron] = c[neuron];
            recovery[neuron] += d[neuron];
            return true;
        }

        /**
         * Two half steps of the potential with the recovery as it was, as in the program that the paper gives: one
         * whole step of 1 ms would be unstable.
         */
        private double potentialAfter(int neuron, double input) {
            double half = halfStep(neuron, potential[neuron], input);
            return halfStep(neuron, half, input);
        }

        /** Half a step of Euler's method, with the brackets of the equation in the class head. */
        private double halfStep(int neuron, double v, double input) {
            return v + 0.5 * tick * (0.04 * v * v + 5 * v + 140 - recovery[neuron] + bias[neuron] + input);
        }

        /** A whole step of the recovery, from the potential after its step. */
        private double recoveryAfter(int neuron, double after) {
            return Fading.settled(recovery[neuron] + tick * a[neuron] * (b[neuron] * after - recovery[neuron]));
        }

        @Override
        protected boolean stepSilently(int neuron, long at) {
            // A neuron that is not at rest is visited at every tick, so that nothing is left to make up for.
            return false;
        }

        @Override
        protected long mayFireAt(int neuron, long at) {
            double after = potentialAfter(neuron, 0);
            boolean atRest = after == potential[neuron] && recoveryAfter(neuron, after) == recovery[neuron];
            return atRest ? NEVER : at + 1;
        }
    }
}
