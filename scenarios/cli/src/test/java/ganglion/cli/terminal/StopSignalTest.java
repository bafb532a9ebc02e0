package ganglion.cli.terminal;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.documents.output.FileSet;
import ganglion.documents.output.MoveGate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What a signal does to a process that is moving results into place. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows ends a process without a signal that it could handle")
@Tag("slow")
class StopSignalTest {

    private static final int TERMINATED = 128 + 15;

    @TempDir
    private Path folder;

    @Test
    void aProcessDoesNotEndBetweenMovesThatBelongTogether() throws Exception {
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Moving.class.getName(),
                        folder.toString()))
                .inheritIO()
                .start();
        try {
            await().atMost(1, TimeUnit.MINUTES).until(() -> Files.exists(folder.resolve("weights")));

            process.destroy();

            assertTrue(process.waitFor(1, TimeUnit.MINUTES));
            assertEquals(TERMINATED, process.exitValue());
            assertTrue(Files.exists(folder.resolve("scenario")), "moved with the weights");
            assertTrue(Files.notExists(folder.resolve("later")), "not begun before the signal");
        } finally {
            process.destroyForcibly();
        }
    }

    /** A process that moves a second file once the signal has come, and would then write a third one. */
    static final class Moving {

        private Moving() {}

        public static void main(String[] words) throws IOException {
            Path folder = Path.of(words[0]);
            new StopSignal(Console.ofProcess()).install();
            MoveGate.pass(() -> {
                Files.createFile(folder.resolve("weights"));
                await().atMost(1, TimeUnit.MINUTES).until(Moving::isEndWaiting);
                Files.createFile(folder.resolve("scenario"));
            });
            try (FileSet later = new FileSet()) {
                later.fill(folder.resolve("later"), Files::createFile);
                later.publish();
            }
        }

        private static boolean isEndWaiting() {
            return Thread.getAllStackTraces().keySet().stream()
                    .anyMatch(thread ->
                            thread.getName().equals("ganglion-stop") && thread.getState() == Thread.State.WAITING);
        }
    }
}
