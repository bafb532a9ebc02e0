package ganglion.learning.eventprop.forward;

import ganglion.learning.eventprop.EventReadOut;
import ganglion.learning.eventprop.ExponentialDynamics;
import ganglion.learning.eventprop.TimedSpikes;
import java.util.Arrays;

/** Runs the integrators of a read-out. For one use. */
final class ReadOutRun {

    private final EventReadOut readOut;
    private final ExponentialDynamics dynamics;
    private final double[] potentials;
    private final double[] currents;
    private final double[] since;
    private final double[] weights;
    private final double[] highest;
    private final double[] times;
    private final int[] spikes;
    private final double[] slopes;

    private ReadOutRun(EventReadOut readOut) {
        int size = readOut.input().targets();
        this.readOut = readOut;
        this.dynamics = readOut.dynamics();
        this.potentials = new double[size];
        this.currents = new double[size];
        this.since = new double[size];
        this.weights = new double[size];
        this.highest = new double[size];
        this.times = new double[size];
        this.spikes = new int[size];
        this.slopes = new double[size];
        Arrays.fill(spikes, -1);
    }

    /** What is read of spikes up to a time. */
    static ReadOutTrace run(EventReadOut readOut, TimedSpikes input, double duration) {
        return new ReadOutRun(readOut).run(input, duration);
    }

    private ReadOutTrace run(TimedSpikes input, double duration) {
        ArrivalQueue arrivals = new ArrivalQueue();
        int next = 0;
        while (next < input.size() || arrivals.nextTime() <= duration) {
            if (next < input.size() && input.time(next) <= arrivals.nextTime()) {
                arrivals.add(readOut.input(), input.time(next), input.neuron(next));
                next++;
            } else if (arrivals.nextTime() <= duration) {
                arrive(arrivals);
            } else {
                break;
            }
        }
        double[] values = new double[highest.length];
        for (int j = 0; j < values.length; j++) {
            advance(j, duration, -1);
            values[j] = readOut.measure() == EventReadOut.Measure.MEAN ? mean(j, duration) : highest[j];
        }
        return new ReadOutTrace(values, times, spikes, slopes);
    }

    private void arrive(ArrivalQueue arrivals) {
        double time = arrivals.nextTime();
        int spike = arrivals.spike();
        int synapse = arrivals.take();
        int j = synapse % highest.length;
        advance(j, time, spike);
        currents[j] += readOut.input().weights()[synapse];
        weights[j] += readOut.input().weights()[synapse];
    }

    /** The integrals of both equations over the sample: what came in less what is left. */
    private double mean(int j, double duration) {
        return (dynamics.synapse() * (weights[j] - currents[j]) - dynamics.membrane() * potentials[j]) / duration;
    }

    private void advance(int j, double time, int spike) {
        double elapsed = time - since[j];
        if (elapsed == 0) {
            return;
        }
        if (currents[j] > potentials[j] && currents[j] > 0) {
            double peak = dynamics.peak(potentials[j], currents[j]);
            boolean ended = elapsed <= peak;
            double potential = after(j, ended ? elapsed : peak);
            if (potential > highest[j]) {
                highest[j] = potential;
                times[j] = ended ? time : since[j] + peak;
                spikes[j] = ended ? spike : -1;
                slopes[j] = dynamics.slope(potential, currents[j] * dynamics.synapseDecay(elapsed));
            }
        }
        potentials[j] = after(j, elapsed);
        currents[j] *= dynamics.synapseDecay(elapsed);
        since[j] = time;
    }

    private double after(int j, double elapsed) {
        double m = dynamics.membraneDecay(elapsed);
        return potentials[j] * m + currents[j] * dynamics.gain() * (m - dynamics.synapseDecay(elapsed));
    }
}
