package ganglion.report.cascade;

import ganglion.documents.quantity.Dimension;
import ganglion.documents.quantity.QuantityFormat;
import ganglion.hardware.cascade.BreakEvenText;
import ganglion.hardware.cascade.CascadeVerdict;
import ganglion.report.cascade.CascadeResult.Pair;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Whether the cascade wins, in a sentence: at a rate of the event it does if it takes less than the large network alone on any device, and the small
 * network alone does not do as well. A search says the same of its cascades, among more networks.
 */
final class CascadeSentence {

    private final CascadeResult result;
    private final Pair alone;

    CascadeSentence(CascadeResult result) {
        this.result = result;
        this.alone = result.bestAlone();
    }

    String text() {
        if (result.joint().rightTogether().count() == 0) {
            return "The cascade wins at no rate: the small network wakes on no event that the large one names right.";
        }
        if (result.joint().smallDoesAsWell()) {
            return "The cascade wins at no rate: the small network alone names as many events right, with as few other clips taken for one, for "
                    + smallAlone() + ".";
        }
        List<Double> won = result.eventsPerHour().stream().filter(this::winsAt).toList();
        return won.isEmpty() ? lost() : won(won);
    }

    private boolean winsAt(double events) {
        return joules(result.best(events), events) < alone.energy().largeAlonePerHour();
    }

    private static double joules(Pair pair, double events) {
        return pair.energy().perHour(events);
    }

    private String smallAlone() {
        Pair least = result.pairs().stream()
                .min(Comparator.comparingDouble(pair -> pair.energy().smallAlonePerHour()))
                .orElseThrow();
        return hour(least.energy().smallAlonePerHour()) + " on " + least.small().text();
    }

    private static String hour(double joules) {
        return QuantityFormat.format(joules, Dimension.ENERGY) + " an hour";
    }

    private String lost() {
        double nearest = result.eventsPerHour().stream()
                .min(Comparator.comparingDouble(events -> joules(result.best(events), events)))
                .orElseThrow();
        Pair best = result.best(nearest);
        return "The cascade wins at none of these rates: the large network alone takes "
                + hour(alone.energy().largeAlonePerHour()) + " on "
                + alone.large().text() + ", the cascade at least " + hour(joules(best, nearest)) + " (at "
                + BreakEvenText.rate(nearest) + ", " + best.text() + ").";
    }

    private String won(List<Double> won) {
        double first = won.get(0);
        Pair best = result.best(first);
        String less = best.large().equals(alone.large())
                ? CascadeVerdict.timesLess(best.energy(), first)
                : CascadeVerdict.times(alone.energy().largeAlonePerHour() / joules(best, first));
        return "The cascade wins at " + ranges(won) + ": at " + BreakEvenText.rate(first) + ", " + best.text()
                + ", and takes "
                + (less.isEmpty()
                        ? "nothing"
                        : less + " times less than the large network alone on "
                                + alone.large().text())
                + "; " + CascadeVerdict.right(result.joint()) + ".";
    }

    /** The rates, with {@code to} where all between two are among them. */
    private String ranges(List<Double> won) {
        List<String> ranges = new ArrayList<>();
        List<Double> all = result.eventsPerHour();
        int start = 0;
        for (int i = 0; i < won.size(); i++) {
            boolean last = i + 1 == won.size() || all.indexOf(won.get(i + 1)) != all.indexOf(won.get(i)) + 1;
            if (last) {
                String from = BreakEvenText.rate(won.get(start));
                ranges.add(start == i ? from : from + " to " + BreakEvenText.rate(won.get(i)));
                start = i + 1;
            }
        }
        return String.join(" and ", ranges);
    }
}
