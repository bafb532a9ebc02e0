package ganglion.report.explore;

import ganglion.scenario.explore.FrontPoint;
import ganglion.scenario.explore.SearchObjective;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a search comes to on each device, in a sentence: the point that takes least energy of those that are at most one point of accuracy worse than
 * the most accurate network made by hand. Both are chosen in validation, so that their figures on the test set are honest.
 */
final class Headline {

    private static final double ONE_POINT = 0.01;
    private static final double ROUNDING = 1e-9;

    private Headline() {}

    /** A sentence for each device. */
    static List<String> of(FoundFronts found) {
        List<String> sentences = new ArrayList<>();
        found.devices().forEach(device -> sentences.add(sentence(found, device)));
        found.unfit()
                .forEach((device, problems) -> sentences.add(device
                        + ": no network that was trained fits; of the first: " + String.join("; ", problems) + "."));
        return sentences;
    }

    /** The point that a page shows first: the one of the first sentence that has one, or else the first point; absent if there is none. */
    static Optional<FrontPoint> first(FoundFronts found) {
        return found.devices().stream()
                .flatMap(device -> found.reference(device).stream()
                        .flatMap(reference -> chosen(found, device, new PointFigures(reference)).stream()))
                .map(PointFigures::point)
                .findFirst()
                .or(() -> found.exploration().points().stream().findFirst());
    }

    /** What keeps the limits comes before all that does not. */
    private static Optional<PointFigures> chosen(
            List<FrontPoint> points, PointFigures byHand, Function<PointFigures, Boolean> missesLimits) {
        return points.stream()
                .map(PointFigures::new)
                .filter(each -> each.validation() >= byHand.validation() - ONE_POINT - ROUNDING)
                .min(Comparator.comparing(missesLimits)
                        .thenComparingDouble(each -> each.validationJoules().orElse(Double.POSITIVE_INFINITY)));
    }

    private static Optional<PointFigures> chosen(FoundFronts found, String device, PointFigures byHand) {
        return chosen(
                found.points(device),
                byHand,
                each -> !found.exploration().missed(each.point()).isEmpty());
    }

    private static String sentence(FoundFronts found, String device) {
        List<FrontPoint> points = found.points(device);
        if (points.isEmpty()) {
            return device + ": no network was trained with all seeds.";
        }
        Optional<FrontPoint> reference = found.reference(device);
        if (reference.isEmpty()) {
            PointFigures best = new PointFigures(points.stream()
                    .max(Comparator.comparingDouble(point -> new PointFigures(point).validation()))
                    .orElseThrow());
            return device + ": cannot compute "
                    + (found.comparesSeveral() ? "any network made by hand; " : "the network made by hand; ")
                    + best.point().name() + " gets " + FigureWords.percent(best.accuracy()) + " right"
                    + energy(best.joules()) + ".";
        }
        PointFigures byHand = new PointFigures(reference.get());
        return chosen(found, device, byHand)
                .map(figures -> device + ": "
                        + comparison(figures, byHand, found.toBeat(reference.get()))
                        + limits(found.exploration().missed(figures.point())))
                .orElseGet(() -> tooInaccurate(device, points, byHand, found.toBeat(reference.get())));
    }

    private static String limits(List<SearchObjective> missed) {
        return missed.isEmpty()
                ? ""
                : " It misses the limit of "
                        + missed.stream().map(SearchObjective::word).collect(Collectors.joining(", ")) + ".";
    }

    private static String energy(OptionalDouble joules) {
        return joules.isPresent() ? " for " + FigureWords.joules(joules.getAsDouble()) + " a decision" : "";
    }

    private static String comparison(PointFigures figures, PointFigures byHand, String named) {
        double difference = 100 * (figures.accuracy() - byHand.accuracy());
        String accuracy = String.format(
                Locale.ROOT,
                "%.1f points %s accurate than %s (%s, that %s)",
                Math.abs(difference),
                difference < 0 ? "less" : "more",
                named,
                FigureWords.percent(figures.accuracy()),
                FigureWords.percent(byHand.accuracy()));
        OptionalDouble factor = figures.timesLess(byHand);
        String less =
                factor.isEmpty() ? "an unknown share of its energy" : FigureWords.lessEnergy(factor.getAsDouble());
        return figures.point().name() + " takes " + less + " and is " + accuracy
                + (figures.isTested() ? " on the test set." : " in validation, by which it was chosen.")
                + doubt(figures);
    }

    /** What a reader should know before he believes the accuracy. */
    private static String doubt(PointFigures figures) {
        double gap = figures.validation() - figures.accuracyInterval().high();
        String lower = figures.isTested() && gap > 0
                ? " In validation it was " + FigureWords.percent(figures.validation())
                        + ": the samples of the test set are harder, or the choice was too kind."
                : "";
        return figures.baseline().orElse(-1) >= figures.accuracyInterval().low()
                ? lower + " The naive baseline, "
                        + FigureWords.percent(figures.baseline().orElseThrow())
                        + ", is not below its interval: that it is better than that is not shown."
                : lower;
    }

    private static String tooInaccurate(String device, List<FrontPoint> points, PointFigures byHand, String named) {
        PointFigures nearest = points.stream()
                .map(PointFigures::new)
                .max(Comparator.comparingDouble(PointFigures::validation))
                .orElseThrow();
        return device + ": no point comes within one point of the accuracy of " + named + ", in validation; "
                + nearest.point().name() + ", the nearest, is "
                + FigureWords.points(byHand.validation() - nearest.validation()) + " points below.";
    }
}
