package ganglion.hardware.sanafe;

import ganglion.hardware.activity.ActivityWalk;
import ganglion.hardware.activity.ArrivalRule;
import ganglion.hardware.activity.OperationCounter;
import ganglion.hardware.chip.HardwareProfile;
import ganglion.hardware.chip.Operation;
import ganglion.hardware.chip.TimingForm;
import ganglion.hardware.cost.ChipCost;
import ganglion.hardware.cost.Costing;
import ganglion.hardware.cost.Workload;
import ganglion.hardware.library.ProfileException;
import ganglion.hardware.library.ProfileLibrary;
import ganglion.hardware.placement.PlacedNetwork;
import ganglion.hardware.placement.Placer;
import ganglion.kernel.SimulationResult;
import ganglion.kernel.time.Clock;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * Times SANA-FE's gesture network on one thread: loading, running, counting, costing. Run its main method with {@code
 * -Dsanafe.reference=FOLDER -Xmx400m}, as {@code benchmarks/costing FOLDER} does; prints one line for each figure and each
 * repetition, in processor time of the thread and, behind it, by the clock on the wall.
 */
final class SanafeBenchmark {

    private static final int REPETITIONS = 5;
    private static final long EVENTS = 51_366_924;

    private static final List<String> TEN_CHIPS = List.of(
            "loihi",
            "loihi-2",
            "truenorth",
            "spinnaker",
            "spinnaker-2",
            "xylo-audio-2",
            "dynap-se",
            "akida",
            "odin",
            "brainscales-2");

    private SanafeBenchmark() {}

    /** @param arguments none */
    public static void main(String[] arguments) throws Exception {
        HardwareProfile loihi = FittedLoihi.profile();
        Moment start = Moment.now();
        SanafeNetwork reference =
                SanafeExamples.read("dvs", loihi.cores().mesh().coresPerTile());
        print("load", start, 0);
        for (int i = 0; i < REPETITIONS; i++) {
            SimulationResult run = timed("run", EVENTS, () -> SanafeExamples.run(reference));
            for (TimingForm form : List.of(TimingForm.SIMPLE, TimingForm.DETAILED)) {
                ChipCost cost = timed(
                        "cost " + form.word(), EVENTS, () -> SanafeExamples.cost(reference, run.spikes(), loihi, form));
                System.out.println(cost.work().operations().get(Operation.SYNAPTIC_OPERATION));
            }
            count(reference, run, loihi);
            costTen(reference, run);
        }
    }

    private static void costTen(SanafeNetwork reference, SimulationResult run) throws ProfileException {
        Workload workload = new Workload(reference.network(), run.spikes(), reference.steps(), new Clock(1e-6));
        List<HardwareProfile> ten = new ArrayList<>();
        for (String name : TEN_CHIPS) {
            ten.add(ProfileLibrary.find(name));
        }
        timed("cost ten chips", EVENTS, () -> Costing.cost(workload, ten));
        timed("cost one chip", EVENTS, () -> Costing.cost(workload, ten.get(0)));
    }

    /** Counting alone, on the chip that the network was made for, with tables and placement at hand. */
    private static void count(SanafeNetwork reference, SimulationResult run, HardwareProfile loihi) {
        PlacedNetwork placed = new Placer(reference.network())
                .place(
                        reference.placement(),
                        loihi.cores().mesh(),
                        loihi.cores().limits());
        ActivityWalk walk =
                new ActivityWalk(reference.network(), run.spikes(), new ArrivalRule(reference.network(), run.spikes()));
        walk.visit(placed, List.of(new OperationCounter(placed, List.of())));
        timed("count activity", EVENTS, () -> {
            walk.walk(reference.steps());
            return null;
        });
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
