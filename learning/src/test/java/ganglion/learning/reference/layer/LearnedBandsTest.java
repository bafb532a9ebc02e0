package ganglion.learning.reference.layer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.cochlea.gain.DecibelDrive;
import ganglion.cochlea.spectrum.MelFilterBank;
import ganglion.cochlea.spectrum.MelNorm;
import ganglion.cochlea.spectrum.MelParameters;
import ganglion.cochlea.spectrum.MelScale;
import ganglion.cochlea.spectrum.Triangle;
import ganglion.cochlea.transfer.EarTransfer;
import ganglion.learning.FiniteDifferences;
import ganglion.learning.model.BandWeights;
import ganglion.learning.model.LayerShape;
import ganglion.learning.model.LearnedBands;
import ganglion.learning.model.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Learned bands: where they start, what keeps them in order, their levels, and their gradients. */
class LearnedBandsTest {

    private static final int RATE_HERTZ = 16_000;
    private static final int FFT_SIZE = 256;
    private static final int BINS = FFT_SIZE / 2 + 1;
    private static final int BANDS = 10;

    private static LearnedBands layer(MelScale scale, EarTransfer transfer) {
        return new LearnedBands(BANDS, 100, 7_000, scale, transfer, (double) RATE_HERTZ / FFT_SIZE, 90, 2);
    }

    private static LayerParameters parameters(LearnedBands layer, long seed) {
        List<Parameter> fresh = layer.createParameters(LayerShape.of(BINS), null);
        Random random = new Random(seed);
        fresh.forEach(each -> Arrays.setAll(each.values(), i -> seed == 0 ? 0 : random.nextDouble(-0.6, 0.6)));
        return new LayerParameters(fresh);
    }

    /** Powers of -120 dB to 0 dB. */
    private static Sequence spectra(long seed) {
        Random random = new Random(seed);
        return new Sequence(
                3,
                2,
                BINS,
                random.doubles(6L * BINS, -12, 0)
                        .map(level -> Math.pow(10, level))
                        .toArray());
    }

    @ParameterizedTest
    @EnumSource(MelScale.class)
    void theyStartAsTheEvenlySpacedBankOfTheFrontEnd(MelScale scale) {
        for (EarTransfer transfer : EarTransfer.values()) {
            LearnedBands layer = layer(scale, transfer);
            MelFilterBank bank = new MelFilterBank(
                    new MelParameters(BANDS, 100, 7_000, scale, MelNorm.NONE), RATE_HERTZ, FFT_SIZE, transfer);
            Sequence input = spectra(1);

            Sequence output = new LearnedBandsLayer(layer, BINS, parameters(layer, 0)).forward(input, true);

            for (int row = 0; row < input.rows(); row++) {
                double[] powers = new double[BANDS];
                bank.apply(Arrays.copyOfRange(input.values(), row * BINS, (row + 1) * BINS), powers, 0);
                double[] levels = Arrays.stream(powers)
                        .map(new DecibelDrive(90, 2)::drive)
                        .toArray();
                assertArrayEquals(levels, Arrays.copyOfRange(output.values(), row * BANDS, (row + 1) * BANDS), 1e-9);
            }
        }
    }

