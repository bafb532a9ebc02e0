package ganglion.cli;

import static ganglion.cli.CommandLineUnderTest.ganglion;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import ganglion.cli.CommandLineUnderTest.Outcome;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

final class CompletionTest {

    @TempDir
    private Path folder;

    private static String script(String shell) {
        Outcome outcome = ganglion("completion", shell);
        outcome.assertFine();
        return outcome.out();
    }

    /** What Bash offers for the last of some words. */
    private List<String> offered(String... words) throws Exception {
        Path script = Files.writeString(folder.resolve("completion.bash"), script("bash"));
        String asked = "source " + script + "; COMP_WORDS=(" + String.join(" ", words) + "); COMP_CWORD="
                + (words.length - 1) + "; COMP_LINE='" + String.join(" ", words) + "'; _complete_ganglion; "
                + "printf '%s\\n' \"${COMPREPLY[@]}\"";
        Process bash = new ProcessBuilder("bash", "-c", asked)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String out = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, bash.waitFor());
        return out.lines().map(String::strip).toList();
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows has no bash of its own")
    void bashCompletesCommandsAndOptions() throws Exception {
        assertEquals(List.of("evaluate"), offered("ganglion", "ev"));
        assertEquals(List.of("--threads"), offered("ganglion", "run", "--thr"));
        assertEquals(List.of("accuracy"), offered("ganglion", "profile", "ac"));
        assertFalse(offered("ganglion", "w").contains("worker"), "it is for Ganglion alone");
    }
}
