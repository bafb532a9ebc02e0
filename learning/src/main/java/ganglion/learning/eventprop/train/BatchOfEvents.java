package ganglion.learning.eventprop.train;

import ganglion.kernel.parallel.TaskRunner;
import ganglion.learning.eventprop.EventNetwork;
import ganglion.learning.eventprop.SynapseGradient;
import ganglion.learning.eventprop.adjoint.AdjointPass;
import ganglion.learning.eventprop.forward.EventRun;
import ganglion.learning.eventprop.loss.CountPenalty;
import ganglion.learning.eventprop.loss.EventLoss;
import java.util.ArrayList;
import java.util.List;

/**
 * Mean loss and gradient of some samples. They are divided into a fixed number of slices, whose sums are added in order: the result does
 * not depend on the number of threads.
 */
public final class BatchOfEvents {

    /** Enough for the threads of a small machine. */
    private static final int SLICES = 4;

    private double loss;
    private int correct;
    private final List<SynapseGradient> gradients;

    private BatchOfEvents(List<SynapseGradient> gradients) {
        this.gradients = gradients;
    }

    /**
     * Runs a network on samples, and back.
     *
     * @param batch at least one
     * @throws ArithmeticException if a layer fires without bounds
     */
    public static BatchOfEvents of(
            EventNetwork network, List<EventSample> batch, EventLoss loss, CountPenalty penalty, TaskRunner runner) {
        int count = Math.min(SLICES, batch.size());
        List<BatchOfEvents> slices = new ArrayList<>();
        for (int s = 0; s < count; s++) {
            slices.add(new BatchOfEvents(AdjointPass.zero(network)));
        }
        runner.run(count, s -> {
            for (int i = batch.size() * s / count; i < batch.size() * (s + 1) / count; i++) {
                slices.get(s).add(network, batch.get(i), loss, penalty);
            }
        });
        BatchOfEvents sum = slices.get(0);
        for (BatchOfEvents slice : slices.subList(1, count)) {
            sum.add(slice);
        }
        sum.divideBy(batch.size());
        return sum;
    }

    private void add(EventNetwork network, EventSample sample, EventLoss eventLoss, CountPenalty penalty) {
        EventRun run = EventRun.of(network, sample.input(), sample.duration());
        EventLoss.Judgement judgement = eventLoss.judge(run, sample.label());
        AdjointPass.addWithoutInputTimes(run, judgement, penalty, gradients);
        loss += judgement.value();
        correct += Winners.of(eventLoss.scores(run)) == sample.label() ? 1 : 0;
    }

    private void add(BatchOfEvents other) {
        loss += other.loss;
        correct += other.correct;
        for (int i = 0; i < gradients.size(); i++) {
            gradients.get(i).add(other.gradients.get(i));
        }
    }

    private void divideBy(int size) {
        loss /= size;
        for (SynapseGradient gradient : gradients) {
            divide(gradient.weights(), size);
            divide(gradient.delays(), size);
        }
    }

    private static void divide(double[] values, int size) {
        for (int i = 0; i < values.length; i++) {
            values[i] /= size;
        }
    }

    /** Mean loss, without the penalty of counts. */
    public double loss() {
        return loss;
    }

    /** Number of samples that were decided rightly. */
    public int correct() {
        return correct;
    }

    /** Mean gradients, in the order of {@link EventNetwork#synapses()}. */
    public List<SynapseGradient> gradients() {
        return gradients;
    }
}
