package ganglion.learning.eventprop.adjoint;

import ganglion.learning.eventprop.DelayedSynapses;
import ganglion.learning.eventprop.DelayedSynapses.SynapseGradient;
import ganglion.learning.eventprop.EventNetwork;
import ganglion.learning.eventprop.EventNetwork.EventLayer;
import ganglion.learning.eventprop.EventNetwork.EventReadOut;
import ganglion.learning.eventprop.ExponentialDynamics;
import ganglion.learning.eventprop.TimedSpikes;
import ganglion.learning.eventprop.forward.EventRun;
import ganglion.learning.eventprop.forward.LayerTrace;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The adjoint pass over what a network did for a sample: from the derivatives by spikes and read-out to those by parameters and input. */
public final class AdjointPass {

    private final EventRun run;
    private final List<SynapseGradient> gradients;
    private final boolean inputTimes;
    private final double leastSlope;

    /** Position in the gradients, counted down. */
    private int next;

    private AdjointPass(EventRun run, List<SynapseGradient> gradients, boolean inputTimes, double leastSlope) {
        this.run = run;
        this.gradients = gradients;
        this.inputTimes = inputTimes;
        this.leastSlope = leastSlope;
        this.next = gradients.size();
    }

    /** A gradient of zeros, in the order of {@link EventNetwork#synapses()}. */
    public static List<SynapseGradient> zero(EventNetwork network) {
        return network.synapses().stream().map(SynapseGradient::zero).toList();
    }

    /**
     * Adds the exact gradient of a loss to a sum. It is infinite or no number if a spike just touches the threshold.
     *
     * @param judgement derivatives of the loss by spikes or read-out
     * @param gradients the sum, in the order of {@link EventNetwork#synapses()}
     * @return derivatives by the times of the input's spikes
     */
    public static double[] add(
            EventRun run, EventLoss.Judgement judgement, CountPenalty penalty, List<SynapseGradient> gradients) {
        return new AdjointPass(run, gradients, true, 0).add(judgement, penalty);
    }

    /**
     * Adds the gradient without derivatives by the times of the input's spikes, and by a delay that all synapses of the input share.
     *
     * @param leastSlope in thresholds per time constant of the membrane: where a potential reaches the threshold with a smaller slope, it
     *     counts as this one, so that a spike that grazes the threshold has a gradient of the size of others; 0 for the exact gradient
     */
    public static void addWithoutInputTimes(
            EventRun run,
            EventLoss.Judgement judgement,
            CountPenalty penalty,
            double leastSlope,
            List<SynapseGradient> gradients) {
        new AdjointPass(run, gradients, false, leastSlope).add(judgement, penalty);
    }

    private double[] add(EventLoss.Judgement judgement, CountPenalty penalty) {
        TimedSpikes last = run.lastSpikes();
        double[] bySpike = new double[last.size()];
        // The read-out has its place among the gradients whether the loss looks at it or not.
        Optional<SynapseGradient> ofReadOut = run.network().readOut().map(readOut -> gradients.get(--next));
        if (judgement.byReadOut().length > 0) {
            EventReadOut readOut = run.network().readOut().orElseThrow();
            SynapseGradient gradient = ofReadOut.orElseThrow();
            pull(readOut.input(), readOutAdjoint(readOut, judgement.byReadOut()), gradient, last, bySpike, true);
            if (readOut.measure() == EventReadOut.Measure.MAXIMUM) {
                moveMaxima(readOut, judgement.byReadOut(), gradient, bySpike);
            }
        }
        for (int k = 0; k < judgement.bySpike().length; k++) {
            bySpike[k] += judgement.bySpike()[k];
        }
        boolean hidden = run.network().readOut().isPresent();
        for (int l = run.layers().size() - 1; l >= 0; l--) {
            EventLayer layer = run.network().layers().get(l);
            LayerTrace trace = run.layers().get(l);
            CountPenalty own = hidden || l + 1 < run.layers().size() ? penalty : CountPenalty.NONE;
            Optional<SynapseGradient> recurrent = layer.recurrent().map(synapses -> gradients.get(--next));
            AdjointTrace adjoint = LayerAdjoint.of(
                    layer,
                    trace,
                    run.duration(),
                    leastSlope,
                    bySpike,
                    own.jumps(trace.spikes(), layer.size()),
                    recurrent);
            TimedSpikes input = l == 0 ? run.input() : run.layers().get(l - 1).spikes();
            bySpike = new double[input.size()];
            pull(layer.input(), adjoint, gradients.get(--next), input, bySpike, l > 0 || inputTimes);
        }
        return bySpike;
    }

