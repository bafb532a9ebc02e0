package ganglion.scenario.format.expect;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.documents.key.Definitions;
import ganglion.documents.key.Key;
import ganglion.documents.place.Place;
import ganglion.scenario.model.Expectation;
import ganglion.scenario.model.Measure;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * A kind of expectation.
 *
 * @param key names what is looked at
 * @param rule writes which other keys go with it
 * @param reader reads an expectation of this kind
 */
record ExpectationKind(Key<?> key, BiConsumer<ObjectNode, Definitions> rule, Function<Place, Expectation> reader) {

    /** A kind with limits, which is not about a number of decisions. */
    static ExpectationKind of(Key<?> key, Limits limits, Function<Place, Expectation> reader) {
        return new ExpectationKind(
                key,
                (schema, definitions) -> {
                    limits.writeSchema(schema, definitions);
                    schema.putObject("properties").put(LimitKeys.OF.name(), false);
                },
                reader);
    }

    /** A figure of the run that keeps its limits. */
    static ExpectationKind figure(Key<? extends Measure> key, Limits limits) {
        return of(key, limits, expectation -> figure(key.in(expectation), limits, expectation));
    }

    static Expectation figure(Measure measure, Limits limits, Place expectation) {
        return new Expectation.Figure(expectation.pointer(), measure, limits.read(expectation));
    }
}
