package ganglion.scenario.explore.trial;

import ganglion.documents.InputException;
import ganglion.documents.place.DocumentPath;
import ganglion.scenario.experiment.Classification;
import ganglion.scenario.experiment.DataSource;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whether two experiments can be compared: whether they learn from, are chosen by and are measured on the same samples. What is heard beside these, such
 * as noise or notes of a player, may differ.
 *
 * @param varied the experiment that the search varies
 * @param name of it, for messages
 * @param other the experiment that is compared with it
 */
record ComparedData(Classification varied, String name, Classification other) {

    /**
     * Looks at all data.
     *
     * @throws InputException saying what differs first
     */
    void check() throws InputException {
        check(
                "training",
                Optional.of(varied.data().training()),
                Optional.of(other.data().training()));
        check("validation", varied.data().validation(), other.data().validation());
        check("test", varied.data().test(), other.data().test());
        Set<String> expected = Set.copyOf(varied.data().classes());
        Set<String> found = Set.copyOf(other.data().classes());
        if (!expected.isEmpty() && !found.isEmpty() && !expected.equals(found)) {
            throw refusal("/data/classes");
        }
    }

    private void check(String set, Optional<DataSource> expected, Optional<DataSource> found) throws InputException {
        if (!expected.map(ComparedData::traits).equals(found.map(ComparedData::traits))) {
            throw refusal("/data/" + set);
        }
    }

    /** All that says which samples a source has. */
    private static List<Object> traits(DataSource source) {
        return List.of(
                source.kind(),
                resolved(source.path()),
                source.label(),
                source.group(),
                source.names().map(ComparedData::resolved),
                source.without().stream().map(ComparedData::resolved).toList(),
                source.mostPerClass());
    }

    private static Path resolved(DocumentPath path) {
        return path.resolved().normalize();
    }

    private InputException refusal(String pointer) {
        return new InputException(other.head()
                .problem(
                        pointer,
                        "found another value than in " + name
                                + ", expected the same, because both are to be compared on the same samples"));
    }
}
