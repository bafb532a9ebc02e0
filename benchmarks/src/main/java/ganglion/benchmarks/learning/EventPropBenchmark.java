package ganglion.benchmarks.learning;

import com.sun.management.ThreadMXBean;
import ganglion.kernel.parallel.TaskRunner;
import ganglion.learning.engine.Engine.BatchReport;
import ganglion.learning.engine.Engine.TrainingStep;
import ganglion.learning.eventprop.EventNetwork;
import ganglion.learning.eventprop.adjoint.AdjointPass;
import ganglion.learning.eventprop.adjoint.EventLoss.ReadOutLoss;
import ganglion.learning.eventprop.forward.EventRun;
import ganglion.learning.eventprop.train.EventPlan;
import ganglion.learning.eventprop.train.EventSample;
import ganglion.learning.eventprop.train.EventTrainer;
import ganglion.learning.fast.FastEngine;
import ganglion.learning.loss.Loss.CrossEntropyMaxMembrane;
import ganglion.learning.model.Model;
import ganglion.learning.optimiser.Rule.AdamRule;
import ganglion.learning.sample.Sample;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * EventProp beside back-propagation through time, on one thread: processor time and memory per sample of a training step (forward, backward, Adam)
 * for networks of the same sizes whose inputs and hidden neurons fire in 2 % of the steps ({@link EventPropCase}). Arguments: seconds a
 * round (1), rounds (5), steps of a sample (1000), share of the steps in which neurons fire (0.02).
 *
 * <p>A step of EventProp is a training of one epoch with one batch, and so includes the making of its optimisers.
 *
 * <p>Memory of back-propagation is what a further sample of a batch adds to the heap once an engine is in use. Of EventProp it is all that
 * the forward and adjoint pass of a sample ever allocate, which is more than they hold at one time.
 */
public final class EventPropBenchmark {

    private static final double RATE = 1e-5;
    private static final double MEBI = 1 << 20;
    private static final int BATCH = 32;

    private final double secondsPerRound;
    private final int rounds;

    private EventPropBenchmark(double secondsPerRound, int rounds) {
        this.secondsPerRound = secondsPerRound;
        this.rounds = rounds;
    }

    /** Runs the benchmark. */
    public static void main(String[] arguments) {
        double seconds = arguments.length > 0 ? Double.parseDouble(arguments[0]) : 1;
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5;
        int steps = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 1000;
        double activity = arguments.length > 3 ? Double.parseDouble(arguments[3]) : 0.02;
        EventPropCase subject = new EventPropCase(steps, activity);
        EventPropBenchmark benchmark = new EventPropBenchmark(seconds, rounds);
        List<Sample> batch = subject.samples(BATCH);
        for (boolean recurrent : new boolean[] {false, true}) {
            String network = recurrent ? "700-256 recurrent-20" : "700-256-20";
            benchmark.learner(network + " leaky", subject.model(recurrent, false, batch), batch);
            benchmark.learner(network + " synaptic", subject.model(recurrent, true, batch), batch);
            benchmark.eventProp(network + " eventprop", subject.network(recurrent, batch), batch);
        }
    }

    private void learner(String name, Model model, List<Sample> batch) {
        AdamRule rule = AdamRule.of(AdamRule.Variant.ADAM, RATE);
        BatchReport[] report = new BatchReport[1];
        double milliseconds;
        try (FastEngine engine = new FastEngine(model, rule, 0, TaskRunner.SEQUENTIAL)) {
            milliseconds = measure(
                    batch.size(),
                    step -> report[0] =
                            engine.train(batch, TrainingStep.of(step, new CrossEntropyMaxMembrane(), RATE)));
        }
        double memory =
                (held(model, rule, batch) - held(model, rule, batch.subList(0, batch.size() / 2))) / (batch.size() / 2);
        print(name, milliseconds, memory, report[0].activity().get(0).rate());
    }

    /** Bytes in use with an engine that has trained a batch. */
    private static double held(Model model, AdamRule rule, List<Sample> batch) {
        try (FastEngine engine = new FastEngine(model, rule, 0, TaskRunner.SEQUENTIAL)) {
            engine.train(batch, TrainingStep.of(0, new CrossEntropyMaxMembrane(), RATE));
            return used(() -> engine);
        }
    }

    private static double used(Supplier<?> kept) {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        Runtime runtime = Runtime.getRuntime();
        double used = runtime.totalMemory() - runtime.freeMemory();
        return kept.get() == null ? 0 : used;
    }

    private void eventProp(String name, EventNetwork network, List<Sample> batch) {
        List<EventSample> samples = batch.stream().map(EventSample::of).toList();
        EventPlan plan = new EventPlan(new ReadOutLoss(1), 1, samples.size(), RATE, 1);
        EventNetwork[] trained = {network};
        double milliseconds = measure(
                samples.size(),
                step -> trained[0] =
                        EventTrainer.train(trained[0], samples, plan, TaskRunner.SEQUENTIAL, (epoch, done) -> {}));
        EventRun run =
                EventRun.of(network, samples.get(0).input(), samples.get(0).duration());
        double rate = run.lastSpikes().size() / (samples.get(0).duration() * EventPropCase.HIDDEN);
        print(name, milliseconds, allocated(network, samples.get(0)), rate);
    }

    /** Bytes that the passes of a sample allocate, with its spikes in continuous time but without the sum of gradients. */
    private static double allocated(EventNetwork network, EventSample sample) {
        List<double[]> gradients = AdjointPass.zero(network);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
        EventRun run = EventRun.of(network, sample.input(), sample.duration());
        AdjointPass.addBounded(run, new ReadOutLoss(1).judge(run, sample.label()), gradients);
        long after = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
        return after - before + sample.input().size() * (Double.BYTES + Integer.BYTES);
    }

    private interface Step {
        void run(int number);
    }

    private double measure(int samples, Step step) {
        double[] milliseconds = new double[rounds];
        int done = 0;
        for (int round = -1; round < rounds; round++) {
            long start = threadNanoseconds();
            int steps = 0;
            do {
                step.run(done++);
                steps++;
            } while (threadNanoseconds() - start < secondsPerRound * 1e9);
            if (round >= 0) {
                milliseconds[round] = (threadNanoseconds() - start) / 1e6 / steps / samples;
            }
        }
        Arrays.sort(milliseconds);
        return milliseconds[rounds / 2];
    }

    private static long threadNanoseconds() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static void print(String name, double milliseconds, double bytes, double rate) {
        System.out.printf(
                Locale.ROOT,
                "%-46s %8.2f ms a sample, %7.2f MiB a sample, hidden neurons fire in %.2f %% of the steps%n",
                name,
                milliseconds,
                bytes / MEBI,
                100 * rate);
    }
}
