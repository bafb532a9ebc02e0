package ganglion.hardware.estimate;

import ganglion.documents.key.Worded;
import ganglion.hardware.chip.Execution;
import ganglion.hardware.chip.HardwareProfile;
import ganglion.hardware.chip.NumberFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a device computes for a decision. */
public enum Computation implements Worded {
    /** The spiking network, event by event. */
    SPIKES("spiking network"),
    /** The spiking network run densely: every weight and every neuron, in every tick. */
    DENSE_TICKS("spiking network in every tick"),
    /** An artificial network of the same layers, run once for the decision. */
    ARTIFICIAL("artificial network, once");

    private final String label;

    Computation(String label) {
        this.label = label;
    }

    /** Human-readable. */
    public String label() {
        return label;
    }

    /** What must stand beside every energy of it, human-readable; empty where nothing must. */
    public Optional<String> caveat() {
        return this == ARTIFICIAL ? Optional.of("nobody has measured its accuracy") : Optional.empty();
    }

    /** What a device can compute, what it is made for first; empty if its profile says how for nothing. */
    public static List<Computation> on(HardwareProfile profile) {
        List<Computation> possible = new ArrayList<>();
        if (profile.cores().execution() == Execution.SPIKING) {
            possible.add(SPIKES);
        }
        if (Arrays.stream(NumberFormat.values()).anyMatch(format -> isDensePossible(profile, format))) {
            possible.add(ARTIFICIAL);
            possible.add(DENSE_TICKS);
        }
        return possible;
    }

    private static boolean isDensePossible(HardwareProfile profile, NumberFormat format) {
        return ArithmeticEstimate.isPossibleOn(profile, format)
                || profile.conventional()
                        .processor()
                        .filter(processor -> processor.formats().contains(format))
                        .isPresent();
    }
}
