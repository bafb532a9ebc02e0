package ganglion.report.explore;

import ganglion.documents.quantity.Dimension;
import ganglion.documents.quantity.QuantityFormat;
import ganglion.scenario.explore.FrontPoint;
import ganglion.scenario.explore.SeedFigures;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What there is to say about a point, in plain text. */
final class PointWords {

    /** A deviation of a smaller share of the mean is one of rounding. */
    private static final double ROUNDING = 1e-9;

    private final FoundFronts found;
    private final FrontPoint point;
    private final PointFigures figures;

    PointWords(FoundFronts found, FrontPoint point) {
        this.found = found;
        this.point = point;
        this.figures = new PointFigures(point);
    }

    /** Its name, or that it was made by hand. */
    String title() {
        if (!point.configuration().isAsItIs()) {
            return point.name();
        }
        String made = "ade by hand, on " + point.profile();
        return found.comparesSeveral() ? found.experiment(point) + ", m" + made : "M" + made;
    }

    /** In a few lines. */
    List<String> lines() {
        List<String> lines =
                new ArrayList<>(List.of(title(), point.configuration().text()));
        lines.add(measured() + ": " + accuracy());
        figures.baseline().ifPresent(share -> lines.add("naive baseline: " + FigureWords.percent(share)));
        if (figures.isTested()) {
            lines.add("validation: " + FigureWords.percent(figures.validation()));
        }
        lines.add("energy: " + energy());
        lines.add("grade " + grade());
        return lines;
    }

    /** All figures by name. */
    Map<String, String> facts() {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("device", point.profile());
        facts.put(
                "network",
                (point.trial() == FrontPoint.NO_TRIAL ? "" : "trial " + point.trial() + ": ")
                        + point.configuration().text());
        facts.put(measured(), accuracy());
        figures.baseline()
                .ifPresent(share -> facts.put(
                        "naive baseline",
                        FigureWords.percent(share) + ", logistic regression on the same features and test set"));
        if (figures.isTested()) {
            facts.put(
                    "validation",
                    FigureWords.percent(figures.validation()) + " of "
                            + point.saved().validation().samples() + ", by which it was chosen");
        }
        facts.put("energy of a decision", energy());
        facts.put("grade", grade());
        figures.saved()
                .seconds()
                .ifPresent(seconds ->
                        facts.put("time of work", QuantityFormat.format(seconds, Dimension.TIME) + " for a decision"));
        facts.put(
                "size",
                FigureWords.bytes(figures.saved().bytes()) + ", computes "
                        + figures.saved().computes());
        found.reference(point.profile())
                .filter(each -> each != point)
                .ifPresent(each -> facts.put("made by hand", beside(each) + " beside " + found.toBeat(each)));
        facts.put("compiled", verification());
        facts.put("front", front());
        return facts;
    }

    private String measured() {
        return figures.isTested() ? "test set" : "validation";
    }

    private String accuracy() {
        return FigureWords.percent(figures.accuracy()) + spread() + ", 95 % interval "
                + FigureWords.interval(figures.accuracyInterval()) + " on "
                + FigureWords.count(figures.saved().samples(), "sample");
    }

    private String spread() {
        int seeds = point.seeds().size();
        return seeds < 2
                ? ""
                : " \u00b1 " + FigureWords.points(figures.accuracyDeviation()) + " over " + seeds + " seeds";
    }

    private String energy() {
        if (figures.joules().isEmpty()) {
            return "unknown";
        }
        double mean = figures.joules().getAsDouble();
        String spread = point.seeds().size() < 2 || figures.joulesDeviation() < ROUNDING * mean
                ? ""
                : " \u00b1 " + FigureWords.joules(figures.joulesDeviation()) + " over "
                        + point.seeds().size() + " seeds";
        return FigureWords.joules(mean)
                + spread
                + figures.energyInterval()
                        .map(ends -> ", 95 % interval " + FigureWords.interval(ends))
                        .orElse(", how far that is off is unknown");
    }

    private String grade() {
        return figures.saved().grade().isEmpty() ? "unknown" : figures.saved().grade();
    }

    private String beside(FrontPoint reference) {
        PointFigures other = new PointFigures(reference);
        double difference = figures.accuracy() - other.accuracy();
        String accuracy = String.format(Locale.ROOT, "%+.1f points of accuracy", 100 * difference);
        return figures.timesLess(other).stream()
                .mapToObj(factor -> accuracy + ", " + FigureWords.lessEnergy(factor))
                .findFirst()
                .orElse(accuracy);
    }

    private String verification() {
        long spikes =
                point.seeds().stream().mapToLong(SeedFigures::verifiedSpikes).sum();
        long differences =
                point.seeds().stream().mapToLong(SeedFigures::differences).sum();
        return differences == 0
                ? "all " + FigureWords.count(spikes, "spike") + " compared are equal to those of the trained network"
                : FigureWords.count(differences, "difference") + " in " + FigureWords.count(spikes, "spike");
    }

    private String front() {
        if (point.configuration().isAsItIs()) {
            return found.reference(point.profile())
                            .filter(each -> each == point)
                            .isPresent()
                    ? "the network that the search was to beat"
                    : "in validation another network made by hand was more accurate, or as accurate for less energy";
        }
        return point.best()
                ? "in validation over all seeds no other point is at least as good in everything and better in something"
                : "in validation over all seeds another point is at least as good in everything and better in something";
    }
}
