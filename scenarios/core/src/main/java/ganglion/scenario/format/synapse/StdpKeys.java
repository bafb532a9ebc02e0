package ganglion.scenario.format.synapse;

import static ganglion.documents.key.Types.fractionalTicks;
import static ganglion.documents.key.Types.number;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.documents.key.Definitions;
import ganglion.documents.key.Key;
import ganglion.documents.key.Shape;
import ganglion.documents.key.Type;
import ganglion.documents.place.Place;
import ganglion.documents.place.PlacedException;
import ganglion.kernel.plasticity.PairStdp;
import ganglion.kernel.plasticity.SynapseRule;
import ganglion.scenario.format.neuron.SynapseModelKeys;
import java.util.List;

/** The rules by which weights change. */
public final class StdpKeys {

    private static final Key<Double> LARGEST_WEIGHT = Key.of("largest-weight", number().above(0))
            .says("Upper bound of the weights; the lower is 0.")
            .required()
            .example(1);

    private static final Key<Double> LEARNING_RATE = Key.of("learning-rate", number().from(0))
            .says("Change of x at a pair without delay.")
            .byDefault(0.01)
            .example(0.01);

    private static final Key<Double> DEPRESSION = Key.of("depression", number().from(0))
            .says("How much stronger depression is than potentiation.")
            .byDefault(1.0)
            .example(1.05);

    private static final Key<Double> POTENTIATION_EXPONENT = exponent("potentiation");
    private static final Key<Double> DEPRESSION_EXPONENT = exponent("depression");

    private static final Key<Double> POTENTIATION_TIME_CONSTANT = timeConstant("potentiation", "source", "17 ms");
    private static final Key<Double> DEPRESSION_TIME_CONSTANT = timeConstant("depression", "target", "34 ms");

    private static final Key<PairStdp> STDP = Key.of(
                    "stdp",
                    Shape.of(
                            "parameters of pair STDP",
                            StdpKeys::read,
                            LARGEST_WEIGHT,
                            LEARNING_RATE,
                            DEPRESSION,
                            POTENTIATION_EXPONENT,
                            DEPRESSION_EXPONENT,
                            POTENTIATION_TIME_CONSTANT,
                            DEPRESSION_TIME_CONSTANT))
            .says("Spike-timing dependent plasticity of all pairs of spikes. With x = weight / largest: at a spike"
                    + " of the target x grows by rate (1 - x)^potentiation-exponent k, at a spike of the source it"
                    + " falls by depression rate x^depression-exponent k, where k is the decaying trace of the"
                    + " other side's spikes.")
            .required()
            .exampleText("{largest-weight: 1}");

    /** How weights change. */
    public static final Key<SynapseRule> PLASTICITY = Key.of("plasticity", new Rules())
            .says("How synapses change with the spikes on both sides, starting from the weights given: the name of a"
                    + " rule with its parameters. That is stdp, whose weights must be from 0 to the largest, or a"
                    + " model of synapses.")
            .exampleText("{stdp: {largest-weight: 1, learning-rate: 0.01}}");

    private StdpKeys() {}

    private static Key<Double> exponent(String of) {
        return Key.of(of + "-exponent", number().from(0))
                .says("0 for additive, 1 for multiplicative " + of + ".")
                .byDefault(1.0)
                .example(0);
    }

    private static Key<Double> timeConstant(String of, String side, String example) {
        return Key.of(of + "-time-constant", fractionalTicks())
                .says("Time constant of the trace of the " + side + "'s spikes.")
                .byWrittenDefault("20 ms")
                .example(example);
    }

    private static PairStdp read(Place place) {
        return new PairStdp(
                LEARNING_RATE.in(place),
                DEPRESSION.in(place),
                POTENTIATION_EXPONENT.in(place),
                DEPRESSION_EXPONENT.in(place),
                LARGEST_WEIGHT.in(place),
                POTENTIATION_TIME_CONSTANT.in(place),
                DEPRESSION_TIME_CONSTANT.in(place));
    }

    /** One rule by its name: {@code {stdp: {largest-weight: 1}}}. */
    private static final class Rules implements Type<SynapseRule> {

        @Override
        public String title(JsonNode example) {
            return "a rule with its parameters, such as {stdp: {largest-weight: 1}}";
        }

        @Override
        public void writeSchema(ObjectNode into, Definitions definitions) {
            into.put("type", "object").put("minProperties", 1).put("maxProperties", 1);
            STDP.writeSchema(into.putObject("properties"), definitions);
            SynapseModelKeys.VALUES.writeSchema(
                    into.putObject("additionalProperties").put("title", "quantities by parameter"), definitions);
        }

        @Override
        public SynapseRule read(Place place) {
            String name = place.node().fieldNames().next();
            Place values = place.at(name);
            try {
                return STDP.isIn(place) ? STDP.in(place) : SynapseModelKeys.read(name, values, List.of(STDP.name()));
            } catch (IllegalArgumentException e) {
                throw PlacedException.at(values, e);
            }
        }
    }
}
