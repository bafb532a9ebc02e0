package ganglion.scenario.explore.run;

import ganglion.scenario.explore.DeviceOutcome;
import ganglion.scenario.explore.RungFigures;
import ganglion.scenario.explore.Wish;
import ganglion.scenario.explore.strategy.NonDominatedOrder;
import ganglion.scenario.explore.strategy.TrialLosses;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * The order of networks that were trained as long as each other. Devices are not compared with each other: a network counts by the device on which
 * it stands best among all others.
 */
final class TrialOrder {

    private final List<Wish> wishes;

    TrialOrder(List<Wish> wishes) {
        this.wishes = List.copyOf(wishes);
    }

    /** Positions of the networks, the best first. */
    List<Integer> of(List<RungFigures> rungs) {
        int[] ranks = new int[rungs.size()];
        double[] rooms = new double[rungs.size()];
        Arrays.fill(ranks, Integer.MAX_VALUE);
        int devices = rungs.isEmpty() ? 0 : rungs.get(0).devices().size();
        for (int d = 0; d < devices; d++) {
            int device = d;
            List<Integer> fitting = IntStream.range(0, rungs.size())
                    .filter(i -> rungs.get(i).devices().get(device).fits())
                    .boxed()
                    .toList();
            NonDominatedOrder order = new NonDominatedOrder(fitting.stream()
                    .map(i -> losses(rungs.get(i).devices().get(device)))
                    .toList());
            for (int k = 0; k < fitting.size(); k++) {
                int i = fitting.get(k);
                if (order.rank(k) < ranks[i] || order.rank(k) == ranks[i] && order.room(k) > rooms[i]) {
                    ranks[i] = order.rank(k);
                    rooms[i] = order.room(k);
                }
            }
        }
        List<Integer> all =
                new ArrayList<>(IntStream.range(0, rungs.size()).boxed().toList());
        all.sort(Comparator.<Integer>comparingInt(i -> ranks[i])
                .thenComparing(i -> rooms[i], Comparator.reverseOrder())
                .thenComparing(Comparator.naturalOrder()));
        return all;
    }

    /** What a network came to on a device. */
    TrialLosses losses(DeviceOutcome device) {
        double[] values = new double[wishes.size()];
        double violation = 0;
        for (int i = 0; i < values.length; i++) {
            OptionalDouble value = device.value(wishes.get(i).objective());
            values[i] =
                    value.isPresent() ? wishes.get(i).objective().loss(value.getAsDouble()) : Double.POSITIVE_INFINITY;
            violation += wishes.get(i).excess(value);
        }
        return new TrialLosses(values, violation);
    }
}
