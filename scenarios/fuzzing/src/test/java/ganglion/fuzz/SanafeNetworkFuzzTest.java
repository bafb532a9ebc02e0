package ganglion.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Mapped networks of SANA-FE. */
final class SanafeNetworkFuzzTest {

    @RegisterExtension
    static final Target TARGET = new Target("sanafe-network", "net.yaml")
            .editing(SanafeNetworkFuzzTest.class)
            .beside("chip.yaml", () -> Corpus.file("SanafeArchitectureFuzzTestInputs/two-tiles"))
            .command("import", "@net.yaml", "--architecture", "@chip.yaml", "--out", "@out/net.yaml");

    @FuzzTest
    void importIt(byte[] input) {
        TARGET.feed(input);
    }
}
