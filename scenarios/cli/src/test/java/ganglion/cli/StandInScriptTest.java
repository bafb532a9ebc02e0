package ganglion.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The script that makes spoken digits, with programs in place of espeak-ng and Ganglion that only write what they are told. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows has no POSIX shell of its own")
final class StandInScriptTest {

    private static final Path RECIPES = Path.of("..", "gallery", "spiking-speech");

    @TempDir
    private Path folder;

    private record Ended(int code, String errors) {}

    @BeforeEach
    void copyTheScript() throws IOException {
        Files.copy(RECIPES.resolve("make-stand-in.sh"), folder.resolve("make-stand-in.sh"));
        Files.createDirectories(folder.resolve("bin"));
        program("ganglion", "echo heard > \"$4\"; case $2 in */test) exit 3; esac");
    }

    private void program(String name, String line) throws IOException {
        Path file = Files.writeString(folder.resolve("bin").resolve(name), "#!/bin/sh\n" + line + "\n");
        assertTrue(file.toFile().setExecutable(true));
    }

    private void voices(String... lines) throws IOException {
        Files.writeString(
                folder.resolve("voices.csv"), "number,part,accent,variant,pitch\n" + String.join("\n", lines) + "\n");
    }

    private Ended make(String launcher) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(
                "sh",
                folder.resolve("make-stand-in.sh").toString(),
                folder.resolve("out").toString());
        builder.environment().merge("PATH", folder.resolve("bin") + ":", (path, bin) -> bin + path);
        builder.environment()
                .put("GANGLION", folder.resolve("bin").resolve(launcher).toString());
        Process process =
                builder.redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        String errors = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), errors);
    }

    private List<String> made() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("out"))) {
            return files.map(Object::toString).toList();
        }
    }

    @Test
    void twoVoicesThatSoundAlikeAreRefused() throws Exception {
        // The accent en-gb says the same, whatever the variant, as that of espeak-ng 1.52 does.
        program("espeak-ng", "case $3 in en-gb*) echo en-gb;; *) echo \"$3\";; esac");
        voices("0,train,en-us,m1,50", "1,train,en-gb,m2,50", "2,test,en-us,f1,50");

        Ended ended = make("ganglion");

        assertEquals(1, ended.code(), ended::errors);
        assertEquals("voices.csv: en-gb and en-gb+m2 are the same voice\n", ended.errors());
        assertEquals(List.of(), made());
    }

    @Test
    void aFaultLeavesNoHalfOfTheSet() throws Exception {
        program("espeak-ng", "echo \"$3\"");
        voices("0,train,en-us,m1,50", "1,test,en-us,f1,50");

        Ended ended = make("ganglion");

        assertEquals(3, ended.code(), ended::errors);
        assertEquals(List.of(), made());
    }

    @Test
    void aMissingLauncherIsFoundBeforeAnySoundIsMade() throws Exception {
        program("espeak-ng", "exit 9");
        voices("0,train,en-us,m1,50");

        Ended ended = make("none");

        assertEquals(2, ended.code(), ended::errors);
        assertTrue(ended.errors().startsWith("found no launcher of Ganglion at "), ended::errors);
    }
}
