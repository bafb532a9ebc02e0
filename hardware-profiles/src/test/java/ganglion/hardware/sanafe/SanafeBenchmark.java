package ganglion.hardware.sanafe;

import ganglion.hardware.ChipCost;
import ganglion.hardware.CostOptions;
import ganglion.hardware.Costing;
import ganglion.hardware.HardwareProfile;
import ganglion.hardware.ProfileLibrary;
import ganglion.hardware.Workload;
import ganglion.hardware.profile.Operation;
import ganglion.hardware.profile.TimingForm;
import ganglion.kernel.SimulationResult;
import ganglion.kernel.time.Clock;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * Times SANA-FE's gesture network on one thread: loading, running, costing. Run its main method with {@code
 * -Dsanafe.reference=FOLDER -Xmx400m}; prints one line for each figure and each repetition, in processor time of the thread
 * and, behind it, by the clock on the wall.
 */
final class SanafeBenchmark {

    private static final int REPETITIONS = 5;

    private SanafeBenchmark() {}

    /** @param arguments none */
    public static void main(String[] arguments) throws Exception {
        HardwareProfile loihi = ProfileLibrary.find("loihi-sanafe");
        Moment start = Moment.now();
        SanafeNetwork reference = SanafeExamples.read("dvs", loihi.mesh().coresPerTile());
        print("load", start, 0);
        for (int i = 0; i < REPETITIONS; i++) {
            SimulationResult run = timed("run", 51_366_924, () -> SanafeExamples.run(reference));
            for (TimingForm form : List.of(TimingForm.SIMPLE, TimingForm.DETAILED)) {
                ChipCost cost = timed(
                        "cost " + form.word(),
                        51_366_924,
                        () -> SanafeExamples.cost(reference, run.spikes(), loihi, form));
                System.out.println(cost.operations().get(Operation.SYNAPTIC_OPERATION));
            }
            costTen(reference, run);
        }
    }

    private static void costTen(SanafeNetwork reference, SimulationResult run) {
        Workload workload = new Workload(reference.network(), run.spikes(), reference.steps(), new Clock(1e-6));
        List<HardwareProfile> ten = ProfileLibrary.builtIn().subList(0, 10);
        timed("cost ten profiles", 51_366_924, () -> Costing.cost(workload, ten));
        List<HardwareProfile> spiking = ProfileLibrary.builtIn().stream()
                .filter(profile -> !profile.energy().containsKey(Operation.MULTIPLY_ACCUMULATE))
                .limit(10)
                .toList();
        timed("cost " + spiking.size() + " spiking profiles", 51_366_924, () -> Costing.cost(workload, spiking));
        timed("cost loihi", 51_366_924, () -> Costing.cost(workload, spiking.get(3), CostOptions.DEFAULT));
    }

    private static <T> T timed(String what, long events, Supplier<T> work) {
        Moment start = Moment.now();
        T result = work.get();
        print(what, start, events);
        return result;
    }

    private record Moment(long cpuNanos, long wallNanos) {
        static Moment now() {
            return new Moment(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime(), System.nanoTime());
        }
    }

    private static void print(String what, Moment start, long events) {
        Moment end = Moment.now();
        double seconds = (end.cpuNanos() - start.cpuNanos()) * 1e-9;
        System.out.printf(
                Locale.ROOT,
                "%-26s %7.3f s %9.1f M events/s   (%.3f s on the wall)%n",
                what,
                seconds,
                events / seconds / 1e6,
                (end.wallNanos() - start.wallNanos()) * 1e-9);
    }
}
