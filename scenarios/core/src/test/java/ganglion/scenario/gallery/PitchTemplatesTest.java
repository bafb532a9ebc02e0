package ganglion.scenario.gallery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.cochlea.Cochlea;
import ganglion.cochlea.CochleaParameters;
import ganglion.cochlea.audio.AudioClip;
import ganglion.cochlea.spectrum.MelFilterBank;
import ganglion.documents.InputException;
import ganglion.scenario.format.ScenarioFiles;
import ganglion.scenario.model.Input;
import ganglion.scenario.model.ScenarioOverrides;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Keeps the committed weights of the pitch detector equal to their formula, and checks the formula. After a change of
 * either the formula or the ear, {@code -Dganglion.update-weights=true} writes the weights anew.
 */
class PitchTemplatesTest {

    private static final Path FOLDER = Path.of("..", "gallery", "pitch-detector");

    /** MIDI number of the lowest note, C3 (131 Hz); the highest is C6 (1047 Hz). */
    private static final int LOWEST_NOTE = 48;

    private static final int NOTES = 37;
    private static final int A4 = 69 - LOWEST_NOTE;
    private static final double SEMITONE = Math.pow(2, 1 / 12.0);

    private static CochleaParameters ear;
    private static double[] centresHertz;
    private static PitchTemplates templates;
    private static int[][] earToNotes;

    @BeforeAll
    static void computeTheWeightsForTheEarOfTheScenario() throws InputException {
        Input input = ScenarioFiles.read(FOLDER.resolve("scenario.yaml"), ScenarioOverrides.NONE)
                .inputs()
                .get(0);
        ear = ((Input.Audio) input).cochlea();
        centresHertz = new MelFilterBank(ear.mel(), ear.sampleRateHertz(), ear.windowSamples()).centresHertz();
        templates = new PitchTemplates(centresHertz, LOWEST_NOTE, NOTES);
        earToNotes = templates.earToNotes();
    }

    @Test
    void theCommittedWeightsAreThoseOfTheFormula() throws IOException {
        new CommittedWeights(FOLDER).assertEqualTo(templates);
    }

    /**
     * By hand, for A4: bands are 13.864 Hz apart below 1 kHz. 440 Hz lies 7.26 Hz above band 23 and 6.61 Hz below band 24,
     * and half a semitone is narrower than that distance, so the two share the weight 1.2. The fundamental of G#4, 415.30
     * Hz, is shared by bands 21 and 22 with half that weight, that of A#4, 466.16 Hz, by bands 25 and 26. 880 Hz lies 3.59
     * Hz above band 55 and 10.27 Hz below band 56; half a semitone is 25.79 Hz there, and the weight 0.8 x 1.2.
     */
    @ParameterizedTest
    @CsvSource({"20, 0", "21, -15", "22, -45", "23, 57", "24, 63", "25, -35", "26, -25", "27, 0", "55, 83", "56, 58"})
    void theWeightsOfA4AreThoseWorkedOutByHand(int band, int hundredths) {
        assertEquals(hundredths, earToNotes[band][A4]);
    }

    @ParameterizedTest
    @MethodSource("notes")
    void aNoteIsExcitedByItsThirdPartialAndInhibitedByThoseASemitoneBesideIt(int note) {
        double fundamentalHertz = templates.noteHertz(note);
        // The highest notes have their third partial beyond the highest band.
        double hertz = 3 * fundamentalHertz < 2_300 ? 3 * fundamentalHertz : fundamentalHertz;

        assertTrue(earToNotes[bandNear(hertz)][note] > 0);
        assertTrue(earToNotes[bandNear(hertz * SEMITONE)][note] < 0);
        assertTrue(earToNotes[bandNear(hertz / SEMITONE)][note] < 0);
    }

    /** Up to a tenth: bands only sample the tuning curve, and the highest of them cuts it off. */
    @ParameterizedTest
    @MethodSource("notes")
    void excitationAndInhibitionOfANoteBalance(int note) {
        int excitation = 0;
        int sum = 0;
        for (int[] row : earToNotes) {
            excitation += Math.max(0, row[note]);
            sum += row[note];
        }

        assertTrue(Math.abs(sum) <= excitation / 10, "excitation " + excitation + ", sum " + sum);
    }

    @ParameterizedTest
    @MethodSource("notes")
    void aToneOfSixPartialsExcitesItsOwnPitchClassMost(int note) {
        AudioClip tone = tone(templates.noteHertz(note));

        int[] spikes = new Cochlea(ear).hear(tone).spikes().countsByNeuron(0, Long.MAX_VALUE);

        assertEquals(templates.pitchClass(note), templates.pitchClass(mostExcited(spikes)));
    }

    /** 0.6 s of a tone whose partials have the amplitudes 1, 1/2, 1/3 ... 1/6. */
    private static AudioClip tone(double hertz) {
        double rateHertz = ear.sampleRateHertz();
        double[] samples = new double[(int) Math.round(0.6 * rateHertz)];
        for (int i = 0; i < samples.length; i++) {
            for (int partial = 1; partial <= 6; partial++) {
                samples[i] += 0.3 / partial * Math.sin(2 * Math.PI * partial * hertz * i / rateHertz);
            }
        }
        return new AudioClip(samples, rateHertz);
    }

    private static int mostExcited(int[] spikes) {
        long[] excitation = new long[NOTES];
        for (int band = 0; band < spikes.length; band++) {
            for (int note = 0; note < excitation.length; note++) {
                excitation[note] += (long) spikes[band] * earToNotes[band][note];
            }
        }
        long most = Arrays.stream(excitation).max().orElseThrow();
        return notes().filter(note -> excitation[note] == most).findFirst().orElseThrow();
    }

    private static int bandNear(double hertz) {
        return IntStream.range(0, centresHertz.length)
                .boxed()
                .min((a, b) -> Double.compare(Math.abs(centresHertz[a] - hertz), Math.abs(centresHertz[b] - hertz)))
                .orElseThrow();
    }

    private static IntStream notes() {
        return IntStream.range(0, NOTES);
    }
}
