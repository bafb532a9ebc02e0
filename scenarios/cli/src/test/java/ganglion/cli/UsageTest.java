package ganglion.cli;

import static ganglion.cli.CommandLineUnderTest.ganglion;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.cli.CommandLineUnderTest.Outcome;
import ganglion.cli.terminal.ExitCode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How the command line treats its words, before any work begins. */
final class UsageTest {

    @Test
    void aMisspeltVerbIsAnsweredWithTheOneMeant() {
        ganglion("rnu", "a.yaml").assertRefusedInOneLine("there is no command rnu", "did you mean \"run\"?");
    }

    @Test
    void aMisspeltOptionIsAnsweredWithTheOneMeant() {
        ganglion("run", "--thread", "2", "a.yaml")
                .assertRefusedInOneLine(
                        "ganglion run", "--thread", "did you mean \"--threads\"?", "ganglion run --help");
    }

    @Test
    void aMisspeltOptionWithItsValueIsRecognised() {
        ganglion("run", "--sede=2", "a.yaml").assertRefusedInOneLine("did you mean \"--seed\"?");
    }

    @Test
    void aVerbWithoutItsFilesSaysWhatIsMissing() {
        ganglion("run").assertRefusedInOneLine("SCENARIO");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "2.5", "many", "1025", "99999999999", ""})
    void threadsAreWholeNumbersFromOneToTheMostThatAreStarted(String threads) {
        for (String verb : List.of("run", "test", "train")) {
            ganglion(verb, "--threads=" + threads, "a.yaml")
                    .assertRefusedInOneLine("--threads", "'" + threads + "'", "from 1 to 1024");
        }
    }

    @Test
    void epochsAreWholeNumbersFromOneToTheMostOfATraining() {
        ganglion("train", "--epochs=0", "a.yaml").assertRefusedInOneLine("--epochs", "'0'", "from 1 to 1000000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"run --out= a.yaml", "run", "profile new mine --out=", "train --all="})
    void anEmptyWordIsNoPath(String words) {
        List<Object> all = new ArrayList<>(List.of(words.split(" ")));
        if (!words.contains("=")) {
            all.add("");
        }
        ganglion(all.toArray()).assertRefusedInOneLine("found an empty path, expected a file or folder");
    }

    @Test
    void theHelpNamesEveryExitCode() {
        String help = ganglion("--help").out();

        Stream.of(ExitCode.values())
                .forEach(code -> assertTrue(help.matches("(?s).*Exit codes:.*\\b" + code.number() + "\\b.*"), help));
    }

    @Test
    void aNameThatTheLocaleCannotReadIsNoMissingFile() {
        ganglion("validate", "a\uFFFDb.yaml").assertRefusedInOneLine("expected a name in UTF-8");
    }

    @Test
    void aNameThatNoFileCanHaveIsRefusedInOurWords() {
        ganglion("run", "a.yaml", "--out=a\0b").assertRefusedInOneLine("no file can have");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0 s", "-1 s", "0"})
    void aTimeLimitIsATime(String limit) {
        ganglion("test", "--timeout=" + limit, "a.yaml").assertRefusedInOneLine("--timeout", "\"" + limit + "\"");
    }

    @Test
    void aSeedIsAWholeNumber() {
        ganglion("run", "--seed=7.5", "a.yaml").assertRefusedInOneLine("--seed", "7.5");
    }

    @Test
    void aSettingNeedsAValue() {
        ganglion("run", "--set", "/clock/tick", "a.yaml").assertRefusedInOneLine("--set", "/clock/tick");
    }

    @Test
    void benchmarksAreNotPartOfTheProgram() {
        ganglion("bench", "--json", "w1").assertRefusedInOneLine("ganglion bench", "./ganglion of a source tree");
    }

    @Test
    void schemaAndFilesExcludeEachOther() {
        ganglion("validate", "--schema", "a.yaml").assertRefusedInOneLine("--schema", "FILE");
    }

    @Test
    void validatingNothingIsNoValidation() {
        ganglion("validate").assertRefusedInOneLine("--schema", "FILE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "run",
                "validate",
                "hear",
                "compose",
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
