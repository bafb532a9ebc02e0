package ganglion.scenario.experiment.format;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import ganglion.documents.place.Place;

/** Sections of a document that may be left out as a whole, so that every key in them keeps its usual value. */
final class Sections {

    private Sections() {}

    /** The section of that name; one without keys if there is none. */
    static Place of(Place root, String key) {
        return root.find(key)
                .orElseGet(() ->
                        new Place(root.reading(), root.pointer() + "/" + key, JsonNodeFactory.instance.objectNode()));
    }
}
