package ganglion.documents.key;

import static ganglion.documents.key.DeclaredDocuments.problems;
import static ganglion.documents.key.DeclaredDocuments.read;
import static ganglion.documents.key.Types.number;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.documents.InputException;
import ganglion.documents.key.KindsByTag.Kind;
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
                                    "circle", "All points of one distance.", Shape.ofRecord("", Circle.class, RADIUS)),
                            new Kind<>("point", "One point.", Shape.ofRecord("", Point.class))))
            .named("form");
    private static final Key<Form> FORM = Key.of("form", FORMS);
    private static final Shape<Form> ROOT = Shape.of("a drawing", FORM::in, FORM);

    @Test
    void readsTheKindThatTheTagNames() throws InputException {
        assertEquals(new Circle(2), FORM.in(read(ROOT, "{\"form\": {\"kind\": \"circle\", \"radius\": 2}}")));
        assertEquals(new Point(), FORM.in(read(ROOT, "{\"form\": {\"kind\": \"point\"}}")));
    }

    @Test
    void anUnknownKindIsAnsweredWithAllKinds() {
        assertEquals(
                List.of("/form/kind: found \"square\", expected one of circle, point"),
                problems(ROOT, "{\"form\": {\"kind\": \"square\"}}"));
        assertEquals(
                List.of("/form/kind: found \"circel\", expected one of circle, point, did you mean \"circle\"?"),
                problems(ROOT, "{\"form\": {\"kind\": \"circel\", \"radius\": 2}}"));
        assertEquals(
                List.of("/form/kind: found 7, expected one of circle, point"),
                problems(ROOT, "{\"form\": {\"kind\": 7}}"));
    }

    @Test
    void aMistakeInAParameterIsToldByTheRulesOfItsKind() {
        assertEquals(
                List.of("/form/radius: found 0, expected more than 0"),
                problems(ROOT, "{\"form\": {\"kind\": \"circle\", \"radius\": 0}}"));
        assertEquals(
                List.of("/form/radius: found the unknown key \"radius\", expected one of kind"),
                problems(ROOT, "{\"form\": {\"kind\": \"point\", \"radius\": 1}}"));
    }

    @Test
    void refusesTwoKindsOfOneWord() {
        Kind<Point> point = new Kind<>("point", "One point.", Shape.ofRecord("", Point.class));

        String message = assertThrows(
                        IllegalArgumentException.class, () -> KindsByTag.<Form>of("a form", List.of(point, point)))
                .getMessage();

        assertTrue(message.contains("one word"), message);
    }
}
