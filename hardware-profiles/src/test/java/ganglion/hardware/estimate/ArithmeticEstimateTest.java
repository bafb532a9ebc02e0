package ganglion.hardware.estimate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.hardware.chip.HardwareProfile;
import ganglion.hardware.chip.HardwareProfile.Arithmetic;
import ganglion.hardware.chip.NumberFormat;
import ganglion.hardware.library.ProfileLibrary;
import ganglion.hardware.metrics.HandNetwork;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The hand network on energies of arithmetic: 21 products of 32 bits; two passes. */
class ArithmeticEstimateTest {

    private static HardwareProfile ideal() throws Exception {
        return ProfileLibrary.find("ideal-45nm");
    }

    private static DecisionEstimate estimate(long multiplyAdds) throws Exception {
        DenseTask task = DenseTask.artificial(HandNetwork.network(), HandNetwork.numbers(), NumberFormat.FLOAT32, 2);
        return DenseEstimate.of(ideal(), task, ToyDevices.second(multiplyAdds), ToyDevices.surroundings(1.2))
                .orElseThrow();
    }

    @Test
    void countsProductsAndTheTrafficOfWeightsAndActivationsInEachPass() throws Exception {
        Arithmetic arithmetic = ideal().conventional().arithmetic().get(NumberFormat.FLOAT32);
        double access = ideal().conventional().memory().get(0).access().value();
        // 84 bytes of weights and 52 of activations, in words of eight.
        double pass = 21 * (arithmetic.add().value() + arithmetic.multiply().value()) + (11 + 7) * access;

        assertEquals(2 * pass, estimate(0).energy(Boundary.MARGINAL).joules().orElseThrow(), 1e-18);
    }

    @Test
    void thereIsNoDeviceThatWouldTakeTimeOrIdle() throws Exception {
        DecisionEstimate found = estimate(0);

        assertTrue(found.energy(Boundary.ACTIVE).joules().isEmpty());
        assertTrue(found.energy(Boundary.ALWAYS_ON).joules().isEmpty());
        assertEquals(Optional.empty(), found.inTime());
    }

    @Test
    void aFrontEndIsNoPartOfIt() throws Exception {
        assertTrue(estimate(100).energy(Boundary.MARGINAL).joules().isEmpty());
    }

    @Test
    void aChipOfSpikesHasNoDenseNetwork() throws Exception {
        DenseTask task = DenseTask.artificial(HandNetwork.network(), HandNetwork.numbers(), NumberFormat.INT8, 1);

        assertEquals(
                Optional.empty(),
                DenseEstimate.of(
                        ProfileLibrary.find("loihi"), task, ToyDevices.second(0), ToyDevices.surroundings(1.2)));
    }
}
