package ganglion.documents.key;

import static ganglion.documents.key.Types.constant;
import static ganglion.documents.key.Types.number;
import static ganglion.documents.key.Types.oneOrMore;
import static ganglion.documents.key.Types.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.documents.DocumentSchema;
import ganglion.documents.InputException;
import ganglion.documents.Problem;
import ganglion.documents.key.KindsByTag.Kind;
import ganglion.documents.place.Documents;
import ganglion.documents.place.Place;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class KindsByTagTest {

    private sealed interface Form {}

    private record Circle(double radius) implements Form {}

    private record Point() implements Form {}

    private static final Key<Double> RADIUS = Key.of("radius", number().above(0))
            .says("Radius in metres.")
            .required()
            .example(2);
    private static final KindsByTag<Form> FORMS = KindsByTag.<Form>of(
                    "a form",
                    List.of(
                            new Kind<>(
                                    "circle",
                                    "All points of one distance.",
                                    Shape.of("", p -> new Circle(RADIUS.in(p)), RADIUS)),
                            new Kind<>("point", "One point.", Shape.of("", place -> new Point()))))
            .named("form");
    private static final Key<Form> FORM = Key.of("form", FORMS);
    private static final Key<List<String>> NAMES =
            Key.of("names", oneOrMore("a name, or a list of names", text("a name")));
    private static final Key<String> TASK = Key.of("task", constant("draw"));
    private static final Shape<Form> ROOT = Shape.of("a drawing", FORM::in, FORM, NAMES, TASK);

    private static Place read(String json) throws InputException {
        DocumentSchema schema = DocumentSchema.of(SchemaWriter.write("urn:test:drawing", "A drawing.", ROOT));
        return Documents.root(Path.of("drawing.yaml"), json, node -> schema);
    }

    private static String problem(String json) {
        List<Problem> problems =
                assertThrows(InputException.class, () -> read(json)).problems();
        assertEquals(1, problems.size());
        return problems.get(0).pointer() + ": " + problems.get(0).message();
    }

    @Test
    void readsTheKindThatTheTagNames() throws InputException {
        assertEquals(new Circle(2), FORM.in(read("{\"form\": {\"kind\": \"circle\", \"radius\": 2}}")));
        assertEquals(new Point(), FORM.in(read("{\"form\": {\"kind\": \"point\"}}")));
    }

    @Test
    void anUnknownKindIsAnsweredWithAllKinds() {
        assertEquals(
                "/form/kind: found \"square\", expected one of circle, point",
                problem("{\"form\": {\"kind\": \"square\"}}"));
        assertEquals(
                "/form/kind: found \"circel\", expected one of circle, point, did you mean \"circle\"?",
                problem("{\"form\": {\"kind\": \"circel\", \"radius\": 2}}"));
        assertEquals("/form/kind: found 7, expected one of circle, point", problem("{\"form\": {\"kind\": 7}}"));
    }

    @Test
    void aMistakeInAParameterIsToldByTheRulesOfItsKind() {
        assertEquals(
                "/form/radius: found 0, expected more than 0",
                problem("{\"form\": {\"kind\": \"circle\", \"radius\": 0}}"));
        assertEquals(
                "/form/radius: found the unknown key \"radius\", expected one of kind",
                problem("{\"form\": {\"kind\": \"point\", \"radius\": 1}}"));
    }

    @Test
    void someKindsCanBeTaken() {
        KindsByTag<Form> points = FORMS.only("point"::equals);

        assertEquals(List.of("point"), points.kinds().stream().map(Kind::word).toList());
    }

    @Test
    void refusesTwoKindsOfOneWord() {
        Kind<Point> point = new Kind<>("point", "One point.", Shape.of("", place -> new Point()));

        String message = assertThrows(
                        IllegalArgumentException.class, () -> KindsByTag.<Form>of("a form", List.of(point, point)))
                .getMessage();

        assertTrue(message.contains("one word"), message);
    }

    @Test
    void readsOneTextOrSeveral() throws InputException {
        assertEquals(List.of("a"), NAMES.in(read("{\"names\": \"a\"}")));
        assertEquals(List.of("a", "b"), NAMES.in(read("{\"names\": [\"a\", \"b\"]}")));
        assertEquals("\"a\"", NAMES.type().write(List.of("a")).toString());
        assertEquals("[\"a\",\"b\"]", NAMES.type().write(List.of("a", "b")).toString());
        assertEquals("/names: found a list of 0 elements, expected at least 1 elements", problem("{\"names\": []}"));
    }

    @Test
    void aConstantIsTheOnlyWordThatIsTaken() throws InputException {
        assertEquals("draw", TASK.in(read("{\"task\": \"draw\"}")));
        assertEquals("/task: found \"paint\", expected \"draw\"", problem("{\"task\": \"paint\"}"));
    }
}
