package ganglion.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Scenario files. */
final class ScenarioFuzzTest {

    @RegisterExtension
    static final Target TARGET = new Target("scenario", "scenario.yaml")
            .editing(ScenarioFuzzTest.class)
            .beside("taps.csv", Networks.SPIKES)
            .beside("sound.wav", () -> Corpus.file("WaveFuzzTestInputs/mono-16-bit"))
            .command("validate", "@scenario.yaml");

    @FuzzTest
    void validate(byte[] input) {
        TARGET.feed(input);
    }
}
