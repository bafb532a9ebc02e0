package ganglion.scenario.explore;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.Comparator;
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
     * @param reference networks made by hand, on each device that can compute them: first that of the experiment as it is, then those of the
     *     experiments that it is compared with
     * @param misfits where an experiment that is compared with cannot be computed
     * @param points those that the search found, by device
     */
    public record Points(List<FrontPoint> reference, List<Misfit> misfits, List<FrontPoint> points) {

        /** Takes copies of the lists. */
        public Points {
            reference = List.copyOf(reference);
            misfits = List.copyOf(misfits);
            points = List.copyOf(points);
        }

        /**
         * The network made by hand that is to beat on a device: the most accurate one, by its mean over the seeds in validation; of equal ones that
         * which takes less energy there. Absent if the device can compute none.
         */
        public Optional<FrontPoint> toBeat(String profile) {
            return reference.stream()
                    .filter(point -> point.profile().equals(profile))
                    .min(Comparator.comparingInt((FrontPoint point) -> -point.validated())
                            .thenComparingDouble(point -> point.mean(SeedFigures::validation, DeviceOutcome::joules)));
        }
    }

    /**
     * An experiment that is compared with, on a device that cannot compute it.
     *
     * @param experiment as the document of the search names it
     * @param profile the device
     * @param problems why not, human-readable
     */
    public record Misfit(String experiment, String profile, List<String> problems) {}

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
