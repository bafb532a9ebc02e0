package ganglion.hardware.library;

import static ganglion.documents.key.Types.mapOf;
import static ganglion.documents.key.Types.readAs;
import static ganglion.documents.key.Types.text;

import ganglion.documents.Suggestions;
import ganglion.documents.key.MapType;
import ganglion.documents.key.Type;
import ganglion.documents.place.Place;
import java.util.List;
import java.util.Map;

/**
 * The sources of a profile. They are read first; figures refer to them by their keys.
 *
 * @param byKey full citation of each key, in the order of the document
 */
record Citations(Map<String, String> byKey) {

    private static final MapType<String> MAP = mapOf("an object with a citation per key", ProfileTypes.LINE)
            .by(text("a key of lower-case letters, digits and hyphens").matching(ProfileTypes.NAME.pattern()))
            .atLeast(1);

    static final Type<Citations> TYPE = readAs(MAP, place -> new Citations(MAP.read(place)));

    /** The citation that a value names; a stand-in, and a problem at the value, if there is none. */
    static String named(Place key) {
        Map<String, String> known = key.reading().context(Citations.class).byKey();
        String citation = known.get(key.text());
        if (citation == null) {
            key.problem("found \"" + key.text() + "\", expected a key of /sources: " + String.join(", ", known.keySet())
                    + Suggestions.hint(key.text(), List.copyOf(known.keySet())));
            return "unknown";
        }
        return citation;
    }
}
