package ganglion.scenario.format.expect;

import static ganglion.documents.key.Types.integer;
import static ganglion.documents.key.Types.number;
import static ganglion.documents.key.Types.words;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.documents.key.Definitions;
import ganglion.documents.key.Key;
import ganglion.documents.key.Shape;
import ganglion.documents.place.Place;
import ganglion.scenario.model.Expectation;
import ganglion.scenario.model.Measure;
import java.util.OptionalInt;

/** Expectations about how clips are decided. */
final class DecisionExpectations {

    private static final String CORRECT = "correct";
    private static final String ACCURACY = "accuracy";

    /** Share of decisions or ticks that must keep a limit. */
    static final Key<Double> PERCENTILE =
            Key.of("percentile", number().from(0).to(100)).byDefault(100.0).example(99);

    static final ExpectationKind WINNER = winner();
    static final ExpectationKind DECISIONS = decisions();
    static final ExpectationKind DECISION_LATENCY = latency();

    private DecisionExpectations() {}

    private static ExpectationKind winner() {
        Key<Integer> clip = Key.of("clip", integer().from(0).to(9_999))
                .titled("the number of a clip, from 0")
                .says("Number of the clip, counted from 0.")
                .byDefault(0)
                .example(0);
        Key<Integer> key = Key.of("winner", Shape.of("a clip", clip::in, clip))
                .says("Label that a clip is assigned. Goes with equals.")
                .exampleText("{clip: 0}");
        return ExpectationKind.of(key, Limits.LABELS, place -> {
            Place subject = key.at(place);
            Place label = LimitKeys.EQUALS.at(place);
            ExpectationContext context = ExpectationContext.of(place);
            context.checkDecided(subject);
            context.checkLabel(label);
            int number = clip.in(subject);
            context.checkClip(clip.isIn(subject) ? clip.at(subject) : subject, number);
            return new Expectation.Winner(place.pointer(), number, label.text());
        });
    }

    private static ExpectationKind decisions() {
        Key<String> key = Key.of("decisions", words("which figure of the decisions", CORRECT, ACCURACY))
                .says("Number of clips that are decided correctly (correct), or their share of all clips from 0 to 1"
                        + " (accuracy). Goes with at-least, at-most, between or equals.")
                .example(CORRECT)
                .example(ACCURACY);
        return new ExpectationKind(key, (schema, definitions) -> limitsOfDecisions(key, schema, definitions), place -> {
            ExpectationContext.of(place).checkDecided(key.at(place));
            OptionalInt of = LimitKeys.OF.find(place).map(OptionalInt::of).orElse(OptionalInt.empty());
            return key.in(place).equals(ACCURACY)
                    ? ExpectationKind.figure(new Measure.Accuracy(of), Limits.NUMBERS, place)
                    : new Expectation.CorrectDecisions(place.pointer(), Limits.COUNTS.read(place), of);
        });
    }

    /** A share has other limits than a number. */
    private static void limitsOfDecisions(Key<String> key, ObjectNode schema, Definitions definitions) {
        schema.putObject("if").putObject("properties").putObject(key.name()).put("const", ACCURACY);
        Limits.NUMBERS.writeSchema(schema.putObject("then"), definitions);
        Limits.COUNTS.writeSchema(schema.putObject("else"), definitions);
    }

    private static ExpectationKind latency() {
        Key<Double> percentile = PERCENTILE.says(
                "Share of the decisions that must keep within the limit, in percent; 100 for all of them.");
        Shape<Measure> shape = Shape.of(
                "a percentile",
                place -> {
                    ExpectationContext.of(place).checkDecided(place);
                    return new Measure.DecisionLatency(percentile.in(place));
                },
                percentile);
        return ExpectationKind.figure(
                Key.of("decision-latency", shape)
                        .says(
                                "Time from the start of a clip to the first spike of its winner, or with stop-when-certain until its decision"
                                        + " is taken, on the scenario's clock. A clip without a spike counts as infinitely late. Goes with between, below or above.")
                        .exampleText("{percentile: 90}"),
                Limits.DURATIONS);
    }
}
