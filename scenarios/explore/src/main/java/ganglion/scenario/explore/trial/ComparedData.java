package ganglion.scenario.explore.trial;

import ganglion.documents.InputException;
import ganglion.documents.key.WordType;
import ganglion.documents.place.DocumentPath;
import ganglion.scenario.experiment.Classification;
import ganglion.scenario.experiment.DataSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Whether two experiments can be compared: whether they learn from, are chosen by and are measured on the same samples. What is heard beside these, such
 * as noise or notes of a player, may differ.
 *
 * @param varied the experiment that the search varies
 * @param name of it, for messages
 * @param other the experiment that is compared with it
 */
record ComparedData(Classification varied, String name, Classification other) {

    /** What is told of a data set. */
    private record Trait(String key, Function<DataSource, Object> value, Function<DataSource, Object> written) {

        Trait(String key, Function<DataSource, Object> value) {
            this(key, value, value);
        }
    }

    private static final List<Trait> TRAITS = List.of(
            new Trait("kind", DataSource::kind, source -> WordType.wordOf(source.kind())),
            new Trait("path", source -> resolved(source.path()), DataSource::path),
            new Trait("label", DataSource::label),
            new Trait("group", DataSource::group),
            new Trait(
                    "names",
                    source -> source.names().map(ComparedData::resolved),
                    source -> source.names().map(DocumentPath::written).orElse("")),
            new Trait(
                    "without",
                    source -> source.without().stream()
                            .map(ComparedData::resolved)
                            .toList(),
                    source ->
                            source.without().stream().map(DocumentPath::written).toList()),
            new Trait("most-per-class", DataSource::mostPerClass));

    private static Object resolved(DocumentPath path) {
        return path.resolved().normalize();
    }

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
        List<String> expected = varied.data().classes();
        List<String> found = other.data().classes();
        if (!expected.isEmpty() && !found.isEmpty() && !new HashSet<>(expected).equals(new HashSet<>(found))) {
            throw refusal(
                    "/data/classes",
                    "found the classes " + String.join(", ", found),
                    "the classes " + String.join(", ", expected));
        }
    }

    private void check(String set, Optional<DataSource> expected, Optional<DataSource> found) throws InputException {
        String pointer = "/data/" + set;
        if (expected.isEmpty() || found.isEmpty()) {
            if (expected.isPresent() != found.isPresent()) {
                throw refusal(
                        pointer,
                        found.isPresent() ? "found a " + set + " set" : "found no " + set + " set",
                        expected.isPresent() ? "that" : "none");
            }
            return;
        }
        for (Trait trait : TRAITS) {
            Object wanted = trait.value().apply(expected.get());
            Object own = trait.value().apply(found.get());
            if (!wanted.equals(own)) {
                Object ownText = trait.written().apply(found.get());
                Object wantedText = trait.written().apply(expected.get());
                boolean alike = ownText.toString().equals(wantedText.toString());
                throw refusal(
                        pointer,
                        "found another " + set + " set, with " + trait.key() + " \"" + (alike ? own : ownText) + "\"",
                        "\"" + (alike ? wanted : wantedText) + "\"");
            }
        }
    }

    private InputException refusal(String pointer, String found, String expected) {
        return new InputException(other.head()
                .problem(
                        pointer,
                        found + ", expected " + expected + " as in " + name
                                + ", because both are to be compared on the same samples"));
    }
}
