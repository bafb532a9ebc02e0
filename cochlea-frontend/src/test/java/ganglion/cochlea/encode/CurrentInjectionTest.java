package ganglion.cochlea.encode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.cochlea.Cochlea;
import ganglion.cochlea.CochleaOutput;
import ganglion.cochlea.CochleaParameters;
import ganglion.cochlea.audio.AudioClip;
import ganglion.cochlea.contour.Contour;
import ganglion.kernel.event.SpikeRaster;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CurrentInjectionTest {

    /** Nothing is lost: neurons that take the currents give the spikes that the neurons of the encoder give. */
    @Test
    void theCurrentsHoldAllThatSpikingNeuronsNeed() {
        double[] samples = new double[8_000];
        Arrays.setAll(samples, k -> 0.3 * Math.sin(2 * Math.PI * 700 * k / 16_000));
        AudioClip clip = new AudioClip(samples, 16_000);
        CochleaOutput spiking = new Cochlea(CochleaParameters.DEFAULT).hear(clip);

        CochleaOutput currents = new Cochlea(CochleaParameters.DEFAULT.withEncoder(new CurrentInjection())).hear(clip);

        assertEquals(0, currents.spikes().size());
        assertEquals(64, currents.spikes().neuronCount());
        double[] drives = new double[currents.frames() * 64];
        for (int frame = 0; frame < currents.frames(); frame++) {
            System.arraycopy(currents.drive().frame(frame), 0, drives, frame * 64, 64);
        }
        SpikeRaster injected = Encoded.raster(LifEncoder.STUDY, 64, drives);
        assertTrue(injected.size() > 0);
        assertEquals(spiking.spikes(), injected);
    }

    /** 64 drives or 3 contour features per band with one lag, 13 coefficients, 38 of expression, 12 of intonation. */
    @Test
    void hasOneNeuronPerNumber() {
        Optional<Contour> contour = Optional.of(Contour.USUAL);

        assertEquals(64, new CurrentInjection().neurons(64));
        assertEquals(64 + 13, new CurrentInjection(true, 13).neurons(64));
        assertEquals(13, new CurrentInjection(false, 13).neurons(64));
        assertEquals(3 * 64 + 13 + 38, new CurrentInjection(false, contour, 13, true, 5).neurons(64));
        assertEquals(64 + 12, new CurrentInjection(true, Optional.empty(), 0, false, true, 1).neurons(64));
    }

    static List<Arguments> contradictions() {
        Optional<Contour> contour = Optional.of(Contour.USUAL);
        return List.of(
                Arguments.of(false, Optional.empty(), 0, 1, "currents of 0 cepstral coefficients without drives"),
                Arguments.of(true, Optional.empty(), -1, 1, "currents of -1 cepstral coefficients without drives"),
                Arguments.of(true, contour, 0, 1, "found drives and a contour, expected one of them"),
                Arguments.of(
                        true, Optional.empty(), 0, 2, "found 2 frames for each row, expected 1, as there is neither"),
                Arguments.of(false, contour, 0, 0, "found 0 frames for each row, expected 1 or more"));
    }

    @ParameterizedTest
    @MethodSource("contradictions")
    void refusesSettingsThatContradictEachOther(
            boolean drives, Optional<Contour> contour, int coefficients, int framesPerRow, String start) {
        String message = assertThrows(
                        IllegalArgumentException.class,
                        () -> new CurrentInjection(drives, contour, coefficients, false, framesPerRow))
                .getMessage();

        assertTrue(message.startsWith(start), message);
    }
}
