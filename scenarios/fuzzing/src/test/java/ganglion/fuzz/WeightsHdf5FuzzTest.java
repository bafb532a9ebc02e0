package ganglion.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Weights of a projection in an HDF5 file. */
final class WeightsHdf5FuzzTest {

    @RegisterExtension
    static final Target TARGET = Networks.weights("weights-hdf5", "weights.h5", "#/weights/in-to-out");

    @FuzzTest
    void validate(byte[] input) {
        TARGET.feed(input);
    }
}
