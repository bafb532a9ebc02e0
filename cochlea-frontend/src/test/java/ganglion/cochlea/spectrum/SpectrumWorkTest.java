package ganglion.cochlea.spectrum;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ganglion.cochlea.operation.OperationCounts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpectrumWorkTest {

    /** Decimation in time, as the textbook has it: two transforms of half the size, then a butterfly for each pair. */
    private static long butterflies(int points) {
        return points == 1 ? 0 : 2 * butterflies(points / 2) + points / 2;
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 4, 8, 16, 512, 1024, 2048, 4096})
    void transformOfAPowerOfTwoIsTheTextbooksAndItsSplit(int size) {
        assertEquals(
                OperationCounts.NONE.andButterflies(butterflies(size / 2) + size / 2),
                TransformWork.ofRealTransform(size));
    }

    /** 200 points by radices 4, 2, 5 and 5: 200 + 100 butterflies, then twice 40 sums of 25 products and 4 turns. */
    @Test
    void oddRadicesTakeAProductForEachPair() {
        assertEquals(
                OperationCounts.NONE.andButterflies(200 + 100 + 200).andMultiplyAdds(2 * 40 * 4 * (25 + 4)),
                TransformWork.ofRealTransform(400));
    }

    /** Two transforms of 256 complex points, 256 products, 74 real and 37 complex samples times a chirp. */
    @Test
    void largePrimesTakeAConvolution() {
        assertEquals(
                OperationCounts.NONE.andButterflies(2 * 128 * 8).andMultiplyAdds(4 * 256 + 2 * 74 + 4 * 37),
                TransformWork.ofRealTransform(74));
    }

    @Test
    void powersTakeAMagnitudeAndAFactorForEachBin() {
        assertEquals(
                OperationCounts.NONE.andButterflies(4 + 4).andMagnitudes(5).andMultiplyAdds(5),
                PowerSpectrum.operationsOfTransform(8));
    }

    /** Bins 100 Hz apart, triangles from 50 to 250, 150 to 350 and 250 to 450 Hz: each covers two bins. */
    @Test
    void bandsTakeAProductForEachBinUnderATriangle() {
        MelFilterBank bank = new MelFilterBank(MelParameters.of(3).withRange(50, 450), 1000, 10);

        assertEquals(OperationCounts.NONE.andMultiplyAdds(6), bank.operationsPerFrame());
    }

    @Test
    void bandsTakeAProductForEachWeight() {
        MelFilterBank bank = new MelFilterBank(MelParameters.of(128).withRange(100, 2500), 16_000, 2048);
        long weights = 0;
        for (int band = 0; band < bank.bands(); band++) {
            for (int bin = 0; bin < bank.bins(); bin++) {
                weights += bank.weight(band, bin) == 0 ? 0 : 1;
            }
        }

        assertEquals(weights, bank.operationsPerFrame().multiplyAdds());
    }

    /** Two sums and two differences, then three products for each coefficient. */
    @Test
    void cosineTransformTakesHalfOfTheProducts() {
        assertEquals(OperationCounts.NONE.andMultiplyAdds(4 + 9), CepstralCoefficients.operationsPerFrame(5, 3));
    }
}
