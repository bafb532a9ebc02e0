package ganglion.cli;

import static ganglion.cli.CommandLineUnderTest.ganglion;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.cli.CommandLineUnderTest.Outcome;
import ganglion.cli.terminal.ExitCode;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How the command line treats its words, before any work begins. */
final class UsageTest {

    @Test
    void helpShowsWhatTheCommandDoes() {
        for (String words : List.of("run", "profile show", "validate")) {
            Outcome asked = ganglion((Object[]) ("help " + words).split(" "));

            assertEquals(ExitCode.FINE, asked.code());
            assertEquals(ganglion((Object[]) (words + " --help").split(" ")).out(), asked.out());
            assertTrue(asked.out().contains("Usage: ganglion " + words), asked.out());
            assertFalse(asked.out().contains("Turns sound into spikes"), asked.out());
        }
        assertTrue(ganglion("help").out().contains("Turns sound into spikes"));
    }

    @Test
    void theHelpNamesEveryExitCode() {
        String help = ganglion("--help").out();

        Stream.of(ExitCode.values())
                .forEach(code -> assertTrue(help.matches("(?s).*Exit codes:.*\\b" + code.number() + "\\b.*"), help));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "run",
                "validate",
                "hear",
                "profile",
                "profile list",
                "profile show",
                "profile validate",
                "train",
                "evaluate",
                "compile"
            })
    void everyVerbHelpsWithExamplesAndExitCodes(String verb) {
        Outcome help = ganglion((Object[]) (verb + " --help").split(" "));

        help.assertFine();
        assertTrue(help.out().contains("Usage: ganglion " + verb), help.out());
        assertTrue(help.out().contains("Exit codes:\n  0     fine"), help.out());
        assertTrue(help.out().contains("Examples:\n  ganglion " + verb), help.out());
    }

    @Test
    void noVerbAtAllShowsTheVerbsAsAnError() {
        Outcome outcome = ganglion();

        assertEquals(ExitCode.BAD_INPUT, outcome.code());
        assertEquals("", outcome.out());
        assertTrue(outcome.err().contains("validate"), outcome.err());
    }

    @Test
    void theVersionNamesTheJavaItRunsOn() {
        Outcome version = ganglion("--version");

        version.assertFine();
        assertTrue(
                version.out()
                        .matches(
                                "(?s)ganglion \\d+\\.\\d+\\.\\d+.*\nJava " + System.getProperty("java.version") + ".*"),
                version.out());
    }
}
