package ganglion.live.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ganglion.cli.ProjectRoot;
import ganglion.documents.InputException;
import ganglion.live.run.LiveScenario;
import ganglion.scenario.format.ScenarioFiles;
import ganglion.scenario.model.ScenarioOverrides;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which scenarios a session may go on with. */
class SiblingScenariosTest {

    private static final String CAUSAL = "{running-maximum: {}}";
    private static final Path GALLERY = ProjectRoot.find().resolve("scenarios/gallery/live");

    @TempDir
    private Path folder;

    private static LiveScenario live(Path file, Map<String, String> settings) throws InputException {
        ScenarioOverrides overrides = new ScenarioOverrides(settings, OptionalLong.empty(), List.of(), false);
        return LiveScenario.of(ScenarioFiles.read(file, overrides));
    }

    private Path write(String file, String name, String gain) throws IOException {
        Path clip = folder.resolve("clip.ogg");
        if (!Files.exists(clip)) {
            Files.copy(GALLERY.resolve("audio/whistle-c-5.ogg"), clip);
        }
        return Files.writeString(folder.resolve(file), """
                scenario: %s
                clock: {tick: 8 ms}
                inputs:
                  - name: ear
                    clips: [{audio: clip.ogg}]
                    frontend: {sample-rate: 16 kHz, hop: 8 ms, window: 16 ms, mel-bands: 8, gain: %s}
                    encoder: {lif: {beta: 0.9, threshold: 1}}
                network:
                  populations:
                    - {name: out, size: 2, model: lif, parameters: {beta: 0.9, threshold: 1, reset: zero}}
                """.formatted(name, gain));
    }

    @Test
    void theFirstAndThoseOfItsFolderByTheirNames() throws Exception {
        SiblingScenarios siblings = new SiblingScenarios(live(GALLERY.resolve("pitch.yaml"), Map.of()), Runnable::run);

        assertEquals(List.of("live-pitch", "live-digits", "live-flute"), siblings.names());
        assertEquals("live-flute", siblings.open("live-flute").scenario().name());
    }

    @Test
    void theFirstIsTheOneThatWasGivenWithItsSettings() throws Exception {
        LiveScenario first = live(write("a.yaml", "one", CAUSAL), Map.of("/inputs/0/encoder/lif/threshold", "2"));
        SiblingScenarios siblings = new SiblingScenarios(first, Runnable::run);

        assertSame(first, siblings.open("one"));
    }

    @Test
    void notThoseThatCannotHearLive() throws Exception {
        write("hears.yaml", "hears", CAUSAL);
        write("looks-ahead.yaml", "looks-ahead", "{normalised: {}}");
        Files.writeString(folder.resolve("other.yaml"), "no: scenario");
        SiblingScenarios siblings = new SiblingScenarios(live(write("a.yaml", "one", CAUSAL), Map.of()), Runnable::run);

        assertEquals(List.of("one", "hears"), siblings.names());
        assertThrows(IllegalArgumentException.class, () -> siblings.open("looks-ahead"));
    }

    @Test
    void oneWhoseNameIsTakenIsKnownByItsFile() throws Exception {
        write("a.yaml", "one", CAUSAL);
        write("c.yaml", "two", CAUSAL);
        SiblingScenarios siblings = new SiblingScenarios(live(write("b.yaml", "one", CAUSAL), Map.of()), Runnable::run);

        assertEquals(List.of("one", "a.yaml", "two"), siblings.names());
        assertEquals(
                "a.yaml",
                siblings.open("a.yaml").scenario().file().getFileName().toString());
    }

    @Test
    void ofManyFilesTheFirstByName() throws Exception {
        for (int i = 10; i < 65; i++) {
            write("s" + i + ".yaml", "n" + i, CAUSAL);
        }
        SiblingScenarios siblings = new SiblingScenarios(live(folder.resolve("s64.yaml"), Map.of()), Runnable::run);

        assertEquals(51, siblings.names().size());
        assertEquals(List.of("n64", "n10", "n11"), siblings.names().subList(0, 3));
    }

    /** A session shows its first picture before the folder has been looked through. */
    @Test
    void namesAreGivenAtOnce() throws Exception {
        SiblingScenarios siblings = new SiblingScenarios(live(GALLERY.resolve("pitch.yaml"), Map.of()), task -> {});

        assertEquals(List.of("live-pitch"), siblings.names());
    }
}
