package ganglion.documents.place;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * What the command line changes in the reading of a document.
 *
 * @param settings values by JSON pointer ({@code --set "/clock/duration=1 s"}), written as in YAML; put into the document
 *     before it is validated
 * @param typed those of the settings that a person typed: a key that one of them removes must be there
 * @param allowOutsidePaths lets relative paths lead out of the document's folder
 */
public record ReadOptions(Map<String, String> settings, Set<String> typed, boolean allowOutsidePaths) {

    /** Reads the file as it is. */
    public static final ReadOptions NONE = new ReadOptions(Map.of(), Set.of(), false);

    public ReadOptions {
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
        typed = Set.copyOf(typed);
    }
}
