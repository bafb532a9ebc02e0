package ganglion.learning.eventprop.train;

import ganglion.kernel.parallel.TaskRunner;
import ganglion.learning.eventprop.DelayedSynapses;
import ganglion.learning.eventprop.EventNetwork;
import ganglion.learning.eventprop.EventNetwork.EventLayer;
import ganglion.learning.eventprop.Winners;
import ganglion.learning.eventprop.adjoint.EventLoss;
import ganglion.learning.eventprop.forward.EventRun;
import ganglion.learning.eventprop.train.EventPlan.ConnectionNames;
import ganglion.learning.optimiser.DoubleOptimiser;
import ganglion.learning.optimiser.Rule.AdamRule;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.BiConsumer;
import java.util.function.DoubleConsumer;

/**
 * Trains weights with EventProp and Adam, epoch after epoch. The result follows from network,
 * samples and plan, on any number of threads. Not thread safe.
 */
public final class EventTrainer {

    /** By how much the weights to a neuron rise that has no gradient. */
    static final double WAKE = 0.01;

    private final EventPlan plan;
    private final List<EventSample> samples;
    private final TaskRunner runner;
    private final DoubleOptimiser optimiser;
    private EventNetwork network;
    private int epochs;

    /**
     * A training that has not begun.
     *
     * @param network what to begin with; not changed
     * @param samples at least one
     * @throws IllegalArgumentException if there is no sample, one is of a class that the network does not have, or the loss does not suit
     *     the network
     */
    public EventTrainer(EventNetwork network, List<EventSample> samples, EventPlan plan, TaskRunner runner) {
        Suitability.require(network, samples, plan.loss());
        this.network = network;
        this.samples = List.copyOf(samples);
        this.plan = plan;
        this.runner = runner;
        this.optimiser = new DoubleOptimiser(
                AdamRule.of(AdamRule.Variant.ADAM, plan.learningRate()),
                network.synapses().stream()
                        .mapToInt(one -> one.weights().length)
                        .toArray());
    }

    /**
     * Trains a network for all epochs of a plan.
     *
     * @param progress receives each epoch, from 1, and its mean loss and accuracy while it was learned from
     * @return the network after the last epoch
     * @throws IllegalArgumentException as the constructor
     * @throws ArithmeticException as an epoch
     */
    public static EventNetwork train(
            EventNetwork network,
            List<EventSample> samples,
            EventPlan plan,
            TaskRunner runner,
            BiConsumer<Integer, EpochOfEvents> progress) {
        EventTrainer trainer = new EventTrainer(network, samples, plan, runner);
        for (int epoch = 1; epoch <= plan.epochs(); epoch++) {
            progress.accept(epoch, trainer.epoch(share -> {}));
        }
        return trainer.network;
    }

    /** Number of epochs done. */
    public int epochsDone() {
        return epochs;
    }

    /** The network as it is now. */
    public EventNetwork network() {
        return network;
    }

    /**
     * Trains one epoch more.
     *
     * @param progress receives the share of the epoch that is done, after each batch
     * @throws ArithmeticException if a layer fires without bounds, or loss, gradients or weights are no finite numbers
     */
    public EpochOfEvents epoch(DoubleConsumer progress) {
        int epoch = ++epochs;
        List<EventSample> order = new ArrayList<>(samples);
        Collections.shuffle(order, new Random(plan.seed() * 31 + epoch));
        double loss = 0;
        int correct = 0;
        for (int from = 0; from < order.size(); from += plan.batchSize()) {
            List<EventSample> batch = order.subList(from, Math.min(order.size(), from + plan.batchSize()));
            BatchOfEvents done = BatchOfEvents.of(network, batch, plan, runner);
            if (!Double.isFinite(done.loss())) {
                throw new ArithmeticException("the loss is no number in epoch " + epoch);
            }
            loss += done.loss() * batch.size();
            correct += done.correct();
            step(done, epoch);
            progress.accept((double) (from + batch.size()) / order.size());
        }
        return new EpochOfEvents(loss / order.size(), (double) correct / order.size());
    }

    private void step(BatchOfEvents done, int epoch) {
        List<DelayedSynapses> old = network.synapses();
        List<double[]> weights =
                old.stream().map(synapses -> synapses.weights().clone()).toList();
        FiniteValues.require(network, done.gradients(), "gradient of a weight", epoch);
        optimiser.step(weights, done.gradients(), plan.learningRate());
        wake(weights, done);
        FiniteValues.require(network, weights, "weight", epoch);
        List<DelayedSynapses> changed = new ArrayList<>();
        for (int i = 0; i < old.size(); i++) {
            changed.add(old.get(i).with(weights.get(i)));
        }
        network = network.with(changed);
    }

