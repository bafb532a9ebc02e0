package ganglion.cochlea;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ganglion.cochlea.CochleaParameters.BandFilters;
import ganglion.cochlea.encode.Encoders;
import ganglion.cochlea.encode.LevelCrossingEncoder;
import ganglion.cochlea.gain.Gains.DecibelDrive;
import ganglion.cochlea.inhibition.LateralInhibition;
import ganglion.cochlea.spectrum.MelParameters;
import ganglion.cochlea.spectrum.MelParameters.MelNorm;
import ganglion.cochlea.spectrum.MelScale;
import ganglion.cochlea.spectrum.PowerScale;
import ganglion.cochlea.spectrum.SpectrumOptions;
import ganglion.cochlea.spectrum.SpectrumOptions.Framing;
import ganglion.cochlea.spectrum.WindowFunction;
import ganglion.cochlea.transfer.EarTransfer;
import ganglion.documents.InputException;
import ganglion.documents.Problem;
import ganglion.documents.place.Place;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Ticks last 2 ms. */
class CochleaDocumentsTest {

    private static Place root(String json) throws InputException {
        return KeyDocuments.root(json, CochleaKeys.FRONT_END, Encoders.KEY);
    }

    private static List<String> problems(String json) throws InputException {
        Place root = root(json);
        CochleaDocuments.read(root);
        return root.reading().problems().stream()
                .map(CochleaDocumentsTest::oneLine)
                .toList();
    }

    private static String oneLine(Problem problem) {
        return problem.pointer() + ": " + problem.message();
    }

    @Test
    void hasTheDefaultsOfTheFrontEnd() throws InputException {
        assertEquals(CochleaParameters.DEFAULT, CochleaDocuments.read(root("{}")));
        assertEquals(CochleaParameters.DEFAULT, CochleaDocuments.read(root("{\"frontend\": {}}")));
    }

    @Test
    void leavesDefaultsOut() {
        assertEquals(
                "{}",
                CochleaKeys.FRONT_END.type().write(CochleaParameters.DEFAULT).toString());
    }

    @Test
    void readsWhatItWrote() throws InputException {
        CochleaParameters cochlea = new CochleaParameters(
                22_050,
                1024 / 22_050.0,
                44 / 22_050.0,
                new MelParameters(40, 80, 4000, MelScale.LOGARITHMIC, MelNorm.SLANEY),
                DecibelDrive.DEFAULT,
                LateralInhibition.NONE,
                Encoders.DEFAULT,
                new SpectrumOptions(2048, WindowFunction.HAMMING, Framing.CENTRED, PowerScale.UNSCALED),
                BandFilters.HAIR_CELLS,
                EarTransfer.BS_1387);

        assertEquals(cochlea, KeyDocuments.throughText(CochleaKeys.FRONT_END, cochlea));
    }

    @Test
    void readsTheEncoderBesideTheFrontEnd() throws InputException {
        CochleaParameters cochlea = CochleaDocuments.read(
                root("{\"frontend\": {\"mel-bands\": 3}, \"encoder\": {\"level-crossing\": {\"step\": 0.5}}}"));

        assertEquals(3, cochlea.mel().bands());
        assertEquals(new LevelCrossingEncoder(0.5), cochlea.encoder());
    }

    @Test
    void placesProblemsWhereTheyAre() throws InputException {
        assertEquals(
                List.of("/frontend: a Fourier transform of 2 samples cannot hold a window of 512"),
                problems("{\"frontend\": {\"fft-size\": 2}}"));
        assertEquals(
                List.of(
                        "/frontend/hop: found a hop of 0.001 s, expected the clock's tick of 2 ms, because each frame becomes"
                                + " a tick"),
                problems("{\"frontend\": {\"hop\": \"1 ms\"}}"));
        assertEquals(
                List.of("/encoder/first-spike: a window for first spikes has 2 to 1048576 frames, not 1"),
                problems("{\"encoder\": {\"first-spike\": {\"window\": \"2 ms\"}}}"));
        assertEquals(
                List.of("/encoder: found 65 cepstral coefficients, expected at most 64, the number of bands"),
                problems("{\"encoder\": {\"currents\": {\"features\": \"cepstrum\", \"coefficients\": 65}}}"));
    }

    @Test
    void countsNeuronsOfAnObjectWithProblemsAndNotesNone() throws InputException {
        Place wrong =
                root("{\"frontend\": {\"mel-bands\": 8, \"fft-size\": 2}, \"encoder\": {\"first-spike\": {\"window\":"
                        + " \"3 ms\"}}}");

        assertEquals(8, CochleaDocuments.neurons(wrong));
        assertEquals(List.of(), wrong.reading().problems());
        assertEquals(128, CochleaDocuments.neurons(root("{\"encoder\": {\"level-crossing\": {\"step\": 0.5}}}")));
    }
}
