package ganglion.hardware.estimate;

import ganglion.hardware.chip.HardwareProfile;
import java.util.Optional;

/** Estimates a decision of a dense network in whichever way the profile of the device allows. */
public final class DenseEstimate {

    private DenseEstimate() {}

    /** By the times of a processor, or by the energies of arithmetic and memory; empty if the profile has neither. */
    public static Optional<DecisionEstimate> of(
            HardwareProfile profile, DenseTask task, DecisionWork work, Surroundings surroundings) {
        boolean device = profile.conventional()
                .processor()
                .filter(processor -> processor.formats().contains(task.format()))
                .isPresent();
        if (device) {
            return Optional.of(ProcessorEstimate.of(profile, task, work, surroundings));
        }
        return ArithmeticEstimate.isPossibleOn(profile, task.format())
                ? Optional.of(ArithmeticEstimate.of(profile, task, work, surroundings))
                : Optional.empty();
    }
}
