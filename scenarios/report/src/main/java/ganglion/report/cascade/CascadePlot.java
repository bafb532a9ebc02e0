package ganglion.report.cascade;

import ganglion.report.cascade.CascadeResult.Pair;
import java.util.List;

/** Energy of an hour over the rate of the event: of the cascades that take least at either end, and of the large network alone. */
final class CascadePlot {

    private CascadePlot() {}

    static String svg(CascadeResult result) {
        double most = result.rates().windowsPerHour();
        double least = HourPlot.leastRate(most);
        HourPlot plot = new HourPlot(result.question().boundary(), most);
        for (Pair pair : List.of(result.best(least), result.best(most))) {
            plot.cascade(pair.text(), pair.energy());
        }
        for (Pair pair : List.of(result.best(least), result.bestAlone())) {
            plot.alone(
                    "large alone on " + pair.large().power().device(),
                    pair.energy().largeAlonePerHour());
        }
        return plot.plot().svg();
    }
}
