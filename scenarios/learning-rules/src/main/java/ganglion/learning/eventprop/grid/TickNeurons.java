package ganglion.learning.eventprop.grid;

import ganglion.kernel.neuron.current.SynapticCurrent;
import ganglion.learning.eventprop.ExponentialDynamics;
import java.util.Arrays;

/** Potentials and currents of the neurons of a layer, tick after tick. For one use. */
final class TickNeurons {

    private final double membraneDecay;
    private final double currentDecay;
    private final double gain;
    private final double[] potentials;
    private final double[] currents;
    private final double[] arriving;

    TickNeurons(ExponentialDynamics dynamics, int size, TickClock clock) {
        SynapticCurrent exact = current(dynamics, clock);
        this.membraneDecay = membraneDecay(dynamics, clock);
        this.currentDecay = exact.decay().at(0);
        this.gain = exact.gain().at(0);
        this.potentials = new double[size];
        this.currents = new double[size];
        this.arriving = new double[size];
    }

    /** With the membrane's time constant for a capacitance, weights are in the unit of the potential. */
    static SynapticCurrent current(ExponentialDynamics dynamics, TickClock clock) {
        return SynapticCurrent.exact(dynamics.synapse(), dynamics.membrane(), dynamics.membrane(), clock.tick());
    }

    static double membraneDecay(ExponentialDynamics dynamics, TickClock clock) {
        return StrictMath.exp(-clock.tick() / dynamics.membrane());
    }

    /** The potentials, which a tick changes. */
    double[] potentials() {
        return potentials;
    }

    /** Where the weights that arrive at a tick are added; cleared by {@link #advance}. */
    double[] arriving() {
        return arriving;
    }

    /** A tick: potentials first, then the currents, with what arrives. */
    void advance() {
        for (int j = 0; j < potentials.length; j++) {
            potentials[j] = potentials[j] * membraneDecay + gain * currents[j];
            currents[j] = currents[j] * currentDecay + arriving[j];
        }
        Arrays.fill(arriving, 0);
    }
}
