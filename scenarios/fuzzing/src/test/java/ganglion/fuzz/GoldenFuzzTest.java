package ganglion.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Golden rasters, compared with a run. */
final class GoldenFuzzTest {

    @RegisterExtension
    static final Target TARGET = Networks.golden("golden", "golden.csv");

    @RasterWords
    @FuzzTest
    void run(byte[] input) {
        TARGET.feed(input);
    }
}
