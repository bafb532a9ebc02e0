package ganglion.report.cascade;

import ganglion.documents.quantity.Dimension;
import ganglion.documents.quantity.QuantityFormat;
import ganglion.hardware.cascade.BreakEvenRate;
import ganglion.report.cascade.CascadeResult.Pair;
import ganglion.report.chart.Axis;
import ganglion.report.chart.LinePlot;
import ganglion.report.chart.LinePlot.Look;
import ganglion.report.chart.LinePlot.Mark;
import ganglion.report.chart.LinePlot.Marker;
import ganglion.report.chart.LinePlot.Series;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/** Energy of an hour over the rate of the event: of the cascades that take least at either end, and of the large network alone. */
final class CascadePlot {

    private static final int STEPS = 48;
    private static final double LEAST_RATE = 0.1;

    /** An axis needs some length even where windows are long. */
    private static final double LEAST_SPAN = 100;

    private CascadePlot() {}

    static String svg(CascadeResult result) {
        double most = result.rates().windowsPerHour();
        double least = Math.min(LEAST_RATE, most / LEAST_SPAN);
        Set<Pair> drawn = new LinkedHashSet<>(List.of(result.best(least), result.best(most)));
        List<Series> lines = new ArrayList<>();
        List<Marker> markers = new ArrayList<>();
        for (Pair pair : drawn) {
            lines.add(line(pair.text(), least, most, events -> pair.energy().perHour(events)));
            if (pair.energy().breakEven() instanceof BreakEvenRate.At at && at.eventsPerHour() > least) {
                markers.add(new Marker(at.eventsPerHour(), BreakEvenText.rate(at.eventsPerHour())));
            }
        }
        Set<String> alone = new LinkedHashSet<>();
        for (Pair pair : List.of(result.best(least), result.bestAlone())) {
            if (alone.add(pair.large().power().device())) {
                lines.add(line(
                        "large alone on " + pair.large().power().device(),
                        least,
                        most,
                        events -> pair.energy().largeAlonePerHour()));
            }
        }
        boolean positive = lines.stream().flatMap(line -> line.marks().stream()).allMatch(mark -> mark.y() > 0);
        return new LinePlot(
                        result.question().boundary().label() + " energy of an hour",
                        Axis.ofNumbers("events in an hour", Axis.Range.LOGARITHMIC),
                        Axis.of("", Dimension.ENERGY, positive ? Axis.Range.LOGARITHMIC : Axis.Range.FROM_ZERO),
                        lines,
                        markers)
                .svg();
    }

    private static Series line(String name, double least, double most, DoubleUnaryOperator joules) {
        return new Series(
                name,
                IntStream.rangeClosed(0, STEPS)
                        .mapToDouble(
                                step -> step == STEPS ? most : least * Math.pow(most / least, (double) step / STEPS))
                        .mapToObj(events -> mark(events, joules.applyAsDouble(events)))
                        .toList(),
                Look.LINE);
    }

    private static Mark mark(double events, double joules) {
        return new Mark(
                events, joules, 0, BreakEvenText.rate(events) + ": " + QuantityFormat.format(joules, Dimension.ENERGY));
    }
}
