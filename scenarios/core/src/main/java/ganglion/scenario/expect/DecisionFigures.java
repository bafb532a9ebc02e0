package ganglion.scenario.expect;

import ganglion.documents.quantity.WilsonInterval;
import ganglion.scenario.model.Measure;
import ganglion.scenario.result.Decision;
import ganglion.scenario.result.Decision.TakenEarly;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Figures of decisions. */
final class DecisionFigures {

    private DecisionFigures() {}

    /** The figure, if it is one of decisions. */
    static Optional<Measured> of(Measure measure, Evidence evidence) {
        if (measure instanceof Measure.Accuracy accuracy) {
            return Optional.of(accuracy(accuracy, evidence.decisions()));
        }
        return measure instanceof Measure.DecisionLatency latency
                ? Optional.of(latency(latency, evidence))
                : Optional.empty();
    }

    private static Measured accuracy(Measure.Accuracy measure, List<Decision> decisions) {
        String text = "accuracy of the decisions";
        if (measure.of().isPresent() && measure.of().getAsInt() != decisions.size()) {
            return Measured.unknown(
                    text,
                    "there are " + decisions.size() + " decisions, expected "
                            + measure.of().getAsInt());
        }
        long correct = decisions.stream().filter(Decision::correct).count();
        return decisions.isEmpty()
                ? Measured.unknown(text, "nothing was decided")
                : new Measured(
                        text,
                        java.util.OptionalDouble.of((double) correct / decisions.size()),
                        correct + " of " + decisions.size() + ", 95 % interval "
                                + WilsonInterval.of((double) correct / decisions.size(), decisions.size())
                                        .percent()
                                + " %");
    }

    /** The first spike of the winner; the tick after it was taken, where it may be taken early. */
    private static long decidedTick(Decision decision) {
        return decision.taken()
                .map(TakenEarly::untilTick)
                .orElseGet(() -> decision.firstSpikeTick().getAsLong());
    }

    private static Measured latency(Measure.DecisionLatency measure, Evidence evidence) {
        String text = "time to a decision, percentile " + Wording.count(measure.percentile());
        double[] seconds = evidence.decisions().stream()
                .mapToDouble(decision -> decision.firstSpikeTick().isEmpty()
                        ? Double.POSITIVE_INFINITY
                        : evidence.clock().seconds(decidedTick(decision) - decision.fromTick()))
                .sorted()
                .toArray();
        double value = seconds.length == 0 ? Double.NaN : DeviceFigures.percentile(seconds, measure.percentile());
        long silent = Arrays.stream(seconds).filter(Double::isInfinite).count();
        return Double.isFinite(value)
                ? Measured.of(text, value)
                : Measured.unknown(text, "no spike for " + silent + " of " + seconds.length + " decisions");
    }
}
