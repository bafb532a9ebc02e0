package ganglion.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The spikes in run directories. */
final class RunSpikesFuzzTest {

    @RegisterExtension
    static final Target TARGET = Runs.target("run-spikes", "run/spikes.csv");

    @RasterWords
    @FuzzTest
    void cost(byte[] input) {
        TARGET.feed(input);
    }
}
