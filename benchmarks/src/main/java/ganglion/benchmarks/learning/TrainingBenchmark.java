package ganglion.benchmarks.learning;

import com.sun.management.OperatingSystemMXBean;
import ganglion.benchmarks.PeakMemory;
import ganglion.kernel.parallel.TaskRunner;
import ganglion.learning.engine.Engine.BatchReport;
import ganglion.learning.engine.Engine.EvaluationStep;
import ganglion.learning.engine.Engine.TrainingStep;
import ganglion.learning.engine.LayerActivity;
import ganglion.learning.engine.ReadOut;
import ganglion.learning.fast.FastEngine;
import ganglion.learning.optimiser.Rule.AdamRule;
import ganglion.learning.sample.Sample;
import ganglion.runtime.ThreadedTasks;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.IntConsumer;
import java.util.function.Supplier;

/**
 * Samples a second in training (forward, backward, optimiser) and in inference. Prints the median of some rounds and, because
 * machines are shared, the fastest, and what a second of CPU time of the whole process gives; then the largest resident
 * memory of the process so far, so run a case alone to know its own. Arguments: seconds a round (0.5), rounds (5), names of
 * cases.
 */
public final class TrainingBenchmark {

    /** Widths of the spread of delays in the first epoch and in the last ones, in steps. */
    private static final double WIDE = 12;

    private static final double NARROW = 0.5;

    /** One after the other, so that those that are not run take no memory. */
    private static final List<Supplier<TrainingCase>> CASES = List.of(
            TrainingCase::flute,
            TrainingCase::recurrent,
            TrainingCase::constant,
            TrainingCase::feedForward,
            () -> TrainingCase.delays(WIDE),
            () -> TrainingCase.delays(NARROW),
            () -> TrainingCase.recurrent().normalised());

    private final double secondsPerRound;
    private final int rounds;

    private TrainingBenchmark(double secondsPerRound, int rounds) {
        this.secondsPerRound = secondsPerRound;
        this.rounds = rounds;
    }

    /** Runs the benchmark. */
    public static void main(String[] arguments) {
        double seconds = arguments.length > 0 ? Double.parseDouble(arguments[0]) : 0.5;
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5;
        TrainingBenchmark benchmark = new TrainingBenchmark(seconds, rounds);
        for (Supplier<TrainingCase> source : CASES) {
            benchmark.run(source.get(), arguments);
        }
    }

    private void run(TrainingCase subject, String[] arguments) {
        if (arguments.length < 3 || List.of(arguments).contains(subject.name())) {
            train(subject, 1);
            train(subject, 2);
            infer(subject);
            System.out.printf(
                    Locale.ROOT, "%s peak resident memory: %.0f MiB%n", subject.name(), PeakMemory.mebibytes("self"));
        }
    }

    private void train(TrainingCase subject, int threads) {
        AdamRule rule = AdamRule.of(AdamRule.Variant.NADAM, 1e-5);
        FastEngine engine = new FastEngine(subject.model(), rule, 0, new ThreadedTasks(threads));
        BatchReport[] report = new BatchReport[1];
        measure(
                subject,
                "training, threads: " + threads,
                step -> report[0] = engine.train(subject.batch(), TrainingStep.of(step, subject.loss(), 1e-5)));
        for (LayerActivity layer : report[0].activity()) {
            System.out.printf(Locale.ROOT, " layer %d %.3f", layer.layer(), layer.rate());
        }
        System.out.println();
    }

    private void infer(TrainingCase subject) {
        AdamRule rule = AdamRule.of(AdamRule.Variant.NADAM, 1e-3);
        List<Sample> batch = subject.batch();
        EvaluationStep evaluation = new EvaluationStep(subject.loss(), ReadOut.SPIKE_COUNT);
        FastEngine engine = new FastEngine(subject.model(), rule, 0, TaskRunner.SEQUENTIAL);
        measure(subject, "inference, threads: 1", step -> engine.evaluate(batch, evaluation));
        System.out.println();
    }

    private void measure(TrainingCase subject, String what, IntConsumer step) {
        double[] perSecond = new double[rounds];
        double[] perCpuSecond = new double[rounds];
        int done = 0;
        for (int round = -2; round < rounds; round++) {
            long start = System.nanoTime();
            long startCpu = cpuNanoseconds();
            int steps = 0;
            do {
                step.accept(done++);
                steps++;
            } while (System.nanoTime() - start < secondsPerRound * 1e9);
            if (round >= 0) {
                double samples = (double) steps * subject.batch().size();
                perSecond[round] = samples / (System.nanoTime() - start) * 1e9;
                perCpuSecond[round] = samples / (cpuNanoseconds() - startCpu) * 1e9;
            }
        }
        Arrays.sort(perSecond);
        Arrays.sort(perCpuSecond);
        System.out.printf(
                Locale.ROOT,
                "%s %s: %.0f samples/s (best %.0f; %.0f a second of CPU time); spikes a step:",
                subject.name(),
                what,
                perSecond[rounds / 2],
                perSecond[rounds - 1],
                perCpuSecond[rounds / 2]);
    }

    /** CPU time of all threads of the process, that of the JIT compiler included. */
    private static long cpuNanoseconds() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }
}
