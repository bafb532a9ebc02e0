package ganglion.documents.key;

import ganglion.documents.InputException;
import ganglion.documents.Problem;
import ganglion.documents.place.Documents;
import ganglion.documents.place.Place;
import ganglion.documents.quantity.TickTimes;
import ganglion.kernel.time.Clock;
import java.nio.file.Path;
import java.util.List;

/** Documents that are held to the declarations of a test, with a tick of 1 ms. */
final class DeclaredDocuments {

    private DeclaredDocuments() {}

    static Place read(Shape<?> root, String json) throws InputException {
        Place place = Documents.root(
                Path.of("thing.yaml"), json, node -> SchemaWriter.schema("urn:test:thing", "A thing.", root));
        place.reading().setClock(new TickTimes(new Clock(1e-3)));
        return place;
    }

    /** Pointer and message of each problem, of the schema or else of the reading. */
    static List<String> problems(Shape<?> root, String json) {
        List<Problem> problems;
        try {
            Place place = read(root, json);
            root.read(place);
            problems = place.reading().problems();
        } catch (InputException e) {
            problems = e.problems();
        }
        return problems.stream()
                .map(problem -> problem.pointer() + ": " + problem.message())
                .toList();
    }
}
