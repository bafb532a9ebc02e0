package ganglion.scenario.nodes.command;

import static ganglion.cli.CommandLineUnderTest.ganglion;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.cli.NoisyScenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Options of nodes, without nodes. */
final class NodeOptionsTest {

    private static final Pattern OPTION = Pattern.compile("`(--[a-z-]+)[^`]*`");

    @TempDir
    private static Path folder;

    @BeforeAll
    static void writeAScenario() throws IOException {
        Files.writeString(folder.resolve("noisy.yaml"), NoisyScenario.text("1 s"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "--listen 127.0.0.1:0 | --listen: found no --cluster, expected one",
                "IN/noisy.yaml --nodes 2 | --nodes: found 2 scenarios, expected one",
                "--cluster nowhere | --cluster: found 'nowhere', expected HOST:PORT with a port from 0 to 65535",
                "--cluster 127.0.0.1:2550 | --cluster: found no --nodes, expected the number of nodes",
                "--nodes 0 | --nodes: found '0', expected a whole number from 1 to 1000",
                "--cluster nowhere.invalid:2550 --nodes 2 | --cluster: found no address of the name nowhere.invalid"
            })
    void areRefusedInOneLine(String words, String message) {
        Object[] line = Arrays.stream(("run IN/noisy.yaml " + words).split(" "))
                .map(word -> word.replace("IN", folder.toString()))
                .toArray();

        ganglion(line).assertRefusedInOneLine(message);
    }

    @Test
    void everyOptionOfThePageOfCommandsExists() throws IOException {
        String help = ganglion("run", "--help").out()
                + ganglion("node", "--help").out()
                + ganglion("hear", "--help").out()
                + ganglion("cost", "--help").out()
                + ganglion("diff", "--help").out()
                + ganglion("why", "--help").out()
                + ganglion("profile", "new", "--help").out()
                + ganglion("profile", "accuracy", "--help").out()
                + ganglion("profile", "validate", "--help").out();
        Matcher options = OPTION.matcher(Files.readString(Path.of("../../docs/user/commands.md")));

        int count = 0;
        while (options.find()) {
            count++;
            boolean known = help.contains(options.group(1))
                    || Set.of("--schema", "--task").contains(options.group(1));
            assertTrue(known, options.group(1));
        }
        assertTrue(count > 8, "the page names " + count + " options");
    }
}
