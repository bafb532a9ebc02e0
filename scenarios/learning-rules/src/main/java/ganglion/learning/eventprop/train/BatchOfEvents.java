package ganglion.learning.eventprop.train;

import ganglion.kernel.parallel.TaskRunner;
import ganglion.learning.eventprop.EventNetwork;
import ganglion.learning.eventprop.TimedSpikes;
import ganglion.learning.eventprop.Winners;
import ganglion.learning.eventprop.adjoint.AdjointPass;
import ganglion.learning.eventprop.adjoint.EventLoss;
import ganglion.learning.eventprop.forward.EventRun;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Mean loss and gradient of some samples. They are divided into a fixed number of slices, whose sums are added in order: the result does
 * not depend on the number of threads.
 */
public final class BatchOfEvents {

    /** Enough for the threads of a small machine. */
    private static final int SLICES = 4;

    /** Samples that go forward before they go back: weights, and then gradients, stay in the cache of a core for so long. */
    private static final int TOGETHER = 8;

    private double loss;
    private int correct;
    private final List<double[]> gradients;
    private final List<BitSet> fired;

    /** Neurons of a last layer that decides by its spikes which did not fire for a sample of their own class. */
    private final BitSet missed = new BitSet();

    private BatchOfEvents(EventNetwork network) {
        this.gradients = AdjointPass.zero(network);
        this.fired = network.layers().stream().map(layer -> new BitSet()).toList();
    }

    /**
     * Runs a network on samples, and back.
     *
     * @param batch at least one
     * @param plan whose loss is used
     * @throws ArithmeticException if a layer fires without bounds
     */
    public static BatchOfEvents of(EventNetwork network, List<EventSample> batch, EventPlan plan, TaskRunner runner) {
        int count = Math.min(SLICES, batch.size());
        List<BatchOfEvents> slices = new ArrayList<>();
        for (int s = 0; s < count; s++) {
            slices.add(new BatchOfEvents(network));
        }
        runner.run(count, s -> {
            int end = batch.size() * (s + 1) / count;
            for (int i = batch.size() * s / count; i < end; i += TOGETHER) {
                slices.get(s).add(network, batch.subList(i, Math.min(end, i + TOGETHER)), plan);
            }
        });
        BatchOfEvents sum = slices.get(0);
        for (BatchOfEvents slice : slices.subList(1, count)) {
            sum.add(slice);
        }
        sum.divideBy(batch.size());
        return sum;
    }

    private void add(EventNetwork network, List<EventSample> samples, EventPlan plan) {
        List<EventRun> runs = samples.stream()
                .map(sample -> EventRun.of(network, sample.input(), sample.duration()))
                .toList();
        for (int i = 0; i < samples.size(); i++) {
            EventRun run = runs.get(i);
            int label = samples.get(i).label();
            EventLoss.Judgement judgement = plan.loss().judge(run, label);
            AdjointPass.addBounded(run, judgement, gradients);
            markFired(run, label);
            loss += judgement.value();
            correct += Winners.of(plan.loss().scores(run)) == label ? 1 : 0;
        }
    }

    private void markFired(EventRun run, int label) {
        if (run.network().readOut().isEmpty() && run.firstSpikes()[label] < 0) {
            missed.set(label);
        }
        for (int l = 0; l < fired.size(); l++) {
            TimedSpikes spikes = run.layers().get(l).spikes();
            for (int k = 0; k < spikes.size(); k++) {
                fired.get(l).set(spikes.neuron(k));
            }
        }
    }

    private void add(BatchOfEvents other) {
        loss += other.loss;
        correct += other.correct;
        missed.or(other.missed);
        for (int l = 0; l < fired.size(); l++) {
            fired.get(l).or(other.fired.get(l));
        }
        for (int i = 0; i < gradients.size(); i++) {
            double[] sum = gradients.get(i);
            double[] more = other.gradients.get(i);
            Arrays.setAll(sum, k -> sum[k] + more[k]);
        }
    }

    private void divideBy(int size) {
        loss /= size;
        for (double[] gradient : gradients) {
            for (int k = 0; k < gradient.length; k++) {
                gradient[k] /= size;
            }
        }
    }

    /** Mean loss. */
    public double loss() {
        return loss;
    }

    /** Number of samples that were classified correctly. */
    public int correct() {
        return correct;
    }

    /** Whether a neuron of a layer fired for a sample, and, if it stands for a class, for each sample of its class. */
    public boolean fired(int layer, int neuron) {
        boolean decides = layer == fired.size() - 1;
        return fired.get(layer).get(neuron) && !(decides && missed.get(neuron));
    }

    /** Mean gradients, in the order of {@link EventNetwork#synapses()}. */
    public List<double[]> gradients() {
        return gradients;
    }
}