    /**
     * Raises the weights from the layer before to a neuron for which there is no gradient: one that fires for no sample of the batch, or that
     * stands for a class and does not fire for a sample of it.
     */
    private void wake(List<double[]> weights, BatchOfEvents done) {
        int next = 0;
        for (int l = 0; l < network.layers().size(); l++) {
            EventLayer layer = network.layers().get(l);
            double[] input = weights.get(next);
            for (int k = 0; k < input.length; k++) {
                input[k] += done.fired(l, k % layer.size()) ? 0 : WAKE;
            }
            next += layer.recurrent().isPresent() ? 2 : 1;
        }
    }

    /**
     * The share of samples that a network classifies correctly, as {@link #judge} finds it.
     *
     * @throws IllegalArgumentException as for training
     */
    public static double accuracy(EventNetwork network, List<EventSample> samples, EventPlan plan) {
        return judge(network, samples, plan, TaskRunner.SEQUENTIAL).accuracy();
    }

    /**
     * What a network does for samples in continuous time. A sample counts as wrong if two classes share the highest score, as all do where
     * no neuron fires.
     *
     * @throws IllegalArgumentException as for training
     * @throws ArithmeticException if a layer fires without bounds
     */
    public static EpochOfEvents judge(
            EventNetwork network, List<EventSample> samples, EventPlan plan, TaskRunner runner) {
        Suitability.require(network, samples, plan.loss());
        double[] losses = new double[samples.size()];
        boolean[] right = new boolean[samples.size()];
        runner.run(samples.size(), i -> {
            EventSample sample = samples.get(i);
            EventRun run = EventRun.of(network, sample.input(), sample.duration());
            losses[i] = plan.loss().judge(run, sample.label()).value();
            right[i] = Winners.of(plan.loss().scores(run)) == sample.label();
        });
        double loss = 0;
        int correct = 0;
        for (int i = 0; i < losses.length; i++) {
            loss += losses[i];
            correct += right[i] ? 1 : 0;
        }
        return new EpochOfEvents(loss / losses.length, (double) correct / losses.length);
    }

    /** Whether network, samples and loss belong together. */
    static final class Suitability {

        private Suitability() {}

        /** @throws IllegalArgumentException if they do not */
        static void require(EventNetwork network, List<EventSample> samples, EventLoss loss) {
            if (loss.readsOut() && network.readOut().isEmpty()) {
                throw new IllegalArgumentException("a loss of a read-out and a network without one");
            }
            if (!loss.readsOut() && network.readOut().isPresent()) {
                throw new IllegalArgumentException(
                        "a loss of spike times and a network with a read-out, expected one without");
            }
            if (samples.isEmpty()) {
                throw new IllegalArgumentException("there is no sample");
            }
            for (int i = 0; i < samples.size(); i++) {
                int label = samples.get(i).label();
                if (label < 0 || label >= network.outputs()) {
                    throw new IllegalArgumentException("sample " + (i + 1) + " is of class " + label
                            + ", expected 0 to " + (network.outputs() - 1));
                }
            }
        }
    }

    /** Stops a training whose gradients or parameters run away: neurons with weights that are no numbers never fire, and no loss shows it. */
    static final class FiniteValues {

        private FiniteValues() {}

        /**
         * Looks at the values of each connection.
         *
         * @param values in the order of {@link EventNetwork#synapses()}
         * @throws ArithmeticException if a value is infinite or no number
         */
        static void require(EventNetwork network, List<double[]> values, String what, int epoch) {
            for (int i = 0; i < values.size(); i++) {
                double[] own = values.get(i);
                for (int k = 0; k < own.length; k++) {
                    if (!Double.isFinite(own[k])) {
                        throw new ArithmeticException("in epoch " + epoch + " a " + what + " of the "
                                + ConnectionNames.of(network).get(i) + " is " + own[k] + ", expected a finite number");
                    }
                }
            }
        }
    }

    /**
     * What a network did for samples in continuous time, in an epoch of training or after it.
     *
     * @param loss mean of the samples
     * @param accuracy share of correct decisions; in an epoch, counted while it is learned from
     */
    public record EpochOfEvents(double loss, double accuracy) {}

    /**
     * The best epoch so far.
     *
     * @param number from 1
     * @param accuracy by which it is the best; the same for all where there is none
     * @param loss which decides between equals
     * @param network after it
     */
    public record BestEpoch(int number, double accuracy, double loss, EventNetwork network) {

        /** Whether other figures are better. */
        public boolean isBeatenBy(double otherAccuracy, double otherLoss) {
            return otherAccuracy > accuracy || otherAccuracy == accuracy && otherLoss < loss;
        }
    }
}
