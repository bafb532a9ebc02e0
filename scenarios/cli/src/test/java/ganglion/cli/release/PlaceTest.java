package ganglion.cli.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The group and the address of the project change in one act. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the scripts are for sh")
final class PlaceTest {

    @TempDir
    private Path folder;

    @Test
    void isSetInAllFiles() throws IOException, InterruptedException {
        ReleaseTree tree = new ReleaseTree(folder);
        tree.write(
                "docs/other.md",
                "org.example:ganglion-api, orgXexample, https://example.org/owner/ganglion.git, https://example.org/owner\n");
        tree.commitAll("More");

        assertEquals(
                0,
                tree.run("place", "io.github.me", "https://github.com/me/ganglion")
                        .code());

        assertEquals(
                List.of("io.github.me https://github.com/me/ganglion"),
                tree.run("place").lines());
        assertEquals(
                "io.github.me:ganglion-api, orgXexample, https://github.com/me/ganglion.git, https://github.com/me\n",
                tree.read("docs/other.md"));
        for (String pom : List.of("packaging/bom/pom.xml", "pom.xml", "kernel/pom.xml")) {
            assertTrue(tree.read(pom).contains("<groupId>io.github.me</groupId>"), pom);
        }
    }

    @Test
    void mayBeginLikeTheOldOne() throws IOException, InterruptedException {
        ReleaseTree tree = new ReleaseTree(folder);
        tree.write("docs/other.md", "https://example.org/owner/ganglion/issues of https://example.org/owner\n");
        tree.commitAll("More");

        tree.run("place", "org.example.sound", "https://example.org/owners/ganglion-sim");

        assertEquals(
                List.of("org.example.sound https://example.org/owners/ganglion-sim"),
                tree.run("place").lines());
        assertEquals(
                "https://example.org/owners/ganglion-sim/issues of https://example.org/owners\n",
                tree.read("docs/other.md"));
    }

    @Test
    void whatIsNoPlaceIsRefused() throws IOException, InterruptedException {
        ReleaseTree tree = new ReleaseTree(folder);

        assertTrue(tree.run("place", "me", "https://github.com/me/ganglion").has("found me, expected a group"));
        assertTrue(tree.run("place", "io.github.me", "github.com/me").has("found github.com/me, expected an address"));
        assertEquals(List.of(), tree.git("status", "--porcelain").lines());
    }
}