    @Test
    void peaksStayInOrderAndInTheRangeWhateverTheParametersAre() {
        LearnedBands layer = layer(MelScale.SLANEY, EarTransfer.FLAT);
        double gap = layer.rangeOf("gap").high();
        double width = layer.rangeOf("width").high();
        Random random = new Random(7);
        for (int trial = 0; trial < 200; trial++) {
            BandWeights weights = new BandWeights(layer, BINS);
            weights.set(
                    random.ints(BANDS + 1, 0, 3).mapToDouble(i -> (i - 1) * gap).toArray(),
                    random.ints(BANDS, 0, 3).mapToDouble(i -> (i - 1) * width).toArray());
            double before = 100;
            for (Triangle triangle : weights.triangles()) {
                assertTrue(triangle.peakHertz() > before, weights.triangles()::toString);
                assertTrue(triangle.lowHertz() >= 100 && triangle.highHertz() <= 7_000, triangle::toString);
                before = triangle.peakHertz();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(MelScale.class)
    void gradientsAreCentralDifferences(MelScale scale) {
        LearnedBands layer = layer(scale, EarTransfer.BS_1387);
        LayerParameters parameters = parameters(layer, 3);
        LearnedBandsLayer bands = new LearnedBandsLayer(layer, BINS, parameters);
        Sequence input = spectra(4);
        Random random = new Random(5);
        Sequence slopes =
                new Sequence(3, 2, BANDS, random.doubles(6L * BANDS, -2, 2).toArray());
        DoubleSupplier loss = () -> {
            double[] output = bands.forward(input, true).values();
            double sum = 0;
            for (int k = 0; k < output.length; k++) {
                sum += slopes.values()[k] * output[k];
            }
            return sum;
        };
        double[] ofGap = FiniteDifferences.of(parameters.values("gap"), loss);
        double[] ofWidth = FiniteDifferences.of(parameters.values("width"), loss);

        bands.forward(input, true);
        bands.backward(slopes);

        assertTrue(Arrays.stream(ofGap).map(Math::abs).min().orElse(0) > 1e-4, () -> Arrays.toString(ofGap));
        assertArrayEquals(ofGap, parameters.gradient("gap"), 1e-6);
        assertArrayEquals(ofWidth, parameters.gradient("width"), 1e-6);
    }

    /** Powers must be far from 0 for a difference of the step's size, hence levels of -20 dB and more. */
    @Test
    void theGradientOfTheSpectrumIsACentralDifference() {
        LearnedBands layer = layer(MelScale.SLANEY, EarTransfer.FLAT);
        LearnedBandsLayer bands = new LearnedBandsLayer(layer, BINS, parameters(layer, 3));
        Random random = new Random(6);
        Sequence input = new Sequence(1, 1, BINS, random.doubles(BINS, 0.1, 1).toArray());
        Sequence slopes = new Sequence(1, 1, BANDS, random.doubles(BANDS, -2, 2).toArray());
        double[] expected = FiniteDifferences.of(input.values(), () -> {
            double[] output = bands.forward(input, true).values();
            double sum = 0;
            for (int k = 0; k < output.length; k++) {
                sum += slopes.values()[k] * output[k];
            }
            return sum;
        });

        bands.forward(input, true);

        assertArrayEquals(expected, bands.backward(slopes).values(), 1e-6);
    }

    @Test
    void silenceHasLevelZeroAndPullsNothing() {
        LearnedBands layer = layer(MelScale.SLANEY, EarTransfer.FLAT);
        LayerParameters parameters = parameters(layer, 3);
        LearnedBandsLayer bands = new LearnedBandsLayer(layer, BINS, parameters);

        Sequence output = bands.forward(Sequence.zeros(2, 1, BINS), true);
        Sequence slopes = output.zerosOf(BANDS);
        Arrays.fill(slopes.values(), 1);
        bands.backward(slopes);

        assertArrayEquals(new double[2 * BANDS], output.values());
        assertArrayEquals(new double[BANDS + 1], parameters.gradient("gap"));
    }

    @ParameterizedTest
    @CsvSource({"0, 100, 1", "4097, 100, 1", "3, 8000, 1", "3, -1, 1", "3, 100, 0", "3, 100, NaN"})
    void refusesWhatIsNoBank(int bands, double lowestHertz, double range) {
        assertThrows(
                IllegalArgumentException.class,
                () -> new LearnedBands(bands, lowestHertz, 8_000, MelScale.SLANEY, EarTransfer.FLAT, 31.25, range, 1));
        assertEquals("learned-bands", layer(MelScale.HTK, EarTransfer.FLAT).kind());
    }
}
