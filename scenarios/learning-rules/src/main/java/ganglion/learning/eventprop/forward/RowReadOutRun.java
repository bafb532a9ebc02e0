package ganglion.learning.eventprop.forward;

import ganglion.learning.eventprop.EventReadOut;
import ganglion.learning.eventprop.TimedSpikes;

/** Runs the integrators of a read-out whose synapses share a delay; the fast twin of {@link ReadOutRun}. */
final class RowReadOutRun {

    private RowReadOutRun() {}

    /** What is read of spikes up to a time. */
    static ReadOutTrace run(EventReadOut readOut, TimedSpikes input, double duration) {
        int size = readOut.input().targets();
        double delay = readOut.input().delay(0);
        boolean maximum = readOut.measure() == EventReadOut.Measure.MAXIMUM;
        RowState state = new RowState(readOut.dynamics(), size);
        Maxima maxima = new Maxima(readOut.dynamics(), size);
        double[] weights = new double[size];
        int next = 0;
        while (next < input.size() && input.time(next) + delay <= duration) {
            double time = input.time(next) + delay;
            if (maximum) {
                look(state, maxima, time, next);
            }
            state.moveTo(time);
            for (; next < input.size() && input.time(next) + delay == time; next++) {
                double[] row = readOut.input().row(input.neuron(next));
                state.collect(row);
                for (int j = 0; j < size; j++) {
                    weights[j] += row[j];
                }
            }
            state.apply();
        }
        if (maximum) {
            look(state, maxima, duration, -1);
            return maxima.trace();
        }
        state.moveTo(duration);
        double[] potentials = new double[size];
        double[] currents = new double[size];
        for (int j = 0; j < size; j++) {
            potentials[j] = state.potential(j);
            currents[j] = state.current(j);
        }
        return ReadOutTrace.mean(readOut.dynamics(), weights, potentials, currents, duration);
    }

    private static void look(RowState state, Maxima maxima, double until, int spike) {
        if (until > state.now()) {
            for (int j = 0; j < state.size(); j++) {
                double current = state.current(j);
                if (maxima.mayBePassed(j, current)) {
                    maxima.look(j, state.now(), until, state.potential(j), current, spike);
                }
            }
        }
    }
}
