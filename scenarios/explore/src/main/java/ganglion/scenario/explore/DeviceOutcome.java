package ganglion.scenario.explore;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * What a network does on one device.
 *
 * @param profile name of the device
 * @param problems why the device cannot compute it, human-readable; empty if it can. Then nothing else is known
 * @param samples samples that the network decided in the precision of the device
 * @param correct samples of these whose decision was right
 * @param clips what the decisions of the costed clips take, in the order of the clips
 * @param grade how far to trust the energy: {@code A} to {@code D}
 * @param factor the true energy lies within this factor of the estimate, either way, in 19 of 20 cases; 0 if unvalidated
 * @param computes what the device computes, with the number format where it has one: {@code spikes}, {@code dense-ticks int8}
 */
public record DeviceOutcome(
        String profile,
        List<String> problems,
        int samples,
        int correct,
        List<ClipFigures> clips,
        String grade,
        double factor,
        String computes) {

    /** Takes copies of the lists. */
    public DeviceOutcome {
        problems = List.copyOf(problems);
        clips = List.copyOf(clips);
    }

    /**
     * What one decision takes.
     *
     * @param file the recording, as the scenario names it
     * @param label its class; empty if unknown
     * @param winner the class that was decided; empty if none was
     * @param joules energy under the boundary of the search
     */
    public record ClipFigures(String file, String label, String winner, double joules) {}

    /** Of a device that cannot compute the network; without problems, of one that can and has not run it. */
    public static DeviceOutcome unfit(String profile, List<String> problems) {
        return new DeviceOutcome(profile, problems, 0, 0, List.of(), "", 0, "");
    }

    /** Whether the device can compute the network. */
    @JsonProperty
    public boolean fits() {
        return problems.isEmpty();
    }

    /** Share of right decisions. */
    @JsonProperty
    public double accuracy() {
        return samples == 0 ? 0 : (double) correct / samples;
    }

    /** Mean energy of the decisions in joules; 0 of a network that was not run. */
    @JsonProperty
    public double joules() {
        return clips.stream().mapToDouble(ClipFigures::joules).average().orElse(0);
    }
}
