package ganglion.scenario.experiment.key;

import static ganglion.documents.key.Types.number;

import ganglion.documents.key.Key;
import ganglion.documents.key.Shape;
import ganglion.learning.model.Span;

/** A span of numbers. */
final class SpanKeys {

    private static final Key<Double> LOW =
            Key.of("low", number()).says("The smallest.").required().example(5);
    private static final Key<Double> HIGH =
            Key.of("high", number()).says("The largest.").required().example(25);

    static final Shape<Span> SHAPE = Shape.ofRecord("the smallest and the largest number", Span.class, LOW, HIGH)
            .named("span");

    private SpanKeys() {}
}
