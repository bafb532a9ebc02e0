package ganglion.cochlea.encode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.cochlea.encode.LifEncoder.LifReset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Frames are counted from 1 here, as in the founding study; ticks from 0. */
class LifEncoderTest {

    private static final int NEVER = 0;
    private static final int MANY_FRAMES = 2000;

    @ParameterizedTest
    @CsvSource({
        "0.1491, 0",
        "0.14915, 66",
        "0.1495, 38",
        "0.15, 32",
        "0.16, 17",
        "0.2, 9",
        "0.25, 6",
        "0.3, 5",
        "0.5, 3",
        "0.75, 2",
        "1.0, 2",
        "1.0001, 1"
    })
    void firesFirstAtTheStudysFrameWhenTheComparisonIsStrict(double drive, int frame) {
        LifEncoder strict = new LifEncoder(0.850854, 1, true, LifReset.ZERO);

        List<Integer> frames = framesWithSpikes(strict, drive, MANY_FRAMES);

        assertEquals(frame, frames.isEmpty() ? NEVER : frames.get(0));
    }

    @Test
    void drivesUpToTheSteadyStateNeverFire() {
        // The potential tends to drive / (1 - beta).
        assertEquals(List.of(), framesWithSpikes(LifEncoder.STUDY, 0.149145, 100_000));
        assertEquals(
                false, framesWithSpikes(LifEncoder.STUDY, 0.149147, 100_000).isEmpty());
    }

    @ParameterizedTest
    @CsvSource({"ZERO, 0.15, 32", "ZERO, 1.0, 2", "ZERO_SKIPPING_INPUT, 0.15, 33", "ZERO_SKIPPING_INPUT, 1.0, 3"})
    void resetsGiveThePeriodsOfSnnTorch(LifReset reset, double drive, int period) {
        List<Integer> frames = framesWithSpikes(new LifEncoder(0.850854, 1, true, reset), drive, 200);

        for (int i = 1; i < frames.size(); i++) {
            assertEquals(period, frames.get(i) - frames.get(i - 1));
        }
        assertEquals(true, frames.size() > 3);
    }

    /** The definition, neuron by neuron, on drives that end in silence long enough for potentials to decay to nothing. */
    @ParameterizedTest
    @EnumSource(LifReset.class)
    void equalsTheDefinition(LifReset reset) {
        for (boolean strict : new boolean[] {false, true}) {
            LifEncoder encoder = new LifEncoder(0.75, 0.5, strict, reset);
            SplittableRandom random = new SplittableRandom(5);
            Encoding encoding = encoder.start(3);
            Neuron[] neurons = {new Neuron(encoder), new Neuron(encoder), new Neuron(encoder)};
            int fired = 0;
            for (int frame = 0; frame < 4000; frame++) {
                double loudness = frame % 2000 < 100 ? 1.0 / 64 : 0;
                double[] drives = new double[3];
                Arrays.setAll(drives, band -> loudness * random.nextInt(64));
                List<Integer> expected = new ArrayList<>();
                for (int band = 0; band < 3; band++) {
                    if (neurons[band].fires(drives[band])) {
                        expected.add(band);
                    }
                }
                List<Integer> found = new ArrayList<>();
                encoding.encode(drives, 0, frame, (tick, neuron) -> found.add(neuron));
                assertEquals(expected, found, "frame " + frame);
                fired += found.size();
            }
            assertTrue(fired > 100);
            for (Neuron neuron : neurons) {
                assertEquals(0, neuron.potential);
            }
        }
    }

    private static final class Neuron {

        private final LifEncoder parameters;
        private double potential;
        private boolean fired;

        Neuron(LifEncoder parameters) {
            this.parameters = parameters;
        }

        boolean fires(double drive) {
            double threshold = parameters.threshold();
            potential = parameters.beta() * potential + drive;
            if (fired && parameters.reset() == LifReset.ZERO_SKIPPING_INPUT) {
                potential = 0;
            } else if (fired && parameters.reset() == LifReset.SUBTRACT_AFTER_DECAY) {
                potential -= threshold;
            }
            fired = parameters.strict() ? potential > threshold : potential >= threshold;
            if (fired && parameters.reset() == LifReset.ZERO) {
                potential = 0;
            } else if (fired && parameters.reset() == LifReset.SUBTRACT) {
                potential -= threshold;
            } else if (!fired && Math.abs(potential) < 1e-100) {
                potential = 0;
            }
            return fired;
        }
    }

    private static List<Integer> framesWithSpikes(LifEncoder encoder, double drive, int frames) {
        List<Integer> spikes = new ArrayList<>();
        Encoding encoding = encoder.start(1);
        for (int frame = 1; frame <= frames; frame++) {
            encoding.encode(new double[] {drive}, 0, frame, (tick, neuron) -> spikes.add((int) tick));
        }
        return spikes;
    }
}
