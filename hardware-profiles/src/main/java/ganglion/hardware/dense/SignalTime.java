package ganglion.hardware.dense;

import ganglion.hardware.chip.HardwareProfile;
import ganglion.hardware.chip.Processor;
import ganglion.hardware.figure.Figure;
import ganglion.hardware.signal.SignalOperation;
import ganglion.hardware.signal.SignalWork;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * How long a processor takes for signal processing.
 *
 * @param seconds absent if a figure is missing
 * @param missing the missing figures, human-readable
 */
public record SignalTime(OptionalDouble seconds, List<String> missing) {

    /** Takes a copy of the list. */
    public SignalTime {
        missing = List.copyOf(missing);
    }

    /** The time of some work; absent if the device has no processor, or the processor lacks a time. */
    public static SignalTime of(HardwareProfile profile, SignalWork work) {
        Map<String, Figure> times =
                profile.conventional().processor().map(Processor::signal).orElse(Map.of());
        double sum = 0;
        List<String> missing = new ArrayList<>();
        for (Map.Entry<SignalOperation, Long> entry : work.counts().entrySet()) {
            Figure time = times.get(entry.getKey().word());
            if (time == null) {
                missing.add("time of a " + entry.getKey().word() + " of the front end on " + profile.name());
            } else {
                sum += entry.getValue() * time.value();
            }
        }
        return new SignalTime(missing.isEmpty() ? OptionalDouble.of(sum) : OptionalDouble.empty(), missing);
    }
}
