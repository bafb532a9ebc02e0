package ganglion.study.fourier;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.kernel.random.CounterRandom;
import ganglion.study.fourier.FourierTransformTask.Spectrum;
import ganglion.study.fourier.ToneAmplitudeTask.AmplitudeNetwork;
import ganglion.study.fourier.ToneAmplitudeTask.Result;
import ganglion.study.fourier.ToneMixtures.Mixture;
import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
class ToneAmplitudeTaskTest {

    private static final FourierTransformTask TRANSFORM = new FourierTransformTask(1, 64, 10, 2000, 32, 1);

    private static ToneAmplitudeTask task(int otherTones, int heldAfter, int epochs) {
        return new ToneAmplitudeTask(1, TRANSFORM, false, otherTones, false, heldAfter, epochs, 3000, 50, 0.005);
    }

    @Test
    void learningGoesOnOnceTheBatchStatisticsAreHeld() {
        Result held = task(0, 1, 5).run(accuracy -> {});
        Result free = task(0, 5, 5).run(accuracy -> {});

        assertTrue(held.best().meanError() < 0.02, held.best()::toString);
        assertTrue(held.best().meanError() < free.best().meanError(), held.best() + " and " + free.best());
        assertTrue(held.transformError() < 1e-3, "error " + held.transformError());
    }

    @Test
    void tonesInPhaseAreALinearProblemAndOtherTonesMakeItUnsolvable() {
        assertEquals(1, task(0, 1, 1).run(accuracy -> {}).leastSquares().exactShare());
        assertTrue(task(4, 1, 1).run(accuracy -> {}).leastSquares().exactShare() < 0.05);
    }

    @Test
    void inAWindowOfOneSecondWholeFrequenciesAreTellableWhateverElseSounds() {
        ToneMixtures mixtures = new ToneMixtures(new CounterRandom(3), 1024, false, 0);
        ToneMixtures crowded = new ToneMixtures(new CounterRandom(3), 1024, false, 10);
        Spectrum spectrum = new Spectrum(1024);
        int told = 0;
        for (int number = 0; number < 50; number++) {
            double[] imaginary = spectrum.of(crowded.at(number).frame());
            for (int tone = 0; tone < 9; tone++) {
                double amplitude = -imaginary[513 + ToneMixtures.TONES_HERTZ[tone]] / 512;
                told += Math.abs(amplitude - mixtures.at(number).amplitudes()[tone]) < 1e-9 ? 1 : 0;
            }
        }
        // An other tone falls on one of the nine with a chance of 10 / 479.
        assertTrue(told > 420 && told < 450, told + " of 450");
    }

    @Test
    void mixturesFollowFromTheirNumbers() {
        ToneMixtures mixtures = new ToneMixtures(new CounterRandom(3), 64, true, 2);

        assertArrayEquals(mixtures.at(5).frame(), mixtures.at(5).frame());
        assertFalse(Arrays.equals(mixtures.at(5).frame(), mixtures.at(6).frame()));
        for (int number = 0; number < 100; number++) {
            for (double amplitude : mixtures.at(number).amplitudes()) {
                assertTrue(amplitude >= 0 && amplitude < 1);
            }
        }
    }

    @Test
    void aMixtureIsTheSumOfItsTones() {
        Mixture mixture = new ToneMixtures(new CounterRandom(4), 8, false, 0).at(0);
        for (int i = 0; i < 8; i++) {
            double sum = 0;
            for (int tone = 0; tone < 9; tone++) {
                sum += mixture.amplitudes()[tone] * Math.sin(2 * Math.PI * ToneMixtures.TONES_HERTZ[tone] * i / 1024);
            }
            assertEquals(sum, mixture.frame()[i], 1e-12);
        }
    }

    @Test
    void theNetworkDescendsItsLoss() {
        ToneMixtures mixtures = new ToneMixtures(new CounterRandom(8), 64, false, 0);
        Spectrum spectrum = new Spectrum(64);
        double[][] spectra = new double[40][];
        double[][] targets = new double[40][];
        for (int i = 0; i < 40; i++) {
            spectra[i] = spectrum.of(mixtures.at(i).frame());
            targets[i] = mixtures.at(i).amplitudes();
        }
        for (boolean rectified : new boolean[] {false, true}) {
            AmplitudeNetwork network = new AmplitudeNetwork(66, 9, rectified, 0.003, new CounterRandom(9));
            for (int i = 0; i < 30; i++) {
                network.learn(spectra, targets, 0, false); // lets the running averages settle
            }
            double before = error(network, spectra, targets);
            for (int i = 0; i < 100; i++) {
                network.learn(spectra, targets, 0.003, true);
            }
            double after = error(network, spectra, targets);
            assertTrue(after < 0.2 * before, before + " to " + after);
        }
    }

    private static double error(AmplitudeNetwork network, double[][] spectra, double[][] targets) {
        double sum = 0;
        for (int i = 0; i < spectra.length; i++) {
            double[] output = network.apply(spectra[i]);
            for (int o = 0; o < output.length; o++) {
                sum += Math.abs(output[o] - targets[i][o]);
            }
        }
        return sum;
    }
}
