package ganglion.scenario.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ganglion.documents.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScenarioFinderTest {

    @TempDir
    private Path folder;

    private SuiteFixture fixture;

    @BeforeEach
    void fixture() {
        fixture = new SuiteFixture(folder);
    }

    private List<String> found(Path... paths) throws InputException {
        return ScenarioFinder.find(List.of(paths)).stream()
                .map(file -> folder.relativize(file).toString())
                .toList();
    }

    @Test
    void findsScenariosInAllFoldersInOrder() throws InputException {
        fixture.write("b/two.yml", SuiteFixture.scenario("two", ""));
        fixture.write("a/one.yaml", SuiteFixture.scenario("one", ""));
        fixture.write("c.json", "{\"scenario\": \"three\", \"extends\": \"a/one.yaml\"}");

        assertEquals(List.of("a/one.yaml", "b/two.yml", "c.json"), found(folder));
    }

    @Test
    void leavesOtherDocumentsAlone() throws InputException {
        fixture.write("profile.yaml", "profile: mine\n");
        fixture.write("base.yaml", "clock: {tick: 1 ms}\n");
        fixture.write("talk.yaml", "scenario: somebody else's word\n");
        fixture.write("data.json", "{}");
        fixture.write(
                "run/result.json", "{\"format\": \"ganglion-run\", \"scenario\": {\"name\": \"x\"}, \"network\": {}}");
        fixture.write("readme.md", SuiteFixture.scenario("no", ""));
        fixture.write("binary.yaml", "\u0000\u0001");

        assertEquals(List.of(), found(folder));
    }

    /** Otherwise a slip in the syntax would take a test out of the suite without a word. */
    @Test
    void findsAScenarioThatIsBroken() throws InputException {
        fixture.write("broken.yaml", "scenario: broken\nclock: {tick: [\n");

        assertEquals(List.of("broken.yaml"), found(folder));
    }

    @Test
    void passesOverWhatBuildsAndRunsWriteAndWhatIsHidden() throws InputException {
        for (String hidden : List.of("target/x.yaml", "runs/y.yaml", ".git/z.yaml", "a/.hidden.yaml")) {
            fixture.write(hidden, SuiteFixture.scenario("no", ""));
        }

        assertEquals(List.of(), found(folder));
        assertEquals(List.of("target/x.yaml"), found(folder.resolve("target")), "named by the user");
    }

    @Test
    void takesFilesThatAreNamedAsTheyAreAndOnce() throws InputException {
        Path file = fixture.write("any.txt", "whatever");

        assertEquals(List.of("any.txt"), found(file, folder.resolve("./any.txt"), file));
    }

    @Test
    void followsNoLinks() throws Exception {
        fixture.write("elsewhere/a.yaml", SuiteFixture.scenario("a", ""));
        Path inside = Files.createDirectories(folder.resolve("inside"));
        try {
            Files.createSymbolicLink(inside.resolve("loop"), folder);
        } catch (UnsupportedOperationException | IOException e) {
            return; // no links here, so none to follow
        }

        assertEquals(List.of(), found(inside));
    }

    @Test
    void saysWhichPathsAreNotThere() {
        InputException refusal = assertThrows(
                InputException.class,
                () -> ScenarioFinder.find(List.of(Path.of("nowhere"), folder, Path.of("nor-there.yaml"))));

        assertEquals(
                List.of("nowhere: there is no such file or folder", "nor-there.yaml: there is no such file or folder"),
                refusal.problems().stream().map(problem -> problem.oneLine()).toList());
    }
}
