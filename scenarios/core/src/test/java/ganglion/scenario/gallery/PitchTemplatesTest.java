package ganglion.scenario.gallery;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ganglion.cochlea.CochleaParameters;
import ganglion.cochlea.spectrum.MelFilterBank;
import ganglion.documents.InputException;
import ganglion.scenario.format.ScenarioFiles;
import ganglion.scenario.model.Input;
import ganglion.scenario.model.ScenarioOverrides;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Keeps the committed weights of the pitch detectors equal to their formula, and checks the formula. After a change of
 * either the formula or the ear, {@code -Dganglion.update-weights=true} writes the weights anew.
 */
class PitchTemplatesTest {

    private static final Path GALLERY = Path.of("..", "gallery");
    private static final int A4 = 69 - 48;

    /** From MIDI number 48, C3 (131 Hz), to C6 (1047 Hz); for live sound from C4 (262 Hz) to D#7 (2489 Hz). */
    @ParameterizedTest
    @CsvSource({"pitch-detector, scenario.yaml, 48, 37", "live, pitch.yaml, 60, 40"})
    void theCommittedWeightsAreThoseOfTheFormula(String folder, String scenario, int lowestNote, int notes)
            throws IOException, InputException {
        Path place = GALLERY.resolve(folder);

        new CommittedWeights(place).assertEqualTo(templates(place.resolve(scenario), lowestNote, notes));
    }

    private static PitchTemplates templates(Path scenario, int lowestNote, int notes) throws InputException {
        Input input =
                ScenarioFiles.read(scenario, ScenarioOverrides.NONE).inputs().get(0);
        CochleaParameters ear = ((Input.Audio) input).cochlea();
        MelFilterBank bands = new MelFilterBank(ear.mel(), ear.sampleRateHertz(), ear.windowSamples());
        return new PitchTemplates(bands.centresHertz(), lowestNote, notes);
    }

    /**
     * By hand, for A4: bands are 13.864 Hz apart below 1 kHz. 440 Hz lies 7.26 Hz above band 23 and 6.61 Hz below band 24,
     * and half a semitone is narrower than that distance, so the two share the weight 1.2. The fundamental of G#4, 415.30
     * Hz, is shared by bands 21 and 22 with half that weight, that of A#4, 466.16 Hz, by bands 25 and 26. 880 Hz lies 3.59
     * Hz above band 55 and 10.27 Hz below band 56; half a semitone is 25.79 Hz there, and the weight 0.8 x 1.2.
     */
    @ParameterizedTest
    @CsvSource({"20, 0", "21, -15", "22, -45", "23, 57", "24, 63", "25, -35", "26, -25", "27, 0", "55, 83", "56, 58"})
    void theWeightsOfA4AreThoseWorkedOutByHand(int band, int hundredths) throws InputException {
        PitchTemplates templates = templates(GALLERY.resolve("pitch-detector/scenario.yaml"), 48, 37);

        assertEquals(hundredths, templates.earToNotes()[band][A4]);
    }
}
