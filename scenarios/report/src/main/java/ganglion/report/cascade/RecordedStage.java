package ganglion.report.cascade;

import ganglion.hardware.cascade.ClipWinners;
import ganglion.hardware.cascade.StagePower;
import java.util.List;

/**
 * A network as it was run on labelled clips.
 *
 * @param place the folder, as the user named it
 * @param name name of the scenario
 * @param decisions one of each clip, in the order of the run
 * @param precision device in whose precision it ran; empty for full precision
 * @param periodSeconds mean time from one decision to the next
 * @param devices what a decision takes on each device that keeps pace, in each way in which it computes the network, under the boundary that was
 *     asked for; of each device the way that takes least first
 * @param left devices that are left out, each with the reason
 */
public record RecordedStage(
        String place,
        String name,
        List<ClipDecision> decisions,
        String precision,
        double periodSeconds,
        List<OnDevice> devices,
        List<String> left) {

    /**
     * A device that keeps pace.
     *
     * @param power what the network takes on it
     * @param computation what it computes, with the number format where it has one
     * @param asleep whether it sleeps between decisions; else it idles
     */
    public record OnDevice(StagePower power, String computation, boolean asleep) {

        /** The device, with what it computes where it has several number formats. */
        public String text() {
            return power.device() + (computation.contains(" ") ? " (" + computation + ")" : "");
        }
    }

    /** Takes copies of the lists. */
    public RecordedStage {
        decisions = List.copyOf(decisions);
        devices = List.copyOf(devices);
        left = List.copyOf(left);
    }

    /** Labels and winners of all clips. */
    ClipWinners winners() {
        return new ClipWinners(
                decisions.stream().map(ClipDecision::label).toList(),
                decisions.stream().map(ClipDecision::winner).toList());
    }
}
