package ganglion.learning.eventprop.adjoint;

import ganglion.learning.eventprop.DelayedSynapses;
import ganglion.learning.eventprop.EventLayer;
import ganglion.learning.eventprop.EventNetwork;
import ganglion.learning.eventprop.EventReadOut;
import ganglion.learning.eventprop.SynapseGradient;
import ganglion.learning.eventprop.TimedSpikes;
import ganglion.learning.eventprop.forward.EventRun;
import ganglion.learning.eventprop.forward.LayerTrace;
import ganglion.learning.eventprop.loss.CountPenalty;
import ganglion.learning.eventprop.loss.EventLoss;
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
}