    /** A maximum at which a spike arrives and ends the rise is higher if the spike arrives later. */
    private void moveMaxima(EventReadOut readOut, double[] byReadOut, SynapseGradient gradient, double[] bySpike) {
        DelayedSynapses synapses = readOut.input();
        for (int j = 0; j < byReadOut.length; j++) {
            int spike = run.readOutSpike(j);
            if (spike >= 0) {
                double byArrival = byReadOut[j] * run.readOutSlope(j);
                int synapse = run.lastSpikes().neuron(spike) * synapses.targets() + j;
                bySpike[spike] += byArrival;
                gradient.delays()[synapses.sharesDelay() ? 0 : synapse] += byArrival;
            }
        }
    }

    private void pull(
            DelayedSynapses synapses,
            AdjointTrace targets,
            SynapseGradient gradient,
            TimedSpikes input,
            double[] bySpike,
            boolean times) {
        SourcePull pull = SourcePull.of(synapses, targets, gradient, run.duration(), times);
        for (int k = input.size() - 1; k >= 0; k--) {
            bySpike[k] = pull.pull(input.time(k), input.neuron(k));
        }
    }

    /** A highest potential is a point at its time; a mean draws the adjoints of both variables from the end of the sample on. */
    private AdjointTrace readOutAdjoint(EventReadOut readOut, double[] byReadOut) {
        boolean mean = readOut.measure() == EventReadOut.Measure.MEAN;
        int size = byReadOut.length;
        int[] neurons = IntStream.range(0, size)
                .boxed()
                .sorted(Comparator.comparingDouble(j -> mean ? 0 : run.readOutTime(j)))
                .mapToInt(j -> j)
                .toArray();
        double[] times = Arrays.stream(neurons)
                .mapToDouble(j -> mean ? run.duration() : run.readOutTime(j))
                .toArray();
        double[] limits = new double[size];
        if (mean) {
            Arrays.setAll(limits, j -> byReadOut[j] * readOut.dynamics().membrane() / run.duration());
        }
        AdjointTrace adjoint = new AdjointTrace(readOut.dynamics(), times, neurons, limits);
        for (int k = 0; k < size; k++) {
            adjoint.set(k, mean ? 0 : byReadOut[neurons[k]], 0);
        }
        return adjoint;
    }

    /**
     * The adjoint pass over the spikes of a layer, from the last to the first. At a spike at time t, on which the loss depends with a
     * derivative g through everything that the spike reaches, the adjoints {@code v} of the potential and {@code i} of the current change from
     * their values just after it to
     *
     * <pre>
     * v before = (v after * slope after - g) / slope before          i before = i after
     * </pre>
     *
     * with the slopes of the potential: it is zero after the spike, and the spike comes by 1 / slope before sooner if the potential is raised.
     */
    static final class LayerAdjoint {

        private LayerAdjoint() {}

        /**
         * The adjoints of a layer.
         *
         * @param bySpike derivatives of the loss by the time of each spike, without those through recurrent synapses
         * @param leastSlope in thresholds per time constant of the membrane; a smaller slope at a spike counts as this
         * @param jumps what is added to the adjoint of the potential at each spike of a neuron
         * @param recurrentGradient to which gradients of recurrent synapses are added
         */
        static AdjointTrace of(
                EventLayer layer,
                LayerTrace trace,
                double duration,
                double leastSlope,
                double[] bySpike,
                double[] jumps,
                Optional<SynapseGradient> recurrentGradient) {
            ExponentialDynamics dynamics = layer.dynamics();
            TimedSpikes spikes = trace.spikes();
            AdjointTrace adjoint =
                    new AdjointTrace(dynamics, spikes.copyOfTimes(), spikes.copyOfNeurons(), new double[layer.size()]);
            Optional<SourcePull> recurrent = layer.recurrent()
                    .map(synapses -> SourcePull.of(synapses, adjoint, recurrentGradient.orElseThrow(), duration, true));
            double unit = layer.threshold() / dynamics.membrane();
            int[] following = new int[layer.size()];
            Arrays.fill(following, -1);
            for (int k = spikes.size() - 1; k >= 0; k--) {
                int j = spikes.neuron(k);
                double time = spikes.time(k);
                double g = bySpike[k];
                if (recurrent.isPresent()) {
                    g += recurrent.get().pull(time, j);
                }
                double before = Math.max(trace.slope(k), leastSlope * unit);
                double after = before + unit;
                double potential = 0;
                double current = 0;
                if (following[j] >= 0) {
                    double elapsed = spikes.time(following[j]) - time;
                    double m = dynamics.membraneDecay(elapsed);
                    potential = adjoint.potentialBefore(following[j], m);
                    current = adjoint.currentBefore(following[j], m, dynamics.synapseDecay(elapsed, m));
                }
                adjoint.set(k, (potential * after - g) / before + jumps[j], current);
                following[j] = k;
            }
            return adjoint;
        }
    }
}
