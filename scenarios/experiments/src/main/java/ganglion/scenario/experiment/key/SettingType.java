package ganglion.scenario.experiment.key;

import static ganglion.documents.key.Types.flag;
import static ganglion.documents.key.Types.number;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.documents.key.Definitions;
import ganglion.documents.key.Key;
import ganglion.documents.key.Shape;
import ganglion.documents.key.Type;
import ganglion.documents.place.Place;
import ganglion.learning.model.Setting;

/** A number, or an object that says how it starts and is learned. */
record SettingType() implements Type<Setting> {

    private static final Key<Double> INITIAL =
            Key.of("initial", number()).says("Value to start from.").required().example(0.9);
    private static final Key<Boolean> LEARNED = Key.of("learned", flag())
            .says("Whether it is learned.")
            .byDefault(false)
            .example(true);
    private static final Key<Boolean> PER_NEURON = Key.of("per-neuron", flag())
            .says("Whether each neuron has its own value rather than one for the layer.")
            .byDefault(false)
            .example(true);
    private static final Shape<Setting> AS_OBJECT = Shape.of(
                    "how a number starts and is learned",
                    place -> new Setting(INITIAL.in(place), PER_NEURON.in(place), LEARNED.in(place)),
                    INITIAL,
                    LEARNED,
                    PER_NEURON)
            .named("learned-setting");

    @Override
    public String title(JsonNode example) {
        return "a number, or how it starts and is learned";
    }

    @Override
    public void writeSchema(ObjectNode into, Definitions definitions) {
        definitions.refer("setting", into, body -> {
            body.put("title", title(body));
            body.putArray("type").add("number").add("object");
            body.putObject("if").put("type", "object");
            AS_OBJECT.writeSchema(body.putObject("then"), definitions);
        });
    }

    @Override
    public Setting read(Place place) {
        return place.node().isNumber() ? Setting.fixed(place.node().doubleValue()) : AS_OBJECT.read(place);
    }

    @Override
    public JsonNode write(Setting value) {
        if (value.equals(Setting.fixed(value.initial()))) {
            return number().write(value.initial());
        }
        throw new UnsupportedOperationException("a learned setting is only read");
    }
}
