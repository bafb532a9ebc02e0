package ganglion.cli.option;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The places that {@code --set} takes. */
class ScenarioOptionsTest {

    @Command
    private static final class Verb {

        @CommandLine.Mixin
        private final ScenarioOptions options = new ScenarioOptions();
    }

    private static Map<String, String> settings(String... words) {
        Verb verb = new Verb();
        new CommandLine(verb).parseArgs(words);
        return verb.options.overrides().reading().settings();
    }

    @Test
    void aVariableMayBeNamedWithoutAPointer() {
        assertEquals(
                Map.of("/variables/scale", "0.5", "/seed", "7"),
                settings("--set", "variables.scale=0.5", "--set", "/seed=7"));
    }
}
