package ganglion.documents.place;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.documents.DocumentSchema;
import ganglion.documents.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadDocumentTest {

    private static final DocumentSchema ANYTHING = DocumentSchema.of("{}");

    @TempDir
    private Path folder;

    private ReadDocument document;

    @BeforeEach
    void readsAndForgetsTheFiles() throws IOException, InputException {
        Path base = Files.writeString(folder.resolve("base.yaml"), "list: [1, 2]\nother: {a: 5}\n");
        Path file = Files.writeString(
                folder.resolve("s.yaml"), "extends: base.yaml\nvariables: {x: 1}\ntwice: \"${x * 2}\"\n");
        document = ReadDocument.of(file, false);
        Files.delete(base);
        Files.delete(file);
    }

    private static Inherited version(ReadDocument document, Map<String, String> settings) throws InputException {
        return document.with(new ReadOptions(settings, Set.of(), false), root -> ANYTHING);
    }

    private int twice(Map<String, String> settings) throws InputException {
        return version(document, settings).document().root().get("twice").intValue();
    }

    @Test
    void aDocumentOfAProgramIsReadAsAFileIsAndIsACopy() throws InputException {
        ObjectNode root = JsonNodeFactory.instance.objectNode().put("twice", "${x * 2}");
        root.putObject("variables").put("x", 3);
        ReadDocument made = ReadDocument.made("made", root);
        root.removeAll();

        assertEquals(6, version(made, Map.of()).document().root().get("twice").intValue());
        assertEquals("made", version(made, Map.of()).source().fileOf("/twice"));
    }

    @Test
    void versionsAreMadeOfWhatWasReadAndLeaveEachOtherAlone() throws InputException {
        assertEquals(2, twice(Map.of()));
        assertEquals(14, twice(Map.of("/variables/x", "7")));
        assertEquals(2, twice(Map.of()));
    }

    @Test
    void aKeyIsLeftOutWithItsLines() throws InputException {
        Inherited less = version(document.without("list"), Map.of());

        assertFalse(less.document().root().has("list"));
        assertTrue(version(document, Map.of()).document().root().has("list"));
        assertEquals(0, less.document().lines().getOrDefault("/list/0", 0));
        assertEquals(2, less.document().line("/other/a"));
        assertEquals(folder.resolve("base.yaml").toString(), less.source().fileOf("/other/a"));
    }
}
