package ganglion.scenario.gallery;

import static org.junit.jupiter.api.Assertions.assertEquals;

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
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The weights of the pitch detector for live sound ({@code scenarios/gallery/live}), which has higher notes. */
class LivePitchTest {

    private static final Path FOLDER = Path.of("..", "gallery", "live");

    /** MIDI number of the lowest note, C4 (262 Hz); the highest is D#7 (2489 Hz). */
    private static final int LOWEST_NOTE = 60;

    private static final int NOTES = 40;

    private static CochleaParameters ear;
    private static PitchTemplates templates;

    @BeforeAll
    static void computeTheWeightsForTheEarOfTheScenario() throws InputException {
        Input input = ScenarioFiles.read(FOLDER.resolve("pitch.yaml"), ScenarioOverrides.NONE)
                .inputs()
                .get(0);
        ear = ((Input.Audio) input).cochlea();
        double[] centresHertz = new MelFilterBank(ear.mel(), ear.sampleRateHertz(), ear.windowSamples()).centresHertz();
        templates = new PitchTemplates(centresHertz, LOWEST_NOTE, NOTES);
    }

    @Test
    void theCommittedWeightsAreThoseOfTheFormula() throws IOException {
        new CommittedWeights(FOLDER).assertEqualTo(templates);
    }

    /** As of a whistle: one partial, at any loudness. */
    @ParameterizedTest
    @MethodSource("notes")
    void aPureToneExcitesItsOwnNoteMost(int note) {
        for (double amplitude : new double[] {0.5, 0.005}) {
            int[] spikes = hear(templates.noteHertz(note), amplitude);

            int[][] weights = templates.earToNotes();
            long[] excitation = new long[NOTES];
            for (int band = 0; band < spikes.length; band++) {
                for (int other = 0; other < NOTES; other++) {
                    excitation[other] += (long) spikes[band] * weights[band][other];
                }
            }
            int most = notes().reduce((a, b) -> excitation[b] > excitation[a] ? b : a)
                    .orElseThrow();
            assertEquals(note, most, "amplitude " + amplitude);
        }
    }

    @Test
    void silenceAndAToneBelowTheThresholdGiveNoSpike() {
        assertEquals(0, IntStream.of(hear(1000, 0)).sum());
        assertEquals(0, IntStream.of(hear(1000, 0.00001)).sum());
    }

    private static int[] hear(double hertz, double amplitude) {
        double rateHertz = ear.sampleRateHertz();
        double[] samples = new double[(int) Math.round(0.5 * rateHertz)];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = amplitude * Math.sin(2 * Math.PI * hertz * i / rateHertz);
        }
        return new Cochlea(ear).hear(new AudioClip(samples, rateHertz)).spikes().countsByNeuron(0, Long.MAX_VALUE);
    }

    private static IntStream notes() {
        return IntStream.range(0, NOTES);
    }
}
