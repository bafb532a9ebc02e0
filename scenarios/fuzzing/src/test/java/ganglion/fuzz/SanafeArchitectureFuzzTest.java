package ganglion.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Architectures of SANA-FE. */
final class SanafeArchitectureFuzzTest {

    @RegisterExtension
    static final Target TARGET = new Target("sanafe-architecture", "chip.yaml")
            .editing(SanafeArchitectureFuzzTest.class)
            .beside("net.yaml", () -> Corpus.file("SanafeNetworkFuzzTestInputs/pair"))
            .command("import", "@net.yaml", "--architecture", "@chip.yaml", "--out", "@out/net.yaml");

    @FuzzTest
    void importIt(byte[] input) {
        TARGET.feed(input);
    }
}
