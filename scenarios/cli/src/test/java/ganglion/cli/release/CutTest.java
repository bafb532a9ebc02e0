package ganglion.cli.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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

/** A release is cut as a whole or not at all. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the scripts are for sh")
final class CutTest {

    @TempDir
    private Path folder;

    private ReleaseTree tree;

    @BeforeEach
    void growATree() throws IOException, InterruptedException {
        tree = new ReleaseTree(folder);
    }

    @Test
    void commitsTagsAndBuildsInOneGo() throws IOException, InterruptedException {
        Said said = tree.run("cut", "0.2.0", "--date", "2026-12-01");

        assertEquals(0, said.code(), said::toString);
        assertEquals(
                List.of("Work on 0.3.0-SNAPSHOT begins", "Ganglion 0.2.0", "Begin"),
                tree.git("log", "--format=%s").lines());
        assertEquals(List.of("tag"), tree.git("cat-file", "-t", "v0.2.0").lines());
        assertTrue(tree.git("tag", "-l", "--format=%(contents)", "v0.2.0").has("- Two."));
        assertFalse(tree.git("tag", "-l", "--format=%(contents)", "v0.2.0").has("Old"));
        assertEquals(List.of(), tree.git("status", "--porcelain").lines());
        assertEquals(1, tree.git("worktree", "list").lines().size());
        assertEquals("0.2.0\n", tree.read("target/release-0.2.0/ganglion-0.2.0.zip"));
        assertTrue(
                tree.read("target/release-0.2.0/SHA256SUMS")
                        .matches(
                                "[0-9a-f]{64}  ganglion-0\\.2\\.0-py3-none-any\\.whl\n"
                                        + "[0-9a-f]{64}  ganglion-0\\.2\\.0-site\\.zip\n[0-9a-f]{64}  ganglion-0\\.2\\.0\\.zip\n"),
                () -> String.valueOf(said));
    }

    @Test
    void theTagHasTheVersionEverywhereAndTheBranchTheNext() throws IOException, InterruptedException {
        tree.run("cut", "0.2.0", "--date", "2026-12-01", "--next", "1.0.0-SNAPSHOT");

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
        assertTrue(tree.read("python/pyproject.toml").contains("\nversion = \"0.2.0\"\n"));
        assertEquals(
                "GANGLION_VERSION: 0.2.0\nGANGLION_RELEASE: https://example.org/download/v0.2.0\n",
                tree.read("docs/examples/ci/some.yml"));
    }

    @Test
    void aDryRunTellsAndChangesNothing() throws IOException, InterruptedException {
        Map<String, List<String>> before = tree.state();

        Said said = tree.run("cut", "0.2.0", "--date", "2026-12-01", "--dry-run");

        assertEquals(0, said.code(), said::toString);
        assertTrue(said.has("+## [0.2.0] - 2026-12-01"), said::toString);
        assertTrue(said.has("would tag it v0.2.0, with the 2 entries"), said::toString);
        assertEquals(before, tree.state());
    }

    @Test
    void aBuildThatFailsLeavesAllAsItWas() throws IOException, InterruptedException {
        tree.writeMaven("echo something broke; exit 1");
        Map<String, List<String>> before = tree.state();

        Said said = tree.run("cut", "0.2.0");

        assertEquals(1, said.code(), said::toString);
        assertTrue(said.has("something broke") && said.has("nothing has changed"), said::toString);
        assertEquals(before, tree.state());
    }

    @Test
    void aBranchThatMovedMeanwhileIsLeftAlone() throws IOException, InterruptedException {
        tree.writeMaven("mkdir -p scenarios/cli/target && : >scenarios/cli/target/ganglion-0.2.0.zip && git -C '"
                + folder.resolve("a project") + "' commit --quiet --allow-empty -m Meanwhile");

        Said said = tree.run("cut", "0.2.0");

        assertEquals(2, said.code(), said::toString);
        assertTrue(said.has("has changed meanwhile"), said::toString);
        assertEquals(
                List.of("Meanwhile", "Begin"), tree.git("log", "--format=%s").lines());
        assertEquals(List.of(), tree.git("tag").lines());
        assertFalse(tree.has("target/release-0.2.0"));
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

            Said said = tree.run("cut", "0.2.0");

            assertEquals(2, said.code());
            assertTrue(said.has(problem.getValue()), said::toString);
        }
        assertEquals(List.of(), tree.git("tag").lines());
    }

    @Test
    void whatStandsInTheWayIsNamed() throws IOException, InterruptedException {
        assertTrue(tree.run("cut", "v0.2").has("found v0.2, expected a version"));
        assertTrue(tree.run("cut", "0.2.0", "--next", "0.3").has("found 0.3, expected a version"));
        tree.git("tag", "v0.2.0");
        assertTrue(tree.run("cut", "0.2.0").has("the tag v0.2.0 is there already"));
        tree.write("kernel/more", "");
        assertTrue(tree.run("cut", "0.3.0").has("the tree is not clean"));
    }
}
