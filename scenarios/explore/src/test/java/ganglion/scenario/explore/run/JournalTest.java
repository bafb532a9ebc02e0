package ganglion.scenario.explore.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.documents.InputException;
import ganglion.documents.OutputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {

    @TempDir
    private Path folder;

    private Path file;

    private static ObjectNode head(int hidden) {
        ObjectNode head = JsonNodeFactory.instance.objectNode();
        head.putObject("search").putObject("vary").put("hidden", hidden);
        return head;
    }

    @BeforeEach
    void begin() throws OutputException {
        file = folder.resolve("journal.jsonl");
        try (Journal journal = Journal.begin(file, head(8))) {
            journal.add("a", IntNode.valueOf(1), 2.5);
            journal.add("b", IntNode.valueOf(2), 4.5);
        }
    }

    @Test
    void whatWasFoundIsThereWhenASearchGoesOn() throws Exception {
        try (Journal journal = Journal.resume(file, head(8))) {
            assertEquals(Optional.of(IntNode.valueOf(2)), journal.find("b"));
            assertEquals(Optional.empty(), journal.find("c"));
            assertEquals(4.5, journal.secondsBefore());
        }
    }

    @Test
    void whatWasOnlyNotedIsThereAsWell() throws Exception {
        try (Journal journal = Journal.resume(file, head(8))) {
            journal.note("c", IntNode.valueOf(3), 5);
            assertEquals(Optional.of(IntNode.valueOf(3)), journal.find("c"));
        }
        try (Journal journal = Journal.resume(file, head(8))) {
            assertEquals(Optional.of(IntNode.valueOf(3)), journal.find("c"));
            assertEquals(5, journal.secondsBefore());
        }
    }

    @Test
    void aTornLastLineIsCutOff() throws Exception {
        long whole = Files.size(file);
        Files.writeString(file, "{\"key\": \"c\", \"val", StandardOpenOption.APPEND);

        try (Journal journal = Journal.resume(file, head(8))) {
            assertEquals(Optional.empty(), journal.find("c"));
            assertEquals(whole, Files.size(file));
            journal.add("d", IntNode.valueOf(4), 5);
        }
        try (Journal journal = Journal.resume(file, head(8))) {
            assertEquals(Optional.of(IntNode.valueOf(4)), journal.find("d"));
        }
    }

    @Test
    void aDamagedLineBeforeIsRefusedWithItsNumber() throws IOException {
        Files.writeString(file, Files.readString(file).replace("{\"key\":\"a\"", "{key:a"));

        String line = refusal(head(8));
        assertTrue(line.contains("journal.jsonl:2:") && line.contains("damaged"), line);
    }

    @Test
    void anotherSearchIsRefusedWithThePlaceThatHasChanged() {
        String line = refusal(head(9));

        assertTrue(line.contains("/search/vary/hidden is another"), line);
    }

    @Test
    void anotherFileIsRefused() throws IOException {
        Files.writeString(file, "{\"a\": 1}\n");
        assertTrue(refusal(head(8)).contains("found another file"));

        Files.writeString(file, "{\"a\"");
        assertTrue(refusal(head(8)).contains("no whole line"));

        Files.delete(file);
        assertTrue(refusal(head(8)).contains("no such file"));
    }

    private String refusal(ObjectNode head) {
        InputException refused = assertThrows(InputException.class, () -> Journal.resume(file, head));
        return refused.problems().get(0).oneLine();
    }
}
