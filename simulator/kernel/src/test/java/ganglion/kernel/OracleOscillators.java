package ganglion.kernel;

import ganglion.kernel.neuron.model.BalancedResonator;
import ganglion.kernel.neuron.model.Izhikevich;
import ganglion.kernel.neuron.model.ResonateAndFire;
import ganglion.kernel.neuron.model.SeAdLif;

/** Neurons with two variables, spelled out. */
final class OracleOscillators {

    private OracleOscillators() {}

    private static double cut(double coordinate) {
        return Math.abs(coordinate) < 0x1p-700 ? 0 : coordinate;
    }

    static final class Resonator implements OracleNeuron {

        private final double along;
        private final double across;
        private final double threshold;
        private final double resetPotential;
        private double x;
        private double y;

        Resonator(ResonateAndFire model, int neuron) {
            along = model.decay().at(neuron) * StrictMath.cos(model.angle().at(neuron));
            across = model.decay().at(neuron) * StrictMath.sin(model.angle().at(neuron));
            threshold = model.threshold().at(neuron);
            resetPotential = model.resetPotential().at(neuron);
        }

        @Override
        public boolean tick(double positive, double negative) {
            double turnedX = cut(along * x - across * y) + positive;
            double turnedY = cut(across * x + along * y);
            boolean fires = turnedY >= threshold;
            x = fires ? 0 : turnedX;
            y = fires ? resetPotential : turnedY;
            return fires;
        }

        @Override
        public double potential() {
            return y;
        }
    }

    static final class Balanced implements OracleNeuron {

        private final double turn;
        private final double undamped;
        private final double damping;
        private final double step;
        private final double refractoryDecay;
        private final double threshold;
        private double u;
        private double v;
        private double q;

        Balanced(BalancedResonator model, int neuron) {
            turn = model.turn().at(neuron);
            undamped = Math.sqrt(1 - turn * turn);
            damping = model.damping().at(neuron);
            step = model.step().at(neuron);
            refractoryDecay = model.refractoryDecay().at(neuron);
            threshold = model.threshold().at(neuron);
        }

        @Override
        public boolean tick(double positive, double negative) {
            double r = undamped - damping - step * q;
            double turnedU = cut(r * u - turn * v) + step * positive;
            double turnedV = cut(turn * u + r * v);
            u = turnedU;
            v = turnedV;
            boolean fires = u > threshold + q;
            q = cut(refractoryDecay * q) + (fires ? 1 : 0);
            return fires;
        }

        @Override
        public double potential() {
            return u;
        }
    }

    static final class Adaptive implements OracleNeuron {

        private final double beta;
        private final double rho;
        private final double coupling;
        private final double jump;
        private final double threshold;
        private final double resetPotential;
        private double v;
        private double w;

        Adaptive(SeAdLif model, int neuron) {
            beta = model.beta().at(neuron);
            rho = model.rho().at(neuron);
            coupling = (1 - rho) * model.a().at(neuron);
            jump = (1 - rho) * model.b().at(neuron);
            threshold = model.threshold().at(neuron);
            resetPotential = model.resetPotential().at(neuron);
        }

        @Override
        public boolean tick(double positive, double negative) {
            v = cut(beta * v - (1 - beta) * w) + (1 - beta) * positive;
            boolean fires = v > threshold;
            if (fires) {
                v = resetPotential;
            }
            w = cut(rho * w + coupling * v) + (fires ? jump : 0);
            return fires;
        }

        @Override
        public double potential() {
            return v;
        }
    }

    static final class Cortical implements OracleNeuron {

        private final Izhikevich model;
        private final int neuron;
        private double v = -65;
        private double u;

        Cortical(Izhikevich model, int neuron) {
            this.model = model;
            this.neuron = neuron;
            this.u = model.b().at(neuron) * v;
        }

        @Override
        public boolean tick(double positive, double negative) {
            double h = model.tickMilliseconds();
            for (int half = 0; half < 2; half++) {
                v = v + 0.5 * h * (0.04 * v * v + 5 * v + 140 - u + model.bias().at(neuron) + positive);
            }
            u = OracleNeuron.settled(u + h * model.a().at(neuron) * (model.b().at(neuron) * v - u));
            boolean fires = !(v < 30);
            if (fires) {
                v = model.c().at(neuron);
                u = u + model.d().at(neuron);
            }
            return fires;
        }

        @Override
        public double potential() {
            return v;
        }
    }
}
