package ganglion.scenario.explore.run;

import ganglion.scenario.explore.DeviceOutcome;
import ganglion.scenario.explore.RungFigures;
import ganglion.scenario.explore.Search;
import ganglion.scenario.explore.TrialRecord;
import ganglion.scenario.explore.space.Space;
import ganglion.scenario.explore.strategy.NonDominatedOrder;
import ganglion.scenario.explore.strategy.TrialLosses;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The order of networks that were trained as long as each other. Devices are not compared with each other: each has an order of its own, and they take
 * turns, so that no device is left without networks that go on.
 */
final class TrialOrder {

    private final Search.Goal goal;

    TrialOrder(Search.Goal goal) {
        this.goal = goal;
    }

    /**
     * Positions of the networks, the best first: the best one on each device in turn, then the second best, and so on. A network that fits no device is
     * last.
     */
    List<Integer> of(List<RungFigures> rungs) {
        int devices = rungs.isEmpty() ? 0 : rungs.get(0).devices().size();
        List<Iterator<Integer>> byDevice = IntStream.range(0, devices)
                .mapToObj(device -> on(device, rungs).iterator())
                .toList();
        Set<Integer> order = new LinkedHashSet<>();
        while (byDevice.stream().anyMatch(Iterator::hasNext)) {
            for (Iterator<Integer> best : byDevice) {
                boolean added = false;
                while (best.hasNext() && !added) {
                    added = order.add(best.next());
                }
            }
        }
        IntStream.range(0, rungs.size()).forEach(order::add);
        return List.copyOf(order);
    }

    /** Positions of the networks that fit a device, the best first. */
    private List<Integer> on(int device, List<RungFigures> rungs) {
        List<Integer> fitting = IntStream.range(0, rungs.size())
                .filter(i -> rungs.get(i).devices().get(device).fits())
                .boxed()
                .toList();
        NonDominatedOrder order = new NonDominatedOrder(fitting.stream()
                .map(i -> losses(rungs.get(i).devices().get(device)))
                .toList());
        return order.order().stream().map(fitting::get).toList();
    }

    /** What a network came to on a device. */
    TrialLosses losses(DeviceOutcome device) {
        return TrialLosses.of(goal, device.accuracy(), device.joules());
    }

    /**
     * What the model of good configurations learns from: all trials at one stage, namely the last that enough have reached, as BOHB has it (Falkner
     * et al. 2018, section 3.2). Figures of different stages are never compared.
     *
     * @param least number of trials that are enough
     * @return coordinates of configurations, the best first; empty if no stage was reached by as many
     */
    List<double[]> findings(List<TrialRecord> trials, Space space, int least) {
        List<Integer> ends = trials.stream()
                .flatMap(trial -> trial.rungs().stream())
                .map(RungFigures::epochs)
                .distinct()
                .sorted(Comparator.reverseOrder())
                .toList();
        for (int epochs : ends) {
            List<TrialRecord> reached = trials.stream()
                    .filter(trial -> !trial.configuration().isAsItIs())
                    .filter(trial -> trial.at(epochs).isPresent())
                    .toList();
            if (reached.size() >= least) {
                List<RungFigures> rungs = reached.stream()
                        .map(trial -> trial.at(epochs).orElseThrow())
                        .toList();
                return of(rungs).stream()
                        .map(i -> space.coordinates(reached.get(i).configuration()))
                        .toList();
            }
        }
        return List.of();
    }
}
