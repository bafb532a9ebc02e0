package ganglion.documents.place;

import ganglion.documents.Document;
import ganglion.documents.InputException;
import ganglion.documents.Problem;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A document with all that it extends.
 *
 * @param document the whole, named after the file that extends the others
 * @param files file of each value that comes from another file, by JSON pointer
 */
public record Inherited(Document document, Map<String, String> files) {

    /** The same with other content, of which the values at some pointers are new. */
    Inherited with(Document changed, Set<String> pointers) {
        Map<String, String> kept = new HashMap<>(files);
        for (String pointer : pointers) {
            kept.keySet().removeIf(place -> place.equals(pointer) || place.startsWith(pointer + "/"));
        }
        return new Inherited(changed, kept);
    }

    public SourceMap source() {
        return new SourceMap(document.file(), document.lines(), files);
    }

    /** The problems that a schema found, each in the file that it can be mended in. */
    InputException refusal(List<Problem> problems) {
        SourceMap source = source();
        List<Problem> placed = problems.stream()
                .map(problem -> source.problem(problem.pointer(), problem.message()))
                .toList();
        return new InputException(placed);
    }
}
