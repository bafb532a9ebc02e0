package ganglion.scenario.explore.run;

import ganglion.scenario.explore.RungFigures;
import ganglion.scenario.explore.TrialRecord;
import ganglion.scenario.explore.space.Space;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What the model of good configurations learns from: all trials at one stage, namely the last that enough have reached, as BOHB has it (Falkner et al.
 * 2018, section 3.2). Figures of different stages are never compared.
 */
final class Findings {

    private Findings() {}

    /**
     * Coordinates of configurations, the best first.
     *
     * @param least number of trials that are enough
     * @return empty if no stage was reached by as many
     */
    static List<double[]> of(List<TrialRecord> trials, Space space, TrialOrder order, int least) {
        List<Integer> ends = trials.stream()
                .flatMap(trial -> trial.rungs().stream())
                .map(RungFigures::epochs)
                .distinct()
                .sorted(Comparator.reverseOrder())
                .toList();
        for (int epochs : ends) {
            List<TrialRecord> reached = trials.stream()
                    .filter(trial -> !trial.configuration().isAsItIs())
                    .filter(trial -> at(trial, epochs).isPresent())
                    .toList();
            if (reached.size() >= least) {
                List<RungFigures> rungs = reached.stream()
                        .map(trial -> at(trial, epochs).orElseThrow())
                        .toList();
                return order.of(rungs).stream()
                        .map(i -> space.coordinates(reached.get(i).configuration()))
                        .toList();
            }
        }
        return List.of();
    }

    private static Optional<RungFigures> at(TrialRecord trial, int epochs) {
        return trial.rungs().stream().filter(rung -> rung.epochs() == epochs).findFirst();
    }
}
