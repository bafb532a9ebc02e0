package ganglion.scenario.explore;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What a network does on one device.
 *
 * @param profile name of the device
 * @param problems why the device cannot compute it, human-readable; empty if it can. Then nothing else is known
 * @param samples samples that the network decided in the precision of the device
 * @param correct samples of these whose decision was right
 * @param clips what the decisions of the costed clips take, in the order of the clips
 * @param grade how far to trust the energy: {@code A} to {@code D}
 * @param factor the true energy lies within this factor of the estimate, either way, in 19 of 20 cases; absent if unvalidated
 * @param computes what the device computes, with the number format where it has one: {@code spikes}, {@code dense-ticks int8}
 * @param bytes of all weights and parameters
 */
public record DeviceOutcome(
        String profile,
        List<String> problems,
        int samples,
        int correct,
        List<ClipFigures> clips,
        String grade,
        OptionalDouble factor,
        String computes,
        long bytes) {

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
     * @param joules energy under the boundary of the search; absent if a figure is missing
     * @param wholeClipJoules the same of the whole clip, where a decision was taken early; else the same number
     * @param seconds time that the device works on it; absent if unknown
     */
    public record ClipFigures(
            String file,
            String label,
            String winner,
            OptionalDouble joules,
            OptionalDouble wholeClipJoules,
            OptionalDouble seconds) {}

    /** Of a device that cannot compute the network. */
    public static DeviceOutcome unfit(String profile, List<String> problems) {
        return new DeviceOutcome(profile, problems, 0, 0, List.of(), "", OptionalDouble.empty(), "", 0);
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

    /** Mean energy of the decisions in joules; absent if that of one is unknown. */
    @JsonProperty
    public OptionalDouble joules() {
        return mean(clips.stream().map(ClipFigures::joules).toList());
    }

    /** Mean time of work in seconds; absent if that of one is unknown. */
    @JsonProperty
    public OptionalDouble seconds() {
        return mean(clips.stream().map(ClipFigures::seconds).toList());
    }

    private static OptionalDouble mean(List<OptionalDouble> values) {
        return values.stream().allMatch(OptionalDouble::isPresent)
                ? values.stream().mapToDouble(OptionalDouble::getAsDouble).average()
                : OptionalDouble.empty();
    }

    /** The value of an objective; absent if unknown. */
    public OptionalDouble value(SearchObjective objective) {
        return switch (objective) {
            case ACCURACY -> samples == 0 ? OptionalDouble.empty() : OptionalDouble.of(accuracy());
            case ENERGY -> joules();
            case LATENCY -> seconds();
            case MEMORY -> OptionalDouble.of(bytes);
        };
    }
}
