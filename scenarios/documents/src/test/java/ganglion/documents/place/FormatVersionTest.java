package ganglion.documents.place;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.documents.Document;
import ganglion.documents.DocumentReader;
import ganglion.documents.InputException;
import ganglion.documents.place.Inheritance.FormatVersion;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class FormatVersionTest {

    /** Version 2 says {@code name} where version 1 said {@code title}, version 3 counts a number twice. */
    private static final List<Consumer<ObjectNode>> STEPS = List.of(
            root -> root.set("name", root.remove("title")),
            root -> root.put("number", 2 * root.path("number").asInt()));

    private static Document document(String text) throws InputException {
        return new DocumentReader().read("s.yaml", text.getBytes(StandardCharsets.UTF_8));
    }

    private static String migrated(String text) throws Exception {
        Document document = document(text);
        new FormatVersion(STEPS).migrate(document);
        return document.root().toString();
    }

    @Test
    void takesEachStepFromTheVersionOfTheFile() throws Exception {
        assertEquals("{\"format\":3,\"number\":10,\"name\":\"a\"}", migrated("{format: 1, title: a, number: 5}"));
        assertEquals("{\"format\":3,\"title\":\"a\",\"number\":10}", migrated("{format: 2, title: a, number: 5}"));
        assertEquals("{\"format\":3,\"number\":5}", migrated("{format: 3, number: 5}"));
    }

    @Test
    void takesAFileThatNamesNoVersionForTheFirst() throws Exception {
        assertEquals("{\"number\":10,\"name\":\"a\",\"format\":3}", migrated("{title: a, number: 5}"));
    }

    @Test
    void refusesVersionsToCome() throws Exception {
        Document document = document("number: 1\nformat: 4\n");

        InputException refusal = assertThrows(InputException.class, () -> new FormatVersion(STEPS).migrate(document));

        assertEquals(
                "s.yaml:2: /format: found version 4, expected at most 3, the newest that this Ganglion knows",
                refusal.getMessage());
    }

    @Test
    void leavesToTheSchemaWhatIsNoVersion() throws Exception {
        assertEquals("{\"format\":\"new\"}", migrated("{format: new}"));
        assertEquals("[1]", migrated("[1]"));
    }
}
