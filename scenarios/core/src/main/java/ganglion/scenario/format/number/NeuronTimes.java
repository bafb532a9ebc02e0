package ganglion.scenario.format.number;

import static ganglion.documents.key.Types.fractionalTicks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.documents.key.Definitions;
import ganglion.documents.key.Type;
import ganglion.documents.place.Place;
import ganglion.kernel.neuron.NeuronValues;

/**
 * A time of each neuron in ticks, not necessarily whole: one for all, a list with one for each, or a distribution. A {@link
 * NeuronScope} must be set where it is read.
 */
public record NeuronTimes() implements Type<NeuronValues> {

    private static final Type<Double> TIME = fractionalTicks();
    private static final String OTHERS = ", a list of one for each neuron, or a distribution";

    @Override
    public String title(JsonNode example) {
        String one = TIME.title(example);
        return one.isEmpty() ? "" : one + OTHERS;
    }

    @Override
    public void writeSchema(ObjectNode into, Definitions definitions) {
        definitions.refer("neuron-times", into, body -> {
            body.put("title", "a time such as 20 ms" + OTHERS);
            body.putArray("type").add("string").add("array").add("object");
            body.put("minItems", 1);
            TIME.writeSchema(body.putObject("items"), definitions);
            ArrayNode rules = body.putArray("allOf");
            writeRule(rules.addObject(), "object", DistributionKeys.TIMES, definitions);
            writeRule(rules.addObject(), "string", TIME, definitions);
        });
    }

    private static void writeRule(ObjectNode rule, String sort, Type<?> type, Definitions definitions) {
        rule.putObject("if").putArray("type").add(sort);
        type.writeSchema(rule.putObject("then"), definitions);
    }

    @Override
    public NeuronValues read(Place place) {
        return EachNeuron.read(place, TIME, DistributionKeys.TIMES);
    }
}
