package ganglion.scenario.explore.format;

import static ganglion.documents.key.Types.anything;
import static ganglion.documents.key.Types.integer;
import static ganglion.documents.key.Types.listOf;
import static ganglion.documents.key.Types.mapOf;
import static ganglion.documents.key.Types.number;
import static ganglion.documents.key.Types.text;
import static ganglion.documents.key.Types.words;

import com.fasterxml.jackson.databind.JsonNode;
import ganglion.documents.key.Key;
import ganglion.documents.key.Shape;
import ganglion.documents.key.TextType;
import ganglion.documents.place.Place;
import ganglion.scenario.explore.space.Choice;
import ganglion.scenario.explore.space.Range;
import ganglion.scenario.explore.space.SearchDimension;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The keys of what may vary: the only place that knows them. */
final class DimensionKeys {

    /** Most values of a choice. */
    private static final int MOST_VALUES = 100;

    private static final int LONGEST_NAME = 60;
    private static final String AS_IT_IS = "as it is";

    private static final TextType POINTER = text("a JSON pointer such as /network/layers/0/outputs")
            .matching("^(/[^/]+)+$")
            .length(2, 500);

    private static final Key<String> AT = Key.of("at", POINTER)
            .says("The value of the experiment that varies, as a JSON pointer.")
            .example("/network/layers/0/outputs");
    private static final Key<List<JsonNode>> VALUES = Key.of(
                    "values",
                    listOf("a list of values", anything()).size(2, MOST_VALUES).ofDifferent())
            .says("The values to choose from, whatever they are; null leaves what the experiment has.")
            .example(List.of("10 ms", "20 ms"))
            .exampleText("[null, 20 ms, 40 ms]");
    private static final Key<List<Integer>> WHOLE = Key.of(
                    "whole",
                    listOf("two whole numbers", integer().from(0).to(1_000_000)).size(2, 2))
            .says("The least and the largest whole number.")
            .example(List.of(8, 64));
    private static final Key<List<Double>> NUMBER = Key.of(
                    "number", listOf("two numbers", number().from(-1e9).to(1e9)).size(2, 2))
            .says("The least and the largest number.")
            .example(List.of(0.0001, 0.01));
    private static final Key<Boolean> SCALE = Key.of("scale", words("linear or logarithmic", scales()))
            .says("Whether equal differences or equal factors are equally likely.")
            .byDefault(false, "linear")
            .example("logarithmic");
    private static final Key<Map<String, Map<String, JsonNode>>> CHOICES = Key.of(
                    "choices",
                    mapOf(
                                    "settings by word",
                                    mapOf("values by JSON pointer", anything()).by(POINTER))
                            .by(text("a name").length(1, LONGEST_NAME))
                            .atLeast(2))
            .says("Choices that set several values at once, by a word for each.")
            .exampleText("{coarse: {/features/frontend/hop: 20 ms, /features/frames-per-step: 2}, fine: {}}");

    /** What may vary. */
    static final Key<Map<String, SearchDimension>> VARY = Key.of(
                    "vary",
                    mapOf(
                                    "what varies by name",
                                    Shape.of(
                                                    "what varies",
                                                    DimensionKeys::read,
                                                    AT,
                                                    VALUES,
                                                    WHOLE,
                                                    NUMBER,
                                                    SCALE,
                                                    CHOICES)
                                            .exactlyOne(VALUES, WHOLE, NUMBER, CHOICES)
                                            .needs(VALUES, AT)
                                            .needs(WHOLE, AT)
                                            .needs(NUMBER, AT)
                                            .excludes(CHOICES, AT, SCALE)
                                            .excludes(VALUES, SCALE))
                            .by(text("a name of letters, digits and -")
                                    .matching("^[A-Za-z][A-Za-z0-9-]*$")
                                    .length(1, LONGEST_NAME))
                            .atLeast(1))
            .says(
                    "What may vary, by a name for each: a value of the experiment at a JSON pointer, with the values to choose from or the bounds"
                            + " of a number, or choices that set several values at once.")
            .required()
            .exampleText("{hidden: {at: /network/layers/0/outputs, whole: [8, 64], scale: logarithmic}}");

    private DimensionKeys() {}

    private static Map<String, Boolean> scales() {
        Map<String, Boolean> words = new LinkedHashMap<>();
        words.put("linear", false);
        words.put("logarithmic", true);
        return words;
    }

    private static SearchDimension read(Place place) {
        String name = place.pointer().substring(place.pointer().lastIndexOf('/') + 1);
        if (WHOLE.isIn(place)) {
            List<Integer> bounds = WHOLE.in(place);
            return range(
                    place, WHOLE, new Range(name, AT.in(place), bounds.get(0), bounds.get(1), true, SCALE.in(place)));
        }
        if (NUMBER.isIn(place)) {
            List<Double> bounds = NUMBER.in(place);
            return range(
                    place, NUMBER, new Range(name, AT.in(place), bounds.get(0), bounds.get(1), false, SCALE.in(place)));
        }
        if (VALUES.isIn(place)) {
            String pointer = AT.in(place);
            return new Choice(
                    name,
                    VALUES.in(place).stream()
                            .map(value -> new Choice.Option(
                                    word(value), value.isNull() ? Map.of() : Map.of(pointer, value.toString())))
                            .toList());
        }
        Map<String, Map<String, JsonNode>> choices = CHOICES.in(place);
        if (choices.size() > MOST_VALUES) {
            CHOICES.at(place).problem("found " + choices.size() + " choices, expected at most " + MOST_VALUES);
        }
        return new Choice(
                name,
                choices.entrySet().stream()
                        .map(choice -> new Choice.Option(choice.getKey(), texts(choice.getValue())))
                        .toList());
    }

    private static String word(JsonNode value) {
        return value.isNull() ? AS_IT_IS : value.isTextual() ? value.asText() : value.toString();
    }

    private static Map<String, String> texts(Map<String, JsonNode> values) {
        Map<String, String> texts = new LinkedHashMap<>();
        values.forEach((pointer, value) -> texts.put(pointer, value.toString()));
        return texts;
    }

    private static Range range(Place place, Key<?> bounds, Range range) {
        if (!(range.low() < range.high())) {
            bounds.at(place)
                    .problem("found " + range.text(range.low()) + " as the least and " + range.text(range.high())
                            + " as the largest value, expected a least one below the largest");
        } else if (range.logarithmic() && range.low() <= 0) {
            bounds.at(place)
                    .problem("found " + range.text(range.low())
                            + " as the least value on a logarithmic scale, expected one above 0");
        }
        return range;
    }

    /** Notes places of the experiment that two dimensions set. */
    static void checkPlaces(Place vary, Map<String, SearchDimension> dimensions) {
        Map<String, String> setters = new LinkedHashMap<>();
        dimensions.forEach((name, dimension) -> {
            for (String pointer : dimension.pointers()) {
                String before = setters.putIfAbsent(pointer, name);
                if (before != null) {
                    vary.at(name)
                            .problem("found " + pointer + ", which " + before
                                    + " sets as well, expected it in one of them");
                }
            }
        });
    }
}
