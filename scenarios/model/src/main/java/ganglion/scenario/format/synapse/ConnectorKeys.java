package ganglion.scenario.format.synapse;

import static ganglion.documents.key.Types.flag;
import static ganglion.documents.key.Types.number;

import ganglion.documents.key.Key;
import ganglion.documents.key.KindsByTag.Kind;
import ganglion.documents.key.Shape;
import ganglion.kernel.connectivity.Connector;
import ganglion.scenario.model.Connectivity;

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
    static <C extends Connector> Kind<Connectivity> kind(String word, Class<C> type, Shape<C> shape) {
        return new Kind<>(
                word,
                shape.as(Connectivity.Rule::new, rule -> type.cast(connector(rule))),
                rule -> type.isInstance(connector(rule)));
    }

    /** The connector of a rule; null of what is not a rule. */
    private static Connector connector(Object of) {
        return of instanceof Connectivity.Rule rule ? rule.connector() : null;
    }
}
