package ganglion.learning.eventprop.forward;

import ganglion.learning.eventprop.EventReadOut;
import ganglion.learning.eventprop.ExponentialDynamics;
import ganglion.learning.eventprop.TimedSpikes;

/** Runs the integrators of a read-out whose synapses may each have a delay of their own. For one use. */
final class ReadOutRun {

    private final EventReadOut readOut;
    private final ExponentialDynamics dynamics;
    private final Maxima maxima;
    private final double[] potentials;
    private final double[] currents;
    private final double[] since;
    private final double[] weights;

    private ReadOutRun(EventReadOut readOut) {
        int size = readOut.input().targets();
        this.readOut = readOut;
        this.dynamics = readOut.dynamics();
        this.maxima = new Maxima(dynamics, size);
        this.potentials = new double[size];
        this.currents = new double[size];
        this.since = new double[size];
        this.weights = new double[size];
    }

    /** What is read of spikes up to a time. */
    static ReadOutTrace run(EventReadOut readOut, TimedSpikes input, double duration) {
        return new ReadOutRun(readOut).run(input, duration);
    }

    private ReadOutTrace run(TimedSpikes input, double duration) {
        ArrivalQueue arrivals = new ArrivalQueue();
        int next = 0;
        while (true) {
            if (next < input.size() && input.time(next) <= arrivals.nextTime()) {
                arrivals.add(readOut.input(), input.time(next), input.neuron(next));
                next++;
            } else if (arrivals.nextTime() <= duration) {
                arrive(arrivals);
            } else {
                return end(duration);
            }
        }
    }

    private void arrive(ArrivalQueue arrivals) {
        double time = arrivals.nextTime();
        int spike = arrivals.spike();
        int synapse = arrivals.take();
        int j = synapse % weights.length;
        advance(j, time, spike);
        currents[j] += readOut.input().weights()[synapse];
        weights[j] += readOut.input().weights()[synapse];
    }

    private void advance(int j, double time, int spike) {
        double elapsed = time - since[j];
        if (elapsed == 0) {
            return;
        }
        if (readOut.measure() == EventReadOut.Measure.MAXIMUM) {
            maxima.look(j, since[j], time, potentials[j], currents[j], spike);
        }
        double m = dynamics.membraneDecay(elapsed);
        double s = dynamics.synapseDecay(elapsed, m);
        potentials[j] = potentials[j] * m + currents[j] * dynamics.gain() * (m - s);
        currents[j] *= s;
        since[j] = time;
    }

    private ReadOutTrace end(double duration) {
        for (int j = 0; j < weights.length; j++) {
            advance(j, duration, -1);
        }
        return readOut.measure() == EventReadOut.Measure.MAXIMUM
                ? maxima.trace()
                : ReadOutTrace.mean(dynamics, weights, potentials, currents, duration);
    }
}
