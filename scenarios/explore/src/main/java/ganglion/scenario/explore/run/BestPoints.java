package ganglion.scenario.explore.run;

import ganglion.scenario.explore.FrontPoint;
import ganglion.scenario.explore.Search;
import ganglion.scenario.explore.Wish;
import ganglion.scenario.explore.strategy.NonDominatedOrder;
import ganglion.scenario.explore.strategy.TrialLosses;
import ganglion.scenario.explore.trial.Device;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;

/** Says which points are in the front of their device, by the means over all seeds in validation. */
final class BestPoints {

    private BestPoints() {}

    /** The points, by device in the order of the devices, and then by energy. */
    static List<FrontPoint> marked(Search search, List<Device> devices, List<FrontPoint> points) {
        List<FrontPoint> marked = new ArrayList<>();
        for (Device device : devices) {
            List<FrontPoint> own = points.stream()
                    .filter(point -> point.profile().equals(device.name()))
                    .sorted(Comparator.comparingDouble(BestPoints::joules))
                    .toList();
            NonDominatedOrder sorted = new NonDominatedOrder(
                    own.stream().map(point -> losses(search, point)).toList());
            for (int k = 0; k < own.size(); k++) {
                marked.add(own.get(k).asBest(sorted.rank(k) == 0));
            }
        }
        return marked;
    }

    private static double joules(FrontPoint point) {
        return point.saved().validation().joules().orElse(Double.POSITIVE_INFINITY);
    }

    private static TrialLosses losses(Search search, FrontPoint point) {
        double[] means = new double[search.wishes().size()];
        double violation = 0;
        for (int w = 0; w < means.length; w++) {
            Wish wish = search.wishes().get(w);
            OptionalDouble mean = point.validation(wish.objective());
            means[w] = mean.isPresent() ? wish.objective().loss(mean.getAsDouble()) : Double.POSITIVE_INFINITY;
            violation += wish.excess(mean);
        }
        return new TrialLosses(means, violation);
    }
}
