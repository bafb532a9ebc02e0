package ganglion.learning.eventprop.adjoint;

import ganglion.learning.eventprop.DelayedSynapses;
import ganglion.learning.eventprop.EventNetwork;
import ganglion.learning.eventprop.EventNetwork.EventLayer;
import ganglion.learning.eventprop.EventNetwork.EventReadOut;
import ganglion.learning.eventprop.ExponentialDynamics;
import ganglion.learning.eventprop.TimedSpikes;
import ganglion.learning.eventprop.forward.EventRun;
import ganglion.learning.eventprop.forward.LayerTrace;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The adjoint pass over what a network did for a sample: from the derivatives by spikes and read-out to those by weights and input. */
public final class AdjointPass {

    /** Of a slope below this, spikes are rare: it stands for a hundred times the gradient of a common spike. */
    private static final double LEAST_SLOPE = 0.01;

    private final EventRun run;
    private final List<double[]> gradients;
    private final boolean inputTimes;
    private final double leastSlope;

    /** Position in the gradients, counted down. */
    private int next;

    private AdjointPass(EventRun run, List<double[]> gradients, boolean inputTimes, double leastSlope) {
        this.run = run;
        this.gradients = gradients;
        this.inputTimes = inputTimes;
        this.leastSlope = leastSlope;
        this.next = gradients.size();
    }

    /** A gradient of zeros: for each connection, in the order of {@link EventNetwork#synapses()}, a number per weight. */
    public static List<double[]> zero(EventNetwork network) {
        return network.synapses().stream()
                .map(synapses -> new double[synapses.weights().length])
                .toList();
    }

    /**
     * Adds the exact gradient of a loss to a sum. It is infinite or no number if a spike just touches the threshold.
     *
     * @param judgement derivatives of the loss by spikes or read-out
     * @param gradients the sum, in the order of {@link EventNetwork#synapses()}
     * @return derivatives by the times of the input's spikes
     */
    public static double[] add(EventRun run, EventLoss.Judgement judgement, List<double[]> gradients) {
        return new AdjointPass(run, gradients, true, 0).add(judgement);
    }

    /**
     * Adds the gradient that training uses, without derivatives by the times of the input's spikes. A spike at which the potential rises by
     * less than a hundredth of a threshold per time constant of the membrane counts as one of this slope, so that a spike that grazes the
     * threshold has a gradient of the size of others.
     */
    public static void addBounded(EventRun run, EventLoss.Judgement judgement, List<double[]> gradients) {
        new AdjointPass(run, gradients, false, LEAST_SLOPE).add(judgement);
    }

    private double[] add(EventLoss.Judgement judgement) {
        TimedSpikes last = run.lastSpikes();
        double[] bySpike = new double[last.size()];
        // The read-out has its place among the gradients whether the loss looks at it or not.
        Optional<double[]> ofReadOut = run.network().readOut().map(readOut -> gradients.get(--next));
        if (judgement.byReadOut().length > 0) {
            EventReadOut readOut = run.network().readOut().orElseThrow();
            AdjointTrace adjoint = readOutAdjoint(readOut, judgement.byReadOut());
            pull(readOut.input(), adjoint, ofReadOut.orElseThrow(), last, bySpike, true);
        }
        for (int k = 0; k < judgement.bySpike().length; k++) {
            bySpike[k] += judgement.bySpike()[k];
        }
        for (int l = run.layers().size() - 1; l >= 0; l--) {
            EventLayer layer = run.network().layers().get(l);
            Optional<double[]> recurrent = layer.recurrent().map(synapses -> gradients.get(--next));
            AdjointTrace adjoint =
                    LayerAdjoint.of(layer, run.layers().get(l), run.duration(), leastSlope, bySpike, recurrent);
            TimedSpikes input = l == 0 ? run.input() : run.layers().get(l - 1).spikes();
            bySpike = new double[input.size()];
            pull(layer.input(), adjoint, gradients.get(--next), input, bySpike, l > 0 || inputTimes);
        }
        return bySpike;
    }

    private void pull(
            DelayedSynapses synapses,
            AdjointTrace targets,
            double[] gradient,
            TimedSpikes input,
            double[] bySpike,
            boolean times) {
        SourcePull pull = new SourcePull(synapses, targets, gradient, run.duration(), times);
        for (int k = input.size() - 1; k >= 0; k--) {
            bySpike[k] = pull.pull(input.time(k), input.neuron(k));
        }
    }

    /** The mean of a potential draws the adjoints of both variables from the end of the sample on. */
    private AdjointTrace readOutAdjoint(EventReadOut readOut, double[] byReadOut) {
        int size = byReadOut.length;
        double[] ends = new double[size];
        Arrays.fill(ends, run.duration());
        double[] limits = new double[size];
        Arrays.setAll(limits, j -> byReadOut[j] * readOut.dynamics().membrane() / run.duration());
        return new AdjointTrace(
                readOut.dynamics(), ends, IntStream.range(0, size).toArray(), limits);
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
         * @param recurrentGradient to which gradients of recurrent synapses are added
         */
        static AdjointTrace of(
                EventLayer layer,
                LayerTrace trace,
                double duration,
                double leastSlope,
                double[] bySpike,
                Optional<double[]> recurrentGradient) {
            ExponentialDynamics dynamics = layer.dynamics();
            TimedSpikes spikes = trace.spikes();
            AdjointTrace adjoint =
                    new AdjointTrace(dynamics, spikes.copyOfTimes(), spikes.copyOfNeurons(), new double[layer.size()]);
            Optional<SourcePull> recurrent = layer.recurrent()
                    .map(synapses ->
                            new SourcePull(synapses, adjoint, recurrentGradient.orElseThrow(), duration, true));
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
                adjoint.set(k, (potential * after - g) / before, current);
                following[j] = k;
            }
            return adjoint;
        }
    }
}
