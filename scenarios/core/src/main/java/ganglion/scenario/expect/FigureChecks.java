package ganglion.scenario.expect;

import ganglion.documents.quantity.WilsonInterval;
import ganglion.kernel.MembraneTrace;
import ganglion.kernel.PlasticWeights;
import ganglion.kernel.network.Projection;
import ganglion.kernel.network.Synapses;
import ganglion.scenario.model.Expectation;
import ganglion.scenario.model.Expectation.Window;
import ganglion.scenario.model.Measure;
import ganglion.scenario.result.Decision;
import ganglion.scenario.result.Decision.TakenEarly;
import ganglion.scenario.result.ExpectationOutcome;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** Checks figures against their limits. An unknown figure never passes; the outcome says why it is unknown. */
final class FigureChecks {

    private FigureChecks() {}

    static ExpectationOutcome check(Expectation.Figure expectation, Evidence evidence) {
        Measure measure = expectation.measure();
        Measured measured = measured(measure, evidence);
        OptionalDouble value = measured.value();
        String found = value.isPresent()
                ? Wording.figure(value.getAsDouble(), measure.unit())
                        + (measured.remark().isEmpty() ? "" : " (" + measured.remark() + ")")
                : "unknown: " + measured.remark();
        ExpectationOutcome outcome = new ExpectationOutcome(
                expectation.pointer(),
                measured.text(),
                value.isPresent() && expectation.bounds().hold(value.getAsDouble()),
                found,
                Wording.limits(expectation.bounds(), limit -> Wording.figure(limit, measure.unit())));
        return value.isPresent()
                ? outcome.withValue(value.getAsDouble(), measure.unit().symbol())
                : outcome;
    }

    private static Measured measured(Measure measure, Evidence evidence) {
        if (measure instanceof Measure.Ratio ratio) {
            return ratio(ratio, evidence);
        }
        if (measure instanceof Measure.Membrane membrane) {
            return MembraneFigures.potential(membrane, evidence);
        }
        if (measure instanceof Measure.Weight weight) {
            return WeightFigures.weight(weight, evidence);
        }
        return SpikeFigures.of(measure, evidence)
                .or(() -> DeviceFigures.of(measure, evidence))
                .or(() -> DecisionFigures.of(measure, evidence))
                .orElseThrow(() -> new IllegalStateException("nothing measures " + measure));
    }

    private static Measured ratio(Measure.Ratio ratio, Evidence evidence) {
        Measured above = measured(ratio.of(), evidence);
        Measured below = measured(ratio.to(), evidence);
        String text = above.text() + " divided by " + below.text();
        if (above.value().isEmpty() || below.value().isEmpty()) {
            return Measured.unknown(text, above.value().isEmpty() ? above.remark() : below.remark());
        }
        double divisor = below.value().getAsDouble();
        return divisor == 0
                ? Measured.unknown(text, below.text() + " is 0")
                : Measured.of(text, above.value().getAsDouble() / divisor);
    }

    /** Figures of recorded membrane potentials. */
    private static final class MembraneFigures {

        private MembraneFigures() {}

        static Measured potential(Measure.Membrane measure, Evidence evidence) {
            String population = measure.subject().population();
            OptionalInt neuron = measure.subject().neuron();
            Window window = measure.subject().window();
            String text = measure.statistic().name().toLowerCase(Locale.ROOT) + " membrane potential of "
                    + Wording.neurons(population, neuron) + Wording.within(window, evidence.clock());
            MembraneTrace trace = evidence.result().membranes().stream()
                    .filter(each -> each.population().equals(population))
                    .findFirst()
                    .orElseThrow(
                            () -> new IllegalArgumentException("no potentials of " + population + " were recorded"));
            DoubleSummaryStatistics potentials = new DoubleSummaryStatistics();
            long until = Math.min(window.untilTick().orElse(trace.ticks()), trace.ticks());
            for (long tick = window.fromTick(); tick < until; tick++) {
                for (int i = neuron.orElse(0); i < neuron.orElse(trace.neuronCount() - 1) + 1; i++) {
                    potentials.accept(trace.at((int) tick, i));
                }
            }
            if (potentials.getCount() == 0) {
                return Measured.unknown(text, "the run ends before the window begins");
            }
            return Measured.of(text, measure.statistic(), potentials);
        }
    }

    /** Figures of plastic weights at the end of a run. */
    private static final class WeightFigures {

        private WeightFigures() {}

        static Measured weight(Measure.Weight measure, Evidence evidence) {
            String text = measure.statistic().name().toLowerCase(Locale.ROOT) + " weight from "
                    + Wording.neurons(measure.from(), measure.source()) + " to "
                    + Wording.neurons(measure.to(), measure.target());
            DoubleSummaryStatistics weights = new DoubleSummaryStatistics();
            for (PlasticWeights plastic : evidence.result().weights()) {
                Projection projection = evidence.result().network().projection(plastic.projection());
                if (projection.source().equals(measure.from())
                        && projection.target().equals(measure.to())) {
                    add(plastic.byPosition(), projection.synapses(), measure, weights);
                }
            }
            if (weights.getCount() == 0) {
                return Measured.unknown(text, "there are no such synapses");
            }
            return Measured.of(text, measure.statistic(), weights);
        }

        private static void add(
                double[] byPosition, Synapses synapses, Measure.Weight measure, DoubleSummaryStatistics weights) {
            int first = measure.source().orElse(0);
            int last = measure.source().orElse(synapses.sourceSize() - 1);
            for (int source = first; source <= last; source++) {
                for (int i = 0; i < synapses.outDegree(source); i++) {
                    if (measure.target().isEmpty() || measure.target().getAsInt() == synapses.target(source, i)) {
                        weights.accept(byPosition[synapses.firstPosition(source) + i]);
                    }
                }
            }
        }
    }

    /** Figures of decisions. */
    private static final class DecisionFigures {

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
}
