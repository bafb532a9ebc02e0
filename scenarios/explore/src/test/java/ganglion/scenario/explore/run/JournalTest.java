package ganglion.scenario.explore.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.documents.InputException;
import ganglion.documents.OutputException;
import ganglion.scenario.explore.DeviceOutcome;
import ganglion.scenario.explore.DeviceOutcome.ClipFigures;
import ganglion.scenario.explore.RungFigures;
import ganglion.scenario.explore.SeedFigures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
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
            journal.add("a", 1);
            journal.add("b", 2);
        }
    }

    @Test
    void whatWasFoundIsThereWhenASearchGoesOn() throws Exception {
        try (Journal journal = Journal.resume(file, head(8))) {
            assertEquals(Optional.of(2), journal.find("b", Integer.class));
            assertEquals(Optional.empty(), journal.find("c", Integer.class));
        }
    }

    @Test
    void figuresComeBackToTheLastBit() throws Exception {
        DeviceOutcome fit = new DeviceOutcome(
                "loihi",
                List.of(),
                10,
                7,
                List.of(new ClipFigures("a.wav", "a", "", 0.1 + 0.2)),
                "B",
                Math.nextUp(1.5),
                "spikes");
        DeviceOutcome unfit = DeviceOutcome.unfit("xylo-audio-2", List.of("takes no numbers"));
        RungFigures rung = new RungFigures(27, 3, 10, 8, List.of(fit, unfit));
        SeedFigures seed = new SeedFigures(3, fit, fit, 6, 10, 1234, 0);
        try (Journal journal = Journal.resume(file, head(8))) {
            journal.add("rung", rung);
            journal.add("seed", seed);
        }
        try (Journal journal = Journal.resume(file, head(8))) {
            assertEquals(Optional.of(rung), journal.find("rung", RungFigures.class));
            assertEquals(Optional.of(seed), journal.find("seed", SeedFigures.class));
        }
    }

    @Test
    void aTornLastLineIsCutOff() throws Exception {
        long whole = Files.size(file);
        Files.writeString(file, "{\"key\": \"c\", \"val", StandardOpenOption.APPEND);

        try (Journal journal = Journal.resume(file, head(8))) {
            assertEquals(Optional.empty(), journal.find("c", Integer.class));
            assertEquals(whole, Files.size(file));
            journal.add("d", 4);
        }
        try (Journal journal = Journal.resume(file, head(8))) {
            assertEquals(Optional.of(4), journal.find("d", Integer.class));
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
