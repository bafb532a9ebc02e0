package ganglion.gallery;

import com.fasterxml.jackson.databind.JsonNode;
import ganglion.documents.key.WordType;
import ganglion.documents.place.Place;
import ganglion.documents.quantity.Dimension;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;

/** The members of an object in a picture plan. What is wrong is noted with its place, and a stand-in returned. */
final class PictureKeys {

    private static final String DOI = "10\\.[0-9]{4,9}/[A-Za-z0-9.;()/:_-]+";

    private final Place place;

    /** Notes every member that is not one of the keys. */
    PictureKeys(Place place, String... keys) {
        this.place = place;
        if (!place.node().isObject()) {
            place.problem("found " + place.node().getNodeType().name().toLowerCase(Locale.ROOT)
                    + ", expected an object with " + String.join(", ", keys));
            return;
        }
        Set<String> known = Set.copyOf(Arrays.asList(keys));
        place.node().fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                place.at(name)
                        .problem("found the unknown key \"" + name + "\", expected one of " + String.join(", ", keys));
            }
        });
    }

    /** A text that must be there. */
    String text(String key) {
        if (!place.has(key)) {
            place.problem("found no " + key + ", expected one");
            return "";
        }
        return text(key, "");
    }

    String text(String key, String fallback) {
        Optional<Place> found = place.find(key);
        if (found.isPresent() && !found.get().node().isTextual()) {
            found.get().problem("found " + found.get().node() + ", expected a text");
            return fallback;
        }
        return found.map(Place::text).orElse(fallback);
    }

    /** A digital object identifier, of characters that need no quoting in a link; empty if there is none. */
    String doi() {
        String doi = text("doi", "");
        if (!doi.isEmpty() && !doi.matches(DOI)) {
            place.at("doi").problem("found \"" + doi + "\", expected a DOI such as 10.1038/78829");
            return "";
        }
        return doi;
    }

    /** One of some words, as the name of a constant; the fallback where it is left out or unknown. */
    <E extends Enum<E>> E word(String key, Class<E> type, E fallback) {
        if (!place.has(key)) {
            return fallback;
        }
        String written = text(key, "");
        List<String> words = new ArrayList<>();
        for (E constant : type.getEnumConstants()) {
            String word = WordType.wordOf(constant);
            if (word.equals(written)) {
                return constant;
            }
            words.add(word);
        }
        place.at(key).problem("found \"" + written + "\", expected one of " + String.join(", ", words));
        return fallback;
    }

    List<String> texts(String key) {
        return place.elements(key).stream().map(each -> each.node().asText()).toList();
    }

    List<Double> numbers(String key) {
        List<Double> numbers = new ArrayList<>();
        for (Place each : place.elements(key)) {
            JsonNode node = each.node();
            if (!node.isNumber()) {
                each.problem("found " + node + ", expected a number");
            }
            numbers.add(node.asDouble());
        }
        return numbers;
    }

    /** A time in seconds. */
    OptionalDouble seconds(String key) {
        if (!place.has(key)) {
            return OptionalDouble.empty();
        }
        if (text(key).isEmpty()) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(place.at(key).quantity(Dimension.TIME, 0));
    }

    /** A number from 1. */
    OptionalInt count(String key) {
        if (!place.has(key)) {
            return OptionalInt.empty();
        }
        JsonNode node = place.at(key).node();
        if (!node.isInt() || node.intValue() < 1) {
            place.at(key).problem("found " + node + ", expected a whole number from 1");
            return OptionalInt.empty();
        }
        return OptionalInt.of(node.intValue());
    }

    Optional<Place> find(String key) {
        return place.find(key);
    }
}
