package ganglion.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What only a process of its own shows: exit codes, what loggers say, pipes that close and disks that are full. */
@Tag("slow")
final class ProcessTest {

    @TempDir
    private Path temporary;

    private ScenarioOnDisk scenario;

    @BeforeEach
    void writeAScenario() throws IOException {
        scenario = new ScenarioOnDisk(temporary.resolve("scenario"));
    }

    private Path out() {
        return temporary.resolve("out");
    }

    private static Ended end(ProcessBuilder builder) throws IOException, InterruptedException {
        return end(builder.start());
    }

    private static Ended end(Process process) throws IOException, InterruptedException {
        String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(1, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IllegalStateException("the process does not end");
        }
        return new Ended(process.exitValue(), err.lines().toList());
    }

    private record Ended(int code, List<String> errorLines) {}

    @Test
    void badUsageEndsWithTwo() throws Exception {
        Ended ended = end(new ProcessBuilder(GanglionProcess.command("run")));

        assertEquals(2, ended.code());
        assertEquals(1, ended.errorLines().size(), ended::toString);
    }

    @Test
    void noLibrarySpeaksWhileARunIsFine() throws Exception {
        File stdout = temporary.resolve("stdout").toFile();

        Ended ended = end(new ProcessBuilder(GanglionProcess.command("run", scenario.file(), "--out", out(), "--json"))
                .redirectOutput(stdout));

        assertEquals(0, ended.code(), ended::toString);
        assertEquals(List.of(), ended.errorLines());
        assertEquals(
                "ganglion-run",
                new ObjectMapper().readTree(stdout).get("format").asText());
    }

    @Test
    void anExpectationThatDoesNotHoldEndsWithOne() throws Exception {
        scenario.with("between: [3, 3]", "between: [10, 40]");

        Ended ended = end(new ProcessBuilder(GanglionProcess.command("run", scenario.file(), "--out", out()))
                .redirectOutput(temporary.resolve("stdout").toFile()));

        assertEquals(1, ended.code(), ended::toString);
    }

    @Test
    void aReaderThatLeavesIsNoError() throws Exception {
        Process process = new ProcessBuilder(GanglionProcess.command("validate", "--schema")).start();
        process.getInputStream().close();

        Ended ended = end(process);

        assertEquals(0, ended.code(), ended::toString);
        assertEquals(List.of(), ended.errorLines());
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aFullDiskUnderStandardOutputIsToldInOneLine() throws Exception {
        Ended ended = end(new ProcessBuilder(GanglionProcess.command("validate", "--schema"))
                .redirectOutput(new File("/dev/full")));

        assertEquals(2, ended.code(), ended::toString);
        assertEquals(1, ended.errorLines().size(), ended::toString);
        assertTrue(ended.errorLines().get(0).startsWith("standard output: "), ended::toString);
    }

    /** A quota of 4 KiB for a file stands for a disk that fills while the report is written. */
    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows has no ulimit")
    void aDiskThatFillsLeavesNothingBehind() throws Exception {
        List<String> limited = new ArrayList<>(List.of("sh", "-c", "ulimit -f 8; exec \"$@\"", "sh"));
        limited.addAll(GanglionProcess.command("run", scenario.file(), "--out", out()));

        Ended ended = end(new ProcessBuilder(limited));

        assertEquals(2, ended.code(), ended::toString);
        assertEquals(1, ended.errorLines().size(), ended::toString);
        assertTrue(ended.errorLines().get(0).startsWith(out() + ": "), ended::toString);
        assertFalse(Files.exists(out()));
        try (Stream<Path> left = Files.list(temporary)) {
            assertEquals(
                    List.of("scenario"),
                    left.map(file -> file.getFileName().toString()).toList());
        }
    }
}
