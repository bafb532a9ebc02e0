package ganglion.scenario.format.synapse;

import static ganglion.documents.key.Types.flag;
import static ganglion.documents.key.Types.integer;
import static ganglion.documents.key.Types.number;

import ganglion.documents.key.Key;
import ganglion.documents.key.KindsByTag;
import ganglion.documents.key.KindsByTag.Kind;
import ganglion.documents.key.Shape;
import ganglion.documents.place.Place;
import ganglion.kernel.connectivity.AllToAll;
import ganglion.kernel.connectivity.Connector;
import ganglion.kernel.connectivity.FixedInDegree;
import ganglion.kernel.connectivity.FixedOutDegree;
import ganglion.kernel.connectivity.FixedTotal;
import ganglion.kernel.connectivity.OneToOne;
import ganglion.kernel.connectivity.PairwiseBernoulli;
import ganglion.kernel.connectivity.Sampling;
import ganglion.scenario.model.Connectivity;
import java.util.List;
import java.util.function.BiFunction;

/** The rules by which neurons are joined. A new one is its file in the kernel, its keys, and an element of the list here. */
final class RuleKeys {

    private static final Key<Integer> DEGREE = Key.of(
                    "degree", integer().from(0).to(Integer.MAX_VALUE))
            .titled("a whole number from 0")
            .says("Rules fixed-in-degree and fixed-out-degree: number of partners of each neuron.")
            .required()
            .example(100);

    private static final Key<Boolean> MULTAPSES = Key.of("multapses", flag())
            .says("Rules fixed-in-degree and fixed-out-degree: whether a partner may be drawn several times.")
            .byDefault(true)
            .example(false);

    private static final Key<Integer> TOTAL = Key.of("total", integer().from(0).to(Integer.MAX_VALUE))
            .titled("a whole number from 0")
            .says("Rule fixed-total: number of synapses in all.")
            .required()
            .example(100_000);

    /** A rule; a stand-in where a problem was noted. */
    static final KindsByTag<Connectivity> RULES = KindsByTag.<Connectivity>of(
                    "a rule that joins neurons",
                    "rule",
                    List.of(
                            ConnectorKeys.kind(
                                    "all-to-all", Shape.ofRecord("", AllToAll.class, ConnectorKeys.AUTAPSES)),
                            ConnectorKeys.kind("one-to-one", Shape.ofRecord("", OneToOne.class)),
                            ConnectorKeys.kind(
                                    "bernoulli",
                                    Shape.of(
                                            "",
                                            RuleKeys::bernoulli,
                                            ConnectorKeys.PROBABILITY,
                                            ConnectorKeys.AUTAPSES)),
                            ConnectorKeys.kind("fixed-in-degree", drawn(FixedInDegree::new)),
                            ConnectorKeys.kind("fixed-out-degree", drawn(FixedOutDegree::new)),
                            ConnectorKeys.kind("fixed-total", Shape.of("", RuleKeys::fixedTotal, TOTAL)),
                            DistanceKeys.KIND,
                            ConvolutionKeys.KIND))
            .inOneObject(
                    "the name of a rule",
                    "How neurons are joined: every pair (all-to-all), equal numbers (one-to-one), each pair with a"
                            + " probability (bernoulli), a number of sources for each target (fixed-in-degree), a number of"
                            + " targets for each source (fixed-out-degree), a number of synapses in all (fixed-total), each pair with a probability that falls with"
                            + " distance (distance), or as a convolution (convolution).",
                    "bernoulli")
            .named("connection-rule");

    private RuleKeys() {}

    /** A rule that draws a number of partners for each neuron. */
    private static Shape<Connector> drawn(BiFunction<Integer, Sampling, Connector> rule) {
        return Shape.of(
                "", place -> rule.apply(DEGREE.in(place), sampling(place)), DEGREE, ConnectorKeys.AUTAPSES, MULTAPSES);
    }

    private static Sampling sampling(Place place) {
        return new Sampling(
                ConnectorKeys.AUTAPSES.in(place),
                MULTAPSES.in(place),
                Joining.of(place).random());
    }

    private static Connector bernoulli(Place place) {
        return new PairwiseBernoulli(
                ConnectorKeys.PROBABILITY.in(place),
                ConnectorKeys.AUTAPSES.in(place),
                Joining.of(place).random());
    }

    private static Connector fixedTotal(Place place) {
        return new FixedTotal(TOTAL.in(place), Joining.of(place).random());
    }

    /** What rules that draw synapses share. */
    static final class ConnectorKeys {

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
        static Kind<Connectivity> kind(String word, Shape<? extends Connector> shape) {
            return new Kind<>(word, shape.as(Connectivity.Rule::new));
        }
    }
}
