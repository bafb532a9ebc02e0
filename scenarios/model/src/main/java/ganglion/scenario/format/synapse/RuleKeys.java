package ganglion.scenario.format.synapse;

import static ganglion.documents.key.Types.flag;
import static ganglion.documents.key.Types.integer;
import static ganglion.documents.key.Types.words;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.documents.key.Key;
import ganglion.documents.key.TaggedKinds;
import ganglion.documents.key.TaggedKinds.Kind;
import ganglion.documents.place.Place;
import ganglion.kernel.connectivity.AllToAll;
import ganglion.kernel.connectivity.FixedInDegree;
import ganglion.kernel.connectivity.FixedOutDegree;
import ganglion.kernel.connectivity.OneToOne;
import ganglion.kernel.connectivity.PairwiseBernoulli;
import ganglion.kernel.connectivity.Sampling;
import ganglion.scenario.model.Connectivity;
import java.util.List;

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

    private static final List<Kind<Connectivity>> KINDS = List.of(
            ConnectorKeys.kind(
                    "all-to-all",
                    AllToAll.class,
                    place -> new AllToAll(ConnectorKeys.AUTAPSES.in(place)),
                    (rule, into) -> ConnectorKeys.AUTAPSES.write(into, rule.autapses()),
                    ConnectorKeys.AUTAPSES),
            ConnectorKeys.kind("one-to-one", OneToOne.class, place -> new OneToOne(), (rule, into) -> {}),
            ConnectorKeys.kind(
                    "bernoulli",
                    PairwiseBernoulli.class,
                    place -> new PairwiseBernoulli(
                            ConnectorKeys.PROBABILITY.in(place),
                            ConnectorKeys.AUTAPSES.in(place),
                            Joining.of(place).random()),
                    (rule, into) -> {
                        ConnectorKeys.PROBABILITY.write(into, rule.probability());
                        ConnectorKeys.AUTAPSES.write(into, rule.autapses());
                    },
                    ConnectorKeys.PROBABILITY,
                    ConnectorKeys.AUTAPSES),
            ConnectorKeys.kind(
                    "fixed-in-degree",
                    FixedInDegree.class,
                    place -> new FixedInDegree(DEGREE.in(place), sampling(place)),
                    (rule, into) -> write(rule.inDegree(), rule.sampling(), into),
                    DEGREE,
                    ConnectorKeys.AUTAPSES,
                    MULTAPSES),
            ConnectorKeys.kind(
                    "fixed-out-degree",
                    FixedOutDegree.class,
                    place -> new FixedOutDegree(DEGREE.in(place), sampling(place)),
                    (rule, into) -> write(rule.outDegree(), rule.sampling(), into),
                    DEGREE,
                    ConnectorKeys.AUTAPSES,
                    MULTAPSES),
            DistanceKeys.KIND,
            ConvolutionKeys.KIND);

    /** A rule; a stand-in where a problem was noted. */
    static final TaggedKinds<Connectivity> RULES = new TaggedKinds<>(
            "a rule that joins neurons",
            "connection-rule",
            Key.of("rule", words("the name of a rule", TaggedKinds.words(KINDS)))
                    .says(
                            "How neurons are joined: every pair (all-to-all), equal numbers (one-to-one), each pair with a"
                                    + " probability (bernoulli), a number of sources for each target (fixed-in-degree), a number of"
                                    + " targets for each source (fixed-out-degree), each pair with a probability that falls with"
                                    + " distance (distance), or as a convolution (convolution).")
                    .required()
                    .example("bernoulli"),
            KINDS);

    private RuleKeys() {}

    private static Sampling sampling(Place place) {
        return new Sampling(
                ConnectorKeys.AUTAPSES.in(place),
                MULTAPSES.in(place),
                Joining.of(place).random());
    }

    private static void write(int degree, Sampling sampling, ObjectNode into) {
        DEGREE.write(into, degree);
        ConnectorKeys.AUTAPSES.write(into, sampling.autapses());
        MULTAPSES.write(into, sampling.multapses());
    }
}
