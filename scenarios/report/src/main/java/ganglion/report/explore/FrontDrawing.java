package ganglion.report.explore;

import ganglion.documents.quantity.Dimension;
import ganglion.report.chart.Axis;
import ganglion.report.chart.FrontChart;
import ganglion.report.chart.FrontMarks;
import ganglion.report.chart.FrontMarks.Bound;
import ganglion.report.chart.FrontMarks.Dot;
import ganglion.report.chart.FrontMarks.Point;
import ganglion.report.chart.FrontMarks.Shape;
import ganglion.report.chart.FrontMarks.Span;
import ganglion.report.chart.FrontMarks.Step;
import ganglion.scenario.explore.DeviceOutcome;
import ganglion.scenario.explore.FrontPoint;
import ganglion.scenario.explore.RungFigures;
import ganglion.scenario.explore.SearchObjective;
import ganglion.scenario.explore.TrialRecord;
import ganglion.scenario.explore.Wish;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** Draws accuracy against energy: of all devices in one drawing, and of each in one of its own. */
final class FrontDrawing {

    /** Trials that are drawn of each device; the table in the file has all of them. */
    private static final int TRIALS_SHOWN = 2000;

    private static final double FAINTEST = 0.25;
    private static final double STRONGEST = 0.7;

    private final FoundFronts found;
    private final SizeClasses sizes;

    FrontDrawing(FoundFronts found) {
        this.found = found;
        this.sizes = SizeClasses.of(found.exploration());
    }

    /** The drawings; empty if no energy is known. */
    String figures() {
        StringBuilder figures = new StringBuilder();
        List<String> devices = found.devices();
        if (devices.size() > 1) {
            figures.append(figure("all", devices));
        }
        devices.forEach(device -> figures.append(figure(device, List.of(device))));
        return figures.toString();
    }

    private String figure(String name, List<String> shown) {
        FrontMarks marks = marks(shown);
        if (marks.isEmpty()) {
            return "";
        }
        String accuracy = found.isTested() ? "accuracy on the test set" : "accuracy in validation";
        String title =
                (shown.size() == 1 ? shown.get(0) : "all devices") + ": " + accuracy + " against energy of a decision";
        Axis across = Axis.of(
                "energy of a decision, "
                        + found.exploration().search().boundary().label(),
                Dimension.ENERGY,
                Axis.Range.LOGARITHMIC);
        Axis up = Axis.of(
                accuracy, (value, digits) -> String.format(Locale.ROOT, "%.0f %%", 100 * value), Axis.Range.TIGHT);
        // Series keep their colours, whichever is shown.
        return new FrontChart(title, across, up, shown.size() == 1 ? List.of() : found.devices(), sizes.names(), marks)
                .figure(name);
    }

    private FrontMarks marks(List<String> shown) {
        List<Dot> dots = new ArrayList<>();
        List<Point> points = new ArrayList<>();
        List<Step> steps = new ArrayList<>();
        List<FrontPoint> references = new ArrayList<>();
        for (String device : shown) {
            found.exploration().trials().stream()
                    .filter(trial -> !trial.configuration().isAsItIs())
                    .limit(TRIALS_SHOWN)
                    .forEach(trial -> dot(trial, device).ifPresent(dots::add));
            List<FrontPoint> own = found.points(device);
            own.forEach(
                    each -> point(each, each.best() ? Shape.BEST : Shape.OTHER).ifPresent(points::add));
            references.addAll(found.byHand(device));
            steps.add(step(device, own));
        }
        references.forEach(each -> point(each, Shape.BY_HAND).ifPresent(points::add));
        return new FrontMarks(dots, points, steps, bounds());
    }

    private Optional<Dot> dot(TrialRecord trial, String device) {
        Optional<RungFigures> last = trial.last();
        if (last.isEmpty() || !last.get().on(device).fits()) {
            return Optional.empty();
        }
        DeviceOutcome figures = last.get().on(device);
        OptionalDouble joules = figures.joules();
        if (joules.orElse(0) <= 0) {
            return Optional.empty();
        }
        double share = (double) trial.epochs() / Math.max(1, found.epochs());
        String hint = "trial " + trial.number() + " on " + device + ", "
                + FigureWords.count(trial.epochs(), "epoch") + " of " + found.epochs() + "\n"
                + trial.configuration().text() + "\n" + FigureWords.percent(figures.accuracy()) + " of "
                + figures.samples() + " in validation\n" + FigureWords.joules(joules.getAsDouble()) + ", "
                + FigureWords.bytes(figures.bytes());
        return Optional.of(new Dot(
                joules.getAsDouble(),
                figures.accuracy(),
                found.devices().indexOf(device),
                sizes.of(figures.bytes()),
                FAINTEST + (STRONGEST - FAINTEST) * share,
                hint));
    }

    private Optional<Point> point(FrontPoint point, Shape shape) {
        PointFigures figures = new PointFigures(point);
        if (figures.joules().isEmpty()) {
            return Optional.empty();
        }
        double joules = figures.joules().getAsDouble();
        Span across =
                figures.energyInterval().map(ends -> new Span(ends[0], ends[1])).orElse(new Span(joules, joules));
        Span up = new Span(
                figures.accuracyInterval().low(), figures.accuracyInterval().high());
        return Optional.of(new Point(
                joules,
                figures.accuracy(),
                across,
                up,
                found.devices().indexOf(point.profile()),
                sizes.of(figures.saved().bytes()),
                shape,
                "#" + PointDetails.id(point),
                String.join("\n", new PointWords(found, point).lines())));
    }

    /** The line goes on as far as anything of the device is drawn. */
    private Step step(String device, List<FrontPoint> points) {
        double until = Stream.concat(points.stream(), found.byHand(device).stream())
                .map(point -> new PointFigures(point).joules())
                .flatMapToDouble(OptionalDouble::stream)
                .max()
                .orElse(0);
        return new Step(corners(points), until, found.devices().indexOf(device));
    }

    /** How accurate a point of the front is that takes at most so much, where the points are drawn. */
    private static List<double[]> corners(List<FrontPoint> points) {
        List<PointFigures> best = points.stream()
                .filter(FrontPoint::best)
                .map(PointFigures::new)
                .filter(figures -> figures.joules().isPresent())
                .sorted(Comparator.comparingDouble(figures -> figures.joules().getAsDouble()))
                .toList();
        List<double[]> corners = new ArrayList<>();
        double height = Double.NEGATIVE_INFINITY;
        for (PointFigures figures : best) {
            if (figures.accuracy() > height) {
                height = figures.accuracy();
                corners.add(new double[] {figures.joules().getAsDouble(), height});
            }
        }
        return corners;
    }

    private List<Bound> bounds() {
        List<Bound> bounds = new ArrayList<>();
        found.baseline().ifPresent(share -> bounds.add(new Bound(false, share, "naive baseline", false)));
        for (Wish wish : found.exploration().search().wishes()) {
            boolean energy = wish.objective() == SearchObjective.ENERGY;
            if (energy || wish.objective() == SearchObjective.ACCURACY) {
                FigureWords.limit(wish)
                        .ifPresent(name ->
                                bounds.add(new Bound(energy, wish.limit().getAsDouble(), name, true)));
            }
        }
        return bounds;
    }
}
