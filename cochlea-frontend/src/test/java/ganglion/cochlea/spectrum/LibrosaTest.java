package ganglion.cochlea.spectrum;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Equality with librosa, to the tolerances that its numbers were published with. */
class LibrosaTest {

    /** Share of an array's largest value. */
    private static final double POWER_TOLERANCE = 1e-10;

    private static final double DECIBEL_TOLERANCE = 1e-6;

    static List<Reference> references() {
        return Reference.all();
    }

    static Iterable<JsonNode> banks() {
        return Reference.load("mel_filters").get("banks");
    }

    @ParameterizedTest
    @MethodSource("references")
    void melPower(Reference reference) {
        double[] expected = reference.byFrame("mel_power", "shape");

        double[] mel = reference.melPower();

        assertArrayEquals(expected, mel, POWER_TOLERANCE * max(expected));
    }

    @ParameterizedTest
    @MethodSource("references")
    void powerSpectra(Reference reference) {
        PowerSpectrum spectrum = reference.spectrum();
        double[] power = new double[spectrum.bins()];
        double sum = 0;
        for (int frame = spectrum.frames(reference.signal().length) - 1; frame >= 0; frame--) {
            spectrum.compute(reference.signal(), frame, power);
            sum += Arrays.stream(power).sum();
        }

        double expectedSum = reference.node().get("stft_power_sum").asDouble();
        assertEquals(expectedSum, sum, POWER_TOLERANCE * expectedSum);
        if (reference.node().has("stft_power_frame0")) {
            double[] expected = Reference.doubles(reference.node().get("stft_power_frame0"));
            assertArrayEquals(expected, power, POWER_TOLERANCE * max(expected));
        }
    }

    @ParameterizedTest
    @MethodSource("references")
    void levels(Reference reference) {
        double[] values = reference.melPower();
        JsonNode parameters = reference.node().get("db_params");
        double zeroLevel =
                parameters.get("ref").isNumber() ? parameters.get("ref").asDouble() : max(values);

        new Decibels(
                        zeroLevel,
                        parameters.get("amin").asDouble(),
                        parameters.get("top_db").asDouble())
                .apply(values);

        assertArrayEquals(reference.byFrame("mel_db", "shape"), values, DECIBEL_TOLERANCE);
    }

    @ParameterizedTest
    @MethodSource("references")
    void cepstralCoefficients(Reference reference) {
        double[] levels = reference.melPower();
        Decibels.LIBROSA.apply(levels);
        JsonNode parameters = reference.node().get("mfcc_params");
        int bands = reference.bank().bands();
        assertEquals(0, parameters.get("lifter").asDouble());
        CepstralCoefficients cepstrum =
                new CepstralCoefficients(bands, parameters.get("n_mfcc").asInt());

        double[] values = new double[levels.length / bands * cepstrum.coefficients()];
        for (int frame = 0; frame < levels.length / bands; frame++) {
            cepstrum.apply(levels, frame * bands, values, frame * cepstrum.coefficients());
        }

        assertArrayEquals(reference.byFrame("mfcc", "mfcc_shape"), values, DECIBEL_TOLERANCE);
    }

    @ParameterizedTest
    @MethodSource("banks")
    void filterBanks(JsonNode expected) {
        MelFilterBank bank = Reference.bank(expected, expected.get("sr").asDouble());

        int empty = 0;
        for (int band = 0; band < bank.bands(); band++) {
            JsonNode row = expected.get("rows").get(band);
            double[] weights = Reference.doubles(row.get("w"));
            double[] wanted = new double[expected.get("n_bins").asInt()];
            System.arraycopy(weights, 0, wanted, row.get("start").asInt(), weights.length);
            double[] found = new double[wanted.length];
            for (int bin = 0; bin < found.length; bin++) {
                found[bin] = bank.weight(band, bin);
            }
            assertArrayEquals(wanted, found, 1e-12, "band " + band);
            empty += max(found) == 0 ? 1 : 0;
        }
        assertEquals(expected.get("empty_bands").asInt(), empty);
        double[] edges = Reference.doubles(expected.get("band_edges_hz"));
        assertArrayEquals(Arrays.copyOfRange(edges, 1, edges.length - 1), bank.centresHertz(), 1e-9);
    }

    @Test
    void melScales() {
        JsonNode root = Reference.load("mel_scale");
        double[] hertz = Reference.doubles(root.get("hz"));
        double[] slaney = Reference.doubles(root.get("mel_slaney"));
        double[] htk = Reference.doubles(root.get("mel_htk"));
        for (int i = 0; i < hertz.length; i++) {
            assertEquals(slaney[i], MelScale.SLANEY.mel(hertz[i]), 1e-11);
            assertEquals(htk[i], MelScale.HTK.mel(hertz[i]), 1e-10);
            assertEquals(hertz[i], MelScale.SLANEY.hertz(slaney[i]), 1e-9);
            assertEquals(hertz[i], MelScale.HTK.hertz(htk[i]), 1e-9);
        }
    }

    @Test
    void windows() {
        JsonNode root = Reference.load("mel_scale");

        assertArrayEquals(Reference.doubles(root.get("hann_16_periodic")), WindowFunction.HANN.samples(16), 1e-15);
        assertArrayEquals(
                Reference.doubles(root.get("hamming_16_periodic")), WindowFunction.HAMMING.samples(16), 1e-15);
    }

    @Test
    void cosineTransform() {
        double[] values = new double[8];

        new CepstralCoefficients(8, 8).apply(new double[] {1, 2, 3, 4, 5, 6, 7, 8}, 0, values, 0);

        assertArrayEquals(Reference.doubles(Reference.load("mel_scale").get("dct2_ortho_8_of_[1..8]")), values, 1e-13);
    }

    private static double max(double[] values) {
        return Arrays.stream(values).max().orElseThrow();
    }
}
