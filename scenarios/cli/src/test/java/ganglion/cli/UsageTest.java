package ganglion.cli;

import static ganglion.cli.CommandLineUnderTest.ganglion;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.cli.CommandLineUnderTest.Outcome;
import ganglion.cli.terminal.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How the command line treats its words, before any work begins. */
final class UsageTest {

    @Test
    void aMisspeltVerbIsAnsweredWithTheOneMeant() {
        ganglion("rnu", "a.yaml").assertRefusedInOneLine("there is no command rnu", "did you mean \"run\"?");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"nosuch --help", "--help nosuch", "help nosuch", "profile nosuch --help", "help profile nosuch"})
    void thereIsNoHelpForACommandThatThereIsNot(String words) {
        ganglion((Object[]) words.split(" ")).assertRefusedInOneLine("there is no command nosuch");
    }

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
    void aWordIsNoListOfWordsInAFile(@TempDir Path folder) throws IOException {
        Path words = Files.writeString(folder.resolve("words"), "profile\nlist\n");

        ganglion("@" + words).assertRefusedInOneLine("there is no command @" + words);
        ganglion("hear", "@" + words).assertRefusedInOneLine("@" + words + ": ");
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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "compose --count x | --count: found 'x', expected a whole number from ",
                "compose --rate= | --rate: found '', expected a whole number from ",
                "compose --seed 1.5 | --seed: found '1.5', expected a whole number ",
                "hear --rate= a.wav | --rate: found '', expected a number (see ",
                "hear --bits 1x a.wav | --bits: found '1x', expected a whole number from ",
                "run --quiet=x a.yaml | --quiet: found 'x', expected no value (see ",
                "run --seed -1 a.yaml | --seed: found ",
                "run --set a a.yaml | --set: found 'a', expected /POINTER=VALUE (see ",
                "run --seed | --seed: found no value, expected N (see ",
                "run --seed --out x | --seed: found no value, expected N (see ",
                "run --seed 1 --seed 2 a.yaml | --seed: found it twice, expected it once (see ",
                "run | found no SCENARIO, which is required (see ",
                "diff a | found no RUN_B, which is required (see ",
                "evaluate | found no --data DATA and no MODEL, which are required (see ",
                "train a.yaml --resume=x.checkpoint | --resume: found 'x.checkpoint', expected no value (see ",
                "cost a --steps 102 | --steps: found '102', expected a whole number from 1 to 101 (see ",
                "test --again x | --again: found 'x', expected never, cheap or always (see ",
                "compose --snr a | --snr: found 'a', expected a number from -200 to 200 (dB) (see "
            })
    void whatIsWrongWithAWordIsSaidInOurWords(String words, String said) {
        String verb = words.replaceFirst(" .*", "");
        ganglion((Object[]) words.split(" ")).assertRefusedInOneLine("ganglion " + verb + ": " + said);
    }

    @ParameterizedTest
    @ValueSource(strings = {"out.checkpoint", "checkpoint.zip", "."})
    void aTrainingIsResumedByItsDirectoryAndNotByAFile(String file) {
        ganglion("train", "a.yaml", "--resume", file, "--out", "out")
                .assertRefusedInOneLine(
                        "ganglion train: found " + file
                                + " among the experiments, and --resume takes no file; expected --out DIR, the training to go on with");
        ganglion("train", "a.yaml", "--resume", file)
                .assertRefusedInOneLine("found " + file + " among the experiments");
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
        ganglion("prepare").assertRefusedInOneLine("ganglion prepare", "found no launcher");
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
                "explore",
                "cascade",
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
