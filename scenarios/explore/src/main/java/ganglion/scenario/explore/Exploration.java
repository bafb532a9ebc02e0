package ganglion.scenario.explore;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Optional;

/**
 * What a search found.
 *
 * @param search what was asked
 * @param trials in the order in which they were proposed, the experiment as it is first
 * @param points networks that were trained with all seeds
 * @param data what was learned from and measured on
 * @param complete whether all of its trials were made, or the space is used up; false if the search was stopped
 */
public record Exploration(
        Search search,
        List<TrialRecord> trials,
        @JsonUnwrapped Points points,
        Data data,
        boolean complete) {

    /** Takes a copy of the list. */
    public Exploration {
        trials = List.copyOf(trials);
    }

    /**
     * Networks that were trained with all seeds.
     *
     * @param reference the experiment as it is, on each device that can compute it
     * @param points those that the search found, by device
     */
    public record Points(List<FrontPoint> reference, List<FrontPoint> points) {

        /** Takes copies of the lists. */
        public Points {
            reference = List.copyOf(reference);
            points = List.copyOf(points);
        }

        /** The network made by hand, which is to beat on a device. Absent if the device cannot compute it. */
        public Optional<FrontPoint> toBeat(String profile) {
            return reference.stream()
                    .filter(point -> point.profile().equals(profile))
                    .findFirst();
        }
    }

    /**
     * What was learned from and measured on.
     *
     * @param classes names of the classes, by number
     * @param training samples of the training set
     * @param validation samples that trials were chosen by
     * @param test samples that nothing was chosen by
     */
    public record Data(List<String> classes, int training, int validation, int test) {}

    /** Names of the devices, in the order of the search. */
    public List<String> devices() {
        return trials.get(0).last().orElseThrow().devices().stream()
                .map(DeviceOutcome::profile)
                .toList();
    }
}
