package ganglion.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.api.AfterAll;

/** Weights of a projection in an HDF5 file. */
final class WeightsHdf5FuzzTest {

    private static final Target TARGET = Networks.weights("weights-hdf5", "weights.h5", "#/weights/in-to-out");

    @FuzzTest
    void validate(byte[] input) {
        TARGET.feed(input);
    }

    @AfterAll
    static void report() {
        TARGET.report();
    }
}
