package ganglion.scenario.format.synapse;

import static ganglion.documents.key.Types.flag;
import static ganglion.documents.key.Types.number;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.documents.key.Key;
import ganglion.documents.key.Shape;
import ganglion.documents.key.TaggedKinds.Kind;
import ganglion.documents.place.Place;
import ganglion.kernel.connectivity.Connector;
import ganglion.scenario.model.Connectivity;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** What rules that draw synapses share. */
final class ConnectorKeys {

    static final Key<Double> PROBABILITY = Key.of(
                    "probability", number().from(0).to(1))
            .says("Rules bernoulli and distance: probability of each pair; with distance, at a distance of 0.")
            .required()
            .example(0.1);

    static final Key<Boolean> AUTAPSES = Key.of("autapses", flag())
            .says("Whether a neuron of a population that is joined to itself may be its own partner.")
            .byDefault(true)
            .example(false);

    private ConnectorKeys() {}

    /** A rule that is a connector of the kernel. */
    static <C extends Connector> Kind<Connectivity> kind(
            String word, Class<C> type, Function<Place, C> reader, BiConsumer<C, ObjectNode> writer, Key<?>... keys) {
        Shape<Connectivity> shape = Shape.of("", place -> checked(place, reader), keys);
        return new Kind<>(
                word,
                shape.writtenBy((rule, into) -> writer.accept(type.cast(connector(rule)), into)),
                rule -> type.isInstance(connector(rule)));
    }

    private static Connectivity checked(Place place, Function<Place, ? extends Connector> reader) {
        Connector connector = reader.apply(place);
        if (Joining.of(place).isKnown()) {
            connector.check(Joining.of(place).ends());
        }
        return new Connectivity.Rule(connector);
    }

    /** The connector of a rule; null of what is not a rule. */
    private static Connector connector(Connectivity of) {
        return of instanceof Connectivity.Rule rule ? rule.connector() : null;
    }
}
