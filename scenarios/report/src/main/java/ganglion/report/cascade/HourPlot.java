package ganglion.report.cascade;

import ganglion.documents.quantity.Dimension;
import ganglion.documents.quantity.QuantityFormat;
import ganglion.hardware.cascade.BreakEvenRate;
import ganglion.hardware.cascade.BreakEvenText;
import ganglion.hardware.cascade.CascadeEnergy;
import ganglion.hardware.estimate.Boundary;
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

/** Energy of an hour over the rate of the event, of cascades and of networks alone, with the rates at which cascades stop to save. */
public final class HourPlot {

    private static final int STEPS = 48;
    private static final double LEAST_RATE = 0.1;

    /** An axis needs some length even where windows are long. */
    private static final double LEAST_SPAN = 100;

    private final Boundary boundary;
    private final double least;
    private final double most;
    private final List<Series> lines = new ArrayList<>();
    private final List<Marker> markers = new ArrayList<>();
    private final Set<String> names = new LinkedHashSet<>();

    /** @param windowsPerHour where the axis of rates ends */
    public HourPlot(Boundary boundary, double windowsPerHour) {
        this.boundary = boundary;
        this.most = windowsPerHour;
        this.least = leastRate(windowsPerHour);
    }

    /** Where the axis of rates begins. */
    static double leastRate(double windowsPerHour) {
        return Math.min(LEAST_RATE, windowsPerHour / LEAST_SPAN);
    }

    /** Draws a cascade, once for each name. */
    public void cascade(String name, CascadeEnergy energy) {
        if (line(name, energy::perHour)
                && energy.breakEven() instanceof BreakEvenRate.At at
                && at.eventsPerHour() > least) {
            markers.add(new Marker(at.eventsPerHour(), BreakEvenText.rate(at.eventsPerHour())));
        }
    }

    /** Draws a network that decides in every window, once for each name. */
    public void alone(String name, double joulesPerHour) {
        line(name, any -> joulesPerHour);
    }

    private boolean line(String name, DoubleUnaryOperator joules) {
        if (!names.add(name)) {
            return false;
        }
        lines.add(new Series(
                name,
                IntStream.rangeClosed(0, STEPS)
                        .mapToDouble(
                                step -> step == STEPS ? most : least * Math.pow(most / least, (double) step / STEPS))
                        .mapToObj(events -> mark(events, joules.applyAsDouble(events)))
                        .toList(),
                Look.LINE));
        return true;
    }

    private static Mark mark(double events, double joules) {
        return new Mark(
                events, joules, 0, BreakEvenText.rate(events) + ": " + QuantityFormat.format(joules, Dimension.ENERGY));
    }

    /** The plot. */
    public LinePlot plot() {
        boolean positive = lines.stream().flatMap(line -> line.marks().stream()).allMatch(mark -> mark.y() > 0);
        return new LinePlot(
                boundary.label() + " energy of an hour",
                Axis.ofNumbers("events in an hour", Axis.Range.LOGARITHMIC),
                Axis.of("", Dimension.ENERGY, positive ? Axis.Range.LOGARITHMIC : Axis.Range.FROM_ZERO),
                lines,
                markers);
    }
}
