package ganglion.documents.key;

import static ganglion.documents.key.DeclaredDocuments.problems;
import static ganglion.documents.key.DeclaredDocuments.read;
import static ganglion.documents.key.Types.number;
import static ganglion.documents.key.Types.object;
import static ganglion.documents.key.Types.words;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ganglion.documents.place.Place;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Kinds that a word names, with their keys beside the word or in an object of their own. */
class NamedKindsTest {

    private sealed interface Body {}

    private record Ball(double radius) implements Body {}

    private record Box(double width, double height) implements Body {}

    private record Dust(double grain) implements Body {}

    private static final Key<Double> RADIUS =
            Key.of("radius", number().above(0)).required();
    private static final Key<Double> WIDTH = Key.of("width", number().above(0)).required();
    private static final Key<Double> HEIGHT =
            Key.of("height", number().above(0)).byDefault(1.0);
    private static final Key<Double> GRAIN = Key.of("grain", number().above(0)).required();
    private static final Key<Double> MASS = Key.of("mass", number().from(0)).byDefault(0.0);

    private static final Shape<Ball> BALL =
            Shape.ofRecord("", Ball.class, RADIUS).with(MASS, ball -> 0.0);
    private static final Shape<Box> BOX =
            Shape.ofRecord("", Box.class, WIDTH, HEIGHT).with(MASS, box -> 0.0);
    private static final Shape<Dust> DUST = Shape.ofRecord("", Dust.class, GRAIN);
    private static final KindsByTag<Body> TAGGED = KindsByTag.<Body>of(
                    "a body", "form", List.of(new KindsByTag.Kind<>("ball", BALL), new KindsByTag.Kind<>("box", BOX)))
            .inOneObject("the name of a form", "Which form.", "ball")
            .orUntagged(DUST)
            .named("body");
    private static final Key<Body> TAGGED_BODY = Key.of("body", TAGGED);

    private static final KindsByWord<Body> BY_WORD = byWord();
    private static final Key<String> LATE =
            Key.of("late", words("a word", "a", "b")).byWrittenDefault("b");

    private static final Shape<Place> THING = Shape.of(
                    "a thing", place -> place, TAGGED_BODY, BY_WORD.word(), BY_WORD.body(), LATE)
            .choosing(BY_WORD);

    private static KindsByWord<Body> byWord() {
        Map<String, Type<? extends Body>> kinds = new LinkedHashMap<>();
        kinds.put("ball", BALL);
        kinds.put("box", BOX);
        return new KindsByWord<>(
                Key.of("form", words("the name of a form", "ball", "box")),
                Key.of("parameters", object("its parameters")),
                kinds);
    }

    @Test
    void readsTheKindThatTheWordNames() throws Exception {
        assertEquals(new Box(2, 1), TAGGED_BODY.in(read(THING, "{\"body\": {\"form\": \"box\", \"width\": 2}}")));
        assertEquals(new Ball(3), BY_WORD.read(read(THING, "{\"form\": \"ball\", \"parameters\": {\"radius\": 3}}")));
        assertEquals(new Dust(0.5), TAGGED_BODY.in(read(THING, "{\"body\": {\"grain\": 0.5}}")));
    }

    @Test
    void tellsAKeyOfAnotherKindFromAnUnknownOne() {
        assertEquals(
                List.of("/body/radius: found a key that does not go with form box, expected one of width,"
                        + " height, mass"),
                problems(THING, "{\"body\": {\"form\": \"box\", \"width\": 2, \"radius\": 1}}"));
        assertEquals(
                List.of("/parameters/width: found a key that does not go with form ball, expected one of"
                        + " radius, mass"),
                problems(THING, "{\"form\": \"ball\", \"parameters\": {\"radius\": 1, \"width\": 2}}"));
        assertEquals(
                List.of("/parameters/radios: found the unknown key \"radios\", expected one of radius, mass,"
                        + " did you mean \"radius\"?"),
                problems(THING, "{\"form\": \"ball\", \"parameters\": {\"radius\": 1, \"radios\": 2}}"));
    }

    @Test
    void tellsWhatAKindRequires() {
        assertEquals(
                List.of("/body: found no \"width\", which form box requires"),
                problems(THING, "{\"body\": {\"form\": \"box\"}}"));
        assertEquals(
                List.of("/parameters: found no \"radius\", which form ball requires"),
                problems(THING, "{\"form\": \"ball\", \"parameters\": {}}"));
        assertEquals(
                List.of("/body: found none of form, grain, expected one of them"), problems(THING, "{\"body\": {}}"));
    }

    @Test
    void readsADefaultThatDependsOnTheDocument() throws Exception {
        assertEquals("b", LATE.in(read(THING, "{}")));
        assertEquals("a", LATE.in(read(THING, "{\"late\": \"a\"}")));
    }
}
