package ganglion.report.explore;

import ganglion.scenario.explore.DeviceOutcome;
import ganglion.scenario.explore.TrialRecord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How the front of a device grew: the hypervolume of accuracy and the logarithm of energy (Zitzler and Thiele 1999,
 * doi:10.1109/4235.797969) as a share of the box from the least energy of any trial to the most, and from no right decision to all. Only trials that
 * were trained to their end count, in validation.
 */
final class CoveredShare {

    private record Placed(int trial, double place, double height) {}

    private final List<Placed> trials;

    /**
     * Of a device.
     *
     * @param all trials in their order
     * @param epochs of a training to its end
     */
    CoveredShare(List<TrialRecord> all, String device, int epochs) {
        List<Placed> placed = new ArrayList<>();
        for (TrialRecord trial : all) {
            if (trial.epochs() == epochs && epochs > 0) {
                DeviceOutcome figures = trial.last().orElseThrow().on(device);
                if (figures.fits() && figures.joules().orElse(0) > 0) {
                    placed.add(
                            new Placed(trial.number(), Math.log(figures.joules().getAsDouble()), figures.accuracy()));
                }
            }
        }
        double least = placed.stream().mapToDouble(Placed::place).min().orElse(0);
        double most = placed.stream().mapToDouble(Placed::place).max().orElse(0);
        double width = most > least ? most - least : 1;
        this.trials = placed.stream()
                .map(each -> new Placed(each.trial(), most > least ? (each.place() - least) / width : 0, each.height()))
                .toList();
    }

    /**
     * A stage of its growth.
     *
     * @param trial number of the trial that was added
     * @param share of the box that is covered with it, 0 to 1
     */
    record Growth(int trial, double share) {}

    /** The share after each trial that counts. */
    List<Growth> growth() {
        List<Growth> growth = new ArrayList<>();
        for (int count = 1; count <= trials.size(); count++) {
            growth.add(new Growth(trials.get(count - 1).trial(), share(trials.subList(0, count))));
        }
        return growth;
    }

    private static double share(List<Placed> some) {
        List<Placed> sorted =
                some.stream().sorted(Comparator.comparingDouble(Placed::place)).toList();
        double area = 0;
        double height = 0;
        for (int i = 0; i < sorted.size(); i++) {
            height = Math.max(height, sorted.get(i).height());
            double next = i + 1 < sorted.size() ? sorted.get(i + 1).place() : 1;
            area += height * (next - sorted.get(i).place());
        }
        return area;
    }
}
