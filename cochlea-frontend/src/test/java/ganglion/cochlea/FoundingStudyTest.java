package ganglion.cochlea;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ganglion.cochlea.CochleaParameters.BandFilters;
import ganglion.cochlea.audio.AudioClip;
import ganglion.cochlea.encode.LifEncoder;
import ganglion.cochlea.encode.LifEncoder.LifReset;
import ganglion.cochlea.gain.NormalisedPower;
import ganglion.cochlea.inhibition.LateralInhibition;
import ganglion.cochlea.spectrum.MelParameters;
import ganglion.cochlea.spectrum.MelParameters.MelNorm;
import ganglion.cochlea.spectrum.MelScale;
import ganglion.cochlea.spectrum.PowerScale;
import ganglion.cochlea.spectrum.SpectrumOptions;
import ganglion.cochlea.transfer.EarTransfer;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The founding study's volume experiment: 8 s of an 800 Hz tone at several amplitudes. Its parameters are a reconstruction
 * (the study gives too few) and so are the numbers, found independently in Python; the drives of the silent amplitudes
 * follow from that at 0.0004 by the square. Frames are counted from 1.
 */
class FoundingStudyTest {

    private static final CochleaParameters STUDY = new CochleaParameters(
            44_100,
            0.02,
            0.02,
            new MelParameters(64, 0, 22_050, MelScale.HTK, MelNorm.NONE),
            new NormalisedPower(NormalisedPower.STUDY_MINIMUM_RANGE),
            LateralInhibition.NONE,
            new LifEncoder(0.850854, 1, true, LifReset.ZERO),
            SpectrumOptions.DEFAULT.withScale(PowerScale.UNSCALED),
            BandFilters.MEL,
            EarTransfer.FLAT);

    @ParameterizedTest
    @CsvSource({
        "1, 1.0, 2, 200, 2",
        "0.1, 1.0, 2, 200, 2",
        "0.01, 1.0, 2, 200, 2",
        "0.0005, 0.234, 7, 57, 1",
        "0.0004, 0.1497, 35, 11, 1",
        "0.0003, 0.0842, 0, 0, 0",
        "0.0001, 0.00936, 0, 0, 0"
    })
    void firesAsInTheReconstruction(double amplitude, double drive, long firstFrame, int spikes, long activeBands) {
        CochleaOutput output = new Cochlea(STUDY).hear(tone(amplitude));

        int[] counts = output.spikes().countsByNeuron(0, Long.MAX_VALUE);
        assertEquals(400, output.frames());
        assertEquals(drive, output.drive().maximum(), 5e-4 * drive);
        assertEquals(
                firstFrame, output.spikes().size() == 0 ? 0 : output.spikes().tick(0) + 1);
        assertEquals(spikes, Arrays.stream(counts).max().orElseThrow());
        assertEquals(
                activeBands, Arrays.stream(counts).filter(count -> count > 0).count());
    }

    private static AudioClip tone(double amplitude) {
        double[] samples = new double[8 * 44_100];
        Arrays.setAll(samples, k -> amplitude * Math.sin(2 * Math.PI * 800 * k / 44_100));
        return new AudioClip(samples, 44_100);
    }
}
