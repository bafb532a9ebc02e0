package ganglion.scenario.format;

import static ganglion.scenario.format.synapse.ConnectivityKeys.CONNECTIVITY;
import static ganglion.scenario.format.synapse.DelayKeys.DELAY;
import static ganglion.scenario.format.synapse.StdpKeys.PLASTICITY;
import static ganglion.scenario.format.synapse.WeightKeys.WEIGHTS;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.documents.key.Key;
import ganglion.documents.key.Shape;
import ganglion.documents.key.Types;
import ganglion.documents.place.Place;
import ganglion.documents.place.PlacedException;
import ganglion.equations.EquationSynapses;
import ganglion.kernel.connectivity.AllToAll;
import ganglion.kernel.connectivity.DistanceDependent;
import ganglion.kernel.connectivity.Ends;
import ganglion.kernel.connectivity.OneToOne;
import ganglion.kernel.plasticity.SynapseRule;
import ganglion.scenario.format.name.DeclaredNames;
import ganglion.scenario.format.neuron.SynapseModelKeys;
import ganglion.scenario.format.synapse.Joining;
import ganglion.scenario.model.Connectivity;
import ganglion.scenario.model.ProjectionSpec;
import ganglion.scenario.model.ProjectionSpec.DelaySource;
import ganglion.scenario.model.ProjectionSpec.WeightSource;
import ganglion.scenario.model.RandomStreams;
import java.util.List;
import java.util.Optional;

/** The keys of a projection, and what of it must fit together. */
public final class ProjectionKeys {

    private static final Key<String> FROM = Key.of("from", Types.name())
            .titled("a name")
            .says("Population or input whose spikes are carried.")
            .required()
            .example("ear");

    private static final Key<String> TO = Key.of("to", Types.name())
            .titled("a name")
            .says("Population that is reached; may be the same.")
            .required()
            .example("hidden");

    private static final Key<String> MODULATOR = Key.of("modulator", Types.name())
            .titled("a name")
            .says("Population or input whose spikes on-third of the plasticity takes: they reach all synapses at once.")
            .example("reward");

    /** A projection. */
    public static final Shape<ProjectionSpec> PROJECTION = Shape.of(
                    "a projection with from and to",
                    ProjectionKeys::read,
                    FROM,
                    TO,
                    WEIGHTS,
                    CONNECTIVITY,
                    PLASTICITY,
                    MODULATOR,
                    DELAY)
            .writtenBy(ProjectionKeys::write)
            .named("projection");

    private ProjectionKeys() {}

    private static ProjectionSpec read(Place place) {
        Connectivity connectivity = connectivity(place);
        return new ProjectionSpec(
                place.pointer(),
                FROM.in(place),
                TO.in(place),
                connectivity,
                weights(place, connectivity),
                delays(place, connectivity),
                plasticity(place),
                written(place.node()));
    }

    /** The connectivity, weights, delay and plasticity as the file has them. */
    private static String written(JsonNode projection) {
        ObjectNode rest = projection.deepCopy();
        rest.remove(List.of(FROM.name(), TO.name()));
        return WrittenText.of(rest);
    }

    /** Which neurons are joined; a stand-in where a problem was noted. */
    private static Connectivity connectivity(Place place) {
        DeclaredNames names = place.reading().context(DeclaredNames.class);
        int sources = names.sizeOfAny(FROM.at(place));
        int targets = names.sizeOfPopulation(TO.at(place));
        boolean recurrent = FROM.in(place).equals(TO.in(place));
        Ends ends = new Ends(sources, recurrent ? sources : targets, recurrent);
        new Joining(ends, place.reading().context(RandomStreams.class).connections(place.position())).enter(place);
        try {
            Connectivity connectivity = CONNECTIVITY.in(place);
            if (connectivity instanceof Connectivity.Rule rule
                    && Joining.of(place).isKnown()) {
                rule.connector().check(ends);
            }
            if (connectivity instanceof Connectivity.OneToOne && sources != targets && sources > 0 && targets > 0) {
                CONNECTIVITY
                        .at(place)
                        .problem("found " + sources + " source and " + targets
                                + " target neurons, expected equal numbers to join one to one");
            }
            return connectivity;
        } catch (IllegalArgumentException e) {
            PlacedException.note(e, CONNECTIVITY.at(place));
            return new Connectivity.AllToAll();
        }
    }

    private static WeightSource weights(Place place, Connectivity connectivity) {
        boolean listed = connectivity instanceof Connectivity.EdgeList;
        if (listed == WEIGHTS.isIn(place)) {
            place.problem(
                    listed
                            ? "found \"weights\" beside a list of synapses, which has its own"
                            : "found no \"weights\", which is required unless connectivity is a list of synapses");
        }
        WeightSource weights = WEIGHTS.find(place).orElse(new WeightSource.Constant(0));
        boolean single = weights instanceof WeightSource.Constant || weights instanceof WeightSource.Drawn;
        boolean drawn = connectivity instanceof Connectivity.Rule rule
                && !(rule.connector() instanceof AllToAll || rule.connector() instanceof OneToOne);
        if (drawn && !single) {
            WEIGHTS.at(place)
                    .problem(
                            "found weights for pairs of neurons beside a rule that draws which are joined, expected one"
                                    + " number or a distribution");
        }
        return weights;
    }

    private static DelaySource delays(Place place, Connectivity connectivity) {
        DelaySource delays = DELAY.in(place);
        if (connectivity instanceof Connectivity.EdgeList && !(delays instanceof DelaySource.Constant)) {
            DELAY.at(place)
                    .problem("found a distribution beside a list of synapses, expected one delay, or delays in the"
                            + " list");
        }
        boolean knowsDistances =
                connectivity instanceof Connectivity.Rule rule && rule.connector() instanceof DistanceDependent;
        if (delays instanceof DelaySource.ByDistance && !knowsDistances) {
            DELAY.at(place).problem("found a delay by distance, which needs connectivity by the rule distance");
        }
        return delays;
    }

    /** How weights change; a stand-in where a problem was noted. */
    private static Optional<SynapseRule> plasticity(Place place) {
        MODULATOR
                .find(place)
                .ifPresent(name -> place.reading().context(DeclaredNames.class).sizeOfAny(MODULATOR.at(place)));
        try {
            Optional<SynapseRule> rule = PLASTICITY.find(place);
            if (rule.orElse(null) instanceof EquationSynapses model
                    && model.equations().hasThirdFactor()) {
                if (MODULATOR.isIn(place)) {
                    return Optional.of(model.modulatedBy(MODULATOR.in(place)));
                }
                PLASTICITY.at(place).problem("found on-third, expected a \"modulator\" whose spikes it takes");
            } else if (MODULATOR.isIn(place) && rule.orElse(null) != SynapseModelKeys.STAND_IN) {
                MODULATOR.at(place).problem("found a modulator, expected it beside a plasticity with on-third only");
            }
            return rule;
        } catch (IllegalArgumentException e) {
            PlacedException.note(e, PLASTICITY.at(place));
            return Optional.of(SynapseModelKeys.STAND_IN);
        }
    }

    /** Writes a projection whose weights do not change; beside a list of synapses, which has its own, without weights. */
    private static void write(ProjectionSpec projection, ObjectNode into) {
        FROM.write(into, projection.from());
        TO.write(into, projection.to());
        if (!(projection.connectivity() instanceof Connectivity.EdgeList)) {
            WEIGHTS.write(into, projection.weights());
        }
        CONNECTIVITY.write(into, projection.connectivity());
        DELAY.write(into, projection.delays());
    }
}
