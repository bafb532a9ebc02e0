package ganglion.cochlea.encode;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ganglion.cochlea.Cochlea;
import ganglion.cochlea.CochleaOutput;
import ganglion.cochlea.CochleaParameters;
import ganglion.cochlea.CochleaParameters.BandFilters;
import ganglion.cochlea.audio.AudioClip;
import ganglion.cochlea.gain.Gains.FixedGain;
import ganglion.cochlea.inhibition.LateralInhibition;
import ganglion.cochlea.spectrum.MelParameters;
import ganglion.kernel.event.SpikeRaster;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhaseLockedEncoderTest {

    @Test
    void firesOneFrameAfterEachPeak() {
        SpikeRaster raster = Encoded.raster(new PhaseLockedEncoder(0.5, 0), 1, 0, 1, 0, 0, 0.4, 0, 2, 3, 3, 1);

        // The peak of 0.4 is below the threshold, that of 3 ends with the plateau.
        assertEquals(2, raster.size());
        assertEquals(2, raster.tick(0));
        assertEquals(9, raster.tick(1));
    }

    /** A peak as high as the threshold counts; a plateau on the way down is none. */
    @Test
    void takesPeaksFromTheThresholdOnAndNoPlateauOnTheWayDown() {
        SpikeRaster raster = Encoded.raster(new PhaseLockedEncoder(0.5, 0), 1, 0, 0.5, 0, 2, 1.5, 1.5, 1, 0);

        assertEquals(2, raster.size());
        assertEquals(2, raster.tick(0));
        assertEquals(4, raster.tick(1));
    }

    @Test
    void isSilentWhileRefractory() {
        SpikeRaster raster = Encoded.raster(new PhaseLockedEncoder(0, 3), 1, 1, 0, 1, 0, 1, 0, 1, 0);

        assertEquals(2, raster.size());
        assertEquals(1, raster.tick(0));
        assertEquals(5, raster.tick(1));
    }

    /** Vector strength: 1 if all spikes fall on one phase of the tone, 0 if they are spread over all. */
    @ParameterizedTest
    @CsvSource({"150, 0.99", "440, 0.95", "1000, 0.8"})
    void spikesKeepThePhaseOfATone(double hertz, double leastStrength) {
        CochleaParameters parameters = CochleaParameters.DEFAULT
                .withFrames(16_000, 0.032, 1 / 8_000.0)
                .withMel(MelParameters.of(24).withRange(80, 4000))
                .withFilters(BandFilters.HAIR_CELLS)
                .withGain(new FixedGain(1))
                .withInhibition(LateralInhibition.NONE)
                .withEncoder(new PhaseLockedEncoder(0.05, 0));
        double[] samples = new double[8_000];
        Arrays.setAll(samples, k -> Math.sin(2 * Math.PI * hertz * k / 16_000));

        CochleaOutput output = new Cochlea(parameters).hear(new AudioClip(samples, 16_000));

        int band = nearestBand(output, hertz);
        double cosine = 0;
        double sine = 0;
        int spikes = 0;
        for (int i = output.spikes().firstIndexAt(1000); i < output.spikes().size(); i++) {
            if (output.spikes().neuron(i) == band) {
                double phase = 2 * Math.PI * hertz * output.spikes().tick(i) / 8_000.0;
                cosine += Math.cos(phase);
                sine += Math.sin(phase);
                spikes++;
            }
        }
        // One spike per period in the last 0.375 s.
        assertEquals(0.375 * hertz, spikes, 1.5);
        assertEquals(1, Math.hypot(cosine, sine) / spikes, 1 - leastStrength);
    }

    private static int nearestBand(CochleaOutput output, double hertz) {
        double[] centres = output.bandCentresHertz();
        int best = 0;
        for (int band = 1; band < centres.length; band++) {
            best = Math.abs(centres[band] - hertz) < Math.abs(centres[best] - hertz) ? band : best;
        }
        return best;
    }
}
