package ganglion.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.api.extension.RegisterExtension;

/** NIR graphs. */
final class NirFuzzTest {

    @RegisterExtension
    static final Target TARGET = new Target("nir", "net.nir")
            .command("import", "@net.nir", "--tick", "1ms", "--reset", "subtract", "--out", "@out/net.yaml");

    @FuzzTest
    void importIt(byte[] input) {
        TARGET.feed(input);
    }
}
