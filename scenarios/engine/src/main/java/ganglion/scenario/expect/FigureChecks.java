package ganglion.scenario.expect;

import ganglion.scenario.model.Expectation;
import ganglion.scenario.model.Measure;
import ganglion.scenario.result.ExpectationOutcome;
import java.util.OptionalDouble;

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
        if (measure instanceof Measure.VictorPurpura distance) {
            return RasterDistances.victorPurpura(distance, evidence);
        }
        if (measure instanceof Measure.VanRossum distance) {
            return RasterDistances.vanRossum(distance, evidence);
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
}
