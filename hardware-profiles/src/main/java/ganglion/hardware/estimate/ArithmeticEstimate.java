package ganglion.hardware.estimate;

import ganglion.hardware.chip.HardwareProfile;
import ganglion.hardware.chip.HardwareProfile.Arithmetic;
import ganglion.hardware.chip.HardwareProfile.MemoryLevel;
import ganglion.hardware.chip.NumberFormat;
import ganglion.hardware.dense.DenseWork;
import ganglion.hardware.metrics.MemoryTraffic;
import ganglion.hardware.placement.ChipFit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Estimates a decision of a dense network in a process of which only the energies of arithmetic and memory are known: what
 * one more decision takes where nothing else counts. There is no device, so that there is no time and no power at rest.
 */
public final class ArithmeticEstimate {

    private static final PartEnergy NO_DEVICE =
            PartEnergy.unknown(List.of("power and time: these are energies of arithmetic, not those of a device"));

    private ArithmeticEstimate() {}

    /** Whether a profile has energies of arithmetic in a number format, and of memory. */
    public static boolean isPossibleOn(HardwareProfile profile, NumberFormat format) {
        return profile.conventional().processor().isEmpty()
                && profile.conventional().arithmetic().containsKey(format)
                && !profile.conventional().memory().isEmpty();
    }

    /**
     * The estimate.
     *
     * @throws IllegalArgumentException if it is not possible
     */
    public static DecisionEstimate of(
            HardwareProfile profile, DenseTask task, DecisionWork work, Surroundings surroundings) {
        if (!isPossibleOn(profile, task.format())) {
            throw new IllegalArgumentException(profile.name() + " has no energies of arithmetic in "
                    + task.format().word());
        }
        Map<Boundary, BoundaryEnergy> energies = BoundaryEnergy.each(boundary -> boundary == Boundary.MARGINAL
                ? Map.of(
                        Part.NETWORK,
                        PartEnergy.of(joulesPerPass(profile, task) * task.passes()),
                        Part.FRONT_END,
                        frontEnd(work))
                : Map.of(Part.NETWORK, NO_DEVICE, Part.STATIC, NO_DEVICE));
        return new DecisionEstimate(
                profile,
                task.computation(),
                Optional.of(task.format()),
                energies,
                work.periodSeconds(),
                OptionalDouble.empty(),
                NO_DEVICE.missing(),
                Optional.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                surroundings.reliability(profile),
                ChipFit.AS_IT_IS,
                task.notes());
    }

    private static PartEnergy frontEnd(DecisionWork work) {
        return work.frontEndPerDecision().counts().isEmpty()
                ? PartEnergy.NONE
                : PartEnergy.unknown(
                        List.of("front end: these are energies of a network's arithmetic, not of a device"));
    }

    /** Weights and activations each come from the nearest memory that holds all of them; weights are read in each pass. */
    private static double joulesPerPass(HardwareProfile profile, DenseTask task) {
        Arithmetic arithmetic = profile.conventional().arithmetic().get(task.format());
        int bytes = task.format().bytes();
        DenseWork pass = task.pass();
        return pass.multiplyAccumulates()
                        * (arithmetic.add().value() + arithmetic.multiply().value())
                + traffic(profile.conventional().memory(), pass.weights() * bytes)
                + traffic(
                        profile.conventional().memory(), (pass.activationsRead() + pass.activationsWritten()) * bytes);
    }

    private static double traffic(List<MemoryLevel> levels, long bytes) {
        MemoryTraffic traffic = MemoryTraffic.of(levels, bytes, bytes);
        return traffic.words() * traffic.level().access().value();
    }
}
