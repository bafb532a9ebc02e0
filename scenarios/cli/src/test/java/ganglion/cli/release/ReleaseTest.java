package ganglion.cli.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.cli.release.ReleaseTree.Said;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A release is cut as a whole or not at all; the group and the address of the project change in one act. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the scripts are for sh")
final class ReleaseTest {

    @TempDir
    private Path folder;

    private ReleaseTree tree;

    @BeforeEach
    void growATree() throws IOException, InterruptedException {
        tree = new ReleaseTree(folder);
    }

    @Test
    void commitsTagsAndBuildsInOneGo() throws IOException, InterruptedException {
        Said said = tree.run("cut", "0.2.0", "--date", "2026-12-01", "--next", "1.0.0-SNAPSHOT");

        assertEquals(0, said.code(), said::toString);
        assertEquals(
                List.of("Work on 1.0.0-SNAPSHOT begins", "Ganglion 0.2.0", "Begin"),
                tree.git("log", "--format=%s").lines());
        Said tag = tree.git("tag", "-l", "--format=%(contents)", "v0.2.0");
        assertTrue(tag.has("- Two.") && !tag.has("Old"), tag::toString);
        assertEquals(List.of(), tree.git("status", "--porcelain").lines());
        assertEquals("0.2.0\n", tree.read("target/release-0.2.0/ganglion-0.2.0.zip"));
        assertTrue(
                tree.read("target/release-0.2.0/SHA256SUMS")
                        .matches("([0-9a-f]{64}  ganglion-0\\.2\\.0(-py3-none-any\\.whl|-site\\.zip|\\.zip)\n){3}"),
                said::toString);
        assertEquals("1.0.0-SNAPSHOT", tree.run("version").lines().get(0));
        assertTrue(tree.read("python/pyproject.toml").contains("\nversion = \"1.0.0.dev0\"\nother = \"0.1.0.dev0\"\n"));
        assertTrue(tree.read("CITATION.cff").contains("\nversion: 0.2.0\ndate-released: 2026-12-01\n"));
        assertTrue(tree.read("CHANGELOG.md")
                .contains("## [Unreleased]\n\n## [0.2.0] - 2026-12-01\n\n### Breaking\n\n- One.\n\n### Sound"));

        tree.git("checkout", "--quiet", "v0.2.0");
        for (String pom : List.of("packaging/bom/pom.xml", "pom.xml", "kernel/pom.xml")) {
            assertTrue(tree.read(pom).contains("<version>0.2.0</version>"), pom);
        }
        assertTrue(tree.read("pom.xml").contains("<project.build.outputTimestamp>2026-12-01T00:00:00Z<"));
        assertEquals(
                "`org.example:ganglion-kernel:0.2.0`, ganglion-0.2.0.zip, other 0.1.0\n", tree.read("docs/page.md"));
        assertEquals(
                "GANGLION_VERSION: 0.2.0\nGANGLION_RELEASE: https://example.org/download/v0.2.0\n",
                tree.read("docs/examples/ci/some.yml"));
    }

    @Test
    void aDryRunAndABuildThatFailsLeaveAllAsItWas() throws IOException, InterruptedException {
        Map<String, List<String>> before = tree.state();
        Said dry = tree.run("cut", "0.2.0", "--date", "2026-12-01", "--dry-run");
        assertEquals(0, dry.code(), dry::toString);
        assertTrue(dry.has("would tag it v0.2.0, with the 2 entries"), dry::toString);
        assertEquals(before, tree.state());

        tree.writeMaven("echo something broke; exit 1");
        Said failed = tree.run("cut", "0.2.0");
        assertEquals(1, failed.code(), failed::toString);
        assertTrue(failed.has("something broke") && failed.has("nothing has changed"), failed::toString);
        assertEquals(before, tree.state());
    }

    @Test
    void aBranchThatMovedMeanwhileIsLeftAlone() throws IOException, InterruptedException {
        tree.writeMaven("mkdir -p scenarios/cli/target && : >scenarios/cli/target/ganglion-0.2.0.zip && git -C '"
                + folder.resolve("a project") + "' commit --quiet --allow-empty -m Meanwhile");

        Said said = tree.run("cut", "0.2.0");

        assertEquals(2, said.code(), said::toString);
        assertTrue(said.has("has changed meanwhile"), said::toString);
        assertEquals(List.of(), tree.git("tag").lines());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cut v0.2 | found v0.2, expected a version",
                "cut 0.2.0 --next 0.3 | found 0.3, expected a version",
                "cut 0.0.9 | the tag v0.0.9 is there already",
                "place me https://github.com/me/ganglion | found me, expected a group",
                "place io.github.me github.com/me | found github.com/me, expected an address"
            })
    void whatIsWrongIsNamed(String line, String problem) throws IOException, InterruptedException {
        tree.git("tag", "v0.0.9");

        Said said = tree.run(line.split(" "));

        assertEquals(2, said.code());
        assertTrue(said.has(problem), said::toString);
        assertEquals(List.of(), tree.git("status", "--porcelain").lines());
    }

    @Test
    void aSectionThatIsNotInOrderIsRefused() throws IOException, InterruptedException {
        Map<String, String> problems = Map.of(
                "### Sound\n\n- One.\n\n### Breaking\n\n- Two.\n", "the area Breaking is not the first",
                "### Sound\n\n- One.\n\n### Sound\n\n- Two.\n", "the area Sound is there twice",
                "### Sound\n", "the area Sound has no entry",
                "", "nothing to release");
        for (Map.Entry<String, String> problem : problems.entrySet()) {
            tree.write("CHANGELOG.md", ReleaseTree.changes(problem.getKey()));
            tree.commitAll(problem.getValue());

            assertTrue(tree.run("cut", "0.2.0").has(problem.getValue()), problem::getValue);
        }
        assertEquals(List.of(), tree.git("tag").lines());
    }

    /** The new address begins like the old one. */
    @Test
    void thePlaceIsSetInAllFiles() throws IOException, InterruptedException {
        tree.write("docs/other.md", "org.example:ganglion-api, orgXexample, https://example.org/owner/ganglion.git\n");
        tree.commitAll("More");

        tree.run("place", "org.example.sound", "https://example.org/owners/ganglion-sim");

        assertEquals(
                List.of("org.example.sound https://example.org/owners/ganglion-sim"),
                tree.run("place").lines());
        assertEquals(
                "org.example.sound:ganglion-api, orgXexample, https://example.org/owners/ganglion-sim.git\n",
                tree.read("docs/other.md"));
        for (String pom : List.of("packaging/bom/pom.xml", "pom.xml", "kernel/pom.xml")) {
            assertTrue(tree.read(pom).contains("<groupId>org.example.sound</groupId>"), pom);
        }
    }
}
