package ganglion.documents.place;

import com.fasterxml.jackson.databind.JsonNode;
import ganglion.documents.Document;
import ganglion.documents.DocumentSchema;
import ganglion.documents.InputException;
import ganglion.documents.JsonPointers;
import ganglion.documents.Problem;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

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
        kept.keySet().removeIf(place -> isWithin(place, pointers));
        pointers.forEach(pointer -> fileOfSwept(pointer, kept).ifPresent(file -> kept.put(pointer, file)));
        return new Inherited(changed, kept);
    }

    /** The file in which a sweep says what the value at a pointer is: a path there lies beside it. */
    private static Optional<String> fileOfSwept(String pointer, Map<String, String> files) {
        String key = JsonPointers.member("", pointer);
        return files.keySet().stream()
                .filter(place -> place.startsWith("/sweep/") && place.endsWith(key))
                .findFirst()
                .map(files::get);
    }

    /**
     * The same after loops have been carried out.
     *
     * @param lists those with loops, by the pointers that they were written at
     * @param origins where their values were written, by where they are now
     */
    Inherited moved(Set<String> lists, Map<String, String> origins) {
        if (lists.isEmpty()) {
            return this;
        }
        Document moved = new Document(document.file(), document.root(), moved(document.lines(), lists, origins));
        return new Inherited(moved, moved(files, lists, origins));
    }

    private static <T> Map<String, T> moved(Map<String, T> places, Set<String> lists, Map<String, String> origins) {
        Map<String, T> moved = new HashMap<>(places);
        moved.keySet().removeIf(place -> lists.stream().anyMatch(list -> place.startsWith(list + "/")));
        origins.forEach((place, origin) -> {
            if (places.containsKey(origin)) {
                moved.put(place, places.get(origin));
            }
        });
        return moved;
    }

    /** Whether a place is one of several, or within one of them. */
    static boolean isWithin(String place, Set<String> pointers) {
        return pointers.stream().anyMatch(pointer -> place.equals(pointer) || place.startsWith(pointer + "/"));
    }

    /**
     * This, which follows a schema.
     *
     * @param schema the schema that a document is held to, by its root
     * @throws InputException with every problem that was found, if it does not follow it
     */
    Inherited checked(Function<JsonNode, DocumentSchema> schema) throws InputException {
        List<Problem> problems = schema.apply(document.root()).problems(document);
        if (!problems.isEmpty()) {
            throw refusal(problems);
        }
        return this;
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
