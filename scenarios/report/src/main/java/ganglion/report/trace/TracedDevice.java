package ganglion.report.trace;

import java.util.List;

/**
 * What a trace holds of a device.
 *
 * @param profile its name
 * @param cores cores that hold neurons
 * @param ticks ticks shown
 * @param messages messages from core to core in these ticks, own core included
 * @param coresTimed whether the times of its cores are modelled; else its trace holds ticks only
 * @param longestSeconds the longest time that it works on one of the ticks
 * @param lateTicks ticks that take it longer than the scenario's tick
 * @param left why it is not in the trace, in words; empty if it is
 */
public record TracedDevice(
        String profile,
        int cores,
        long ticks,
        long messages,
        boolean coresTimed,
        double longestSeconds,
        long lateTicks,
        List<String> left) {

    /** Takes a copy of the list. */
    public TracedDevice {
        left = List.copyOf(left);
    }

    static TracedDevice leftOut(String profile, List<String> reasons) {
        return new TracedDevice(profile, 0, 0, 0, false, 0, 0, reasons);
    }

    /** Whether the trace shows it. */
    public boolean isShown() {
        return left.isEmpty();
    }
}
