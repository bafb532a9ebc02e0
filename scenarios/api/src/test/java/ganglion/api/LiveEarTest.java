package ganglion.api;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An ear that is fed piece by piece hears what a run on the recording hears. */
final class LiveEarTest {

    @TempDir
    private Path folder;

    private RunnableScenario scenario;

    @BeforeEach
    void readsAScenarioThatHears() throws IOException {
        scenario = GanglionApi.scenario(Tones.ear(folder));
    }

    /** Ticks in which a population's neurons fired, one entry for each spike. */
    private static long[] ticksOf(List<LiveEar.Tick> ticks, String population) {
        return ticks.stream()
                .flatMapToLong(tick -> Arrays.stream(tick.neurons(population)).mapToLong(neuron -> tick.number()))
                .toArray();
    }

    private static int[] neuronsOf(List<LiveEar.Tick> ticks, String population) {
        return ticks.stream()
                .flatMapToInt(tick -> Arrays.stream(tick.neurons(population)))
                .toArray();
    }

    @Test
    void theSpikesAreThoseOfARunHoweverTheSoundIsCut() {
        double[] sound = Tones.tone(440, 0.6);
        Random random = new Random(4);
        List<LiveEar.Tick> ticks = new ArrayList<>();
        try (LiveEar ear = scenario.live(16_000)) {
            assertEquals(0.002, ear.tickSeconds());
            for (int from = 0; from < sound.length; ) {
                int until = Math.min(sound.length, from + random.nextInt(100));
                ticks.addAll(ear.hear(Arrays.copyOfRange(sound, from, until)));
                from = until;
            }
            ticks.addAll(ear.finish());
            assertEquals(List.of("low", "high"), ear.classes());
        }
        RunOutcome run = scenario.run();

        assertTrue(run.spikes("out").count() > 10);
        assertEquals(300, ticks.size());
        assertEquals(0.598, ticks.get(299).seconds(), 1e-12);
        for (String population : List.of("ear", "out")) {
            assertArrayEquals(run.spikes(population).ticks(), ticksOf(ticks, population));
            assertArrayEquals(run.spikes(population).neurons(), neuronsOf(ticks, population));
        }
    }

    @Test
    void theDecisionFollowsTheSound() {
        try (LiveEar ear = scenario.live(16_000)) {
            List<LiveEar.Tick> low = ear.hear(Tones.tone(440, 0.8));
            List<LiveEar.Tick> high = ear.hear(Tones.tone(3000, 1.2));

            assertEquals(Optional.empty(), low.get(0).decision());
            assertEquals(Optional.of("low"), low.get(200).decision());
            assertEquals(Optional.of("high"), high.get(high.size() - 100).decision());
            assertTrue(high.get(high.size() - 100).confidence() > 0.9);
        }
    }

    @Test
    void samplesOfAnotherRateAreResampled() {
        float[] sound = new float[44_100];
        for (int i = 0; i < sound.length; i++) {
            sound[i] = (float) (0.5 * Math.sin(2 * Math.PI * 440 * i / 44_100));
        }
        try (LiveEar ear = scenario.live(44_100)) {
            int heard = ear.hear(sound).size();
            int late = ear.finish().size();
            assertEquals(0, ear.finish().size(), "ended once");
            assertThrows(IllegalStateException.class, () -> ear.hear(new double[1]));

            assertEquals(500, heard + late);
        }
    }

    @Test
    void badSamplesAndLateCallsAreTold() {
        LiveEar ear = scenario.live(16_000);
        assertThrows(GanglionException.class, () -> ear.hear(new double[] {Double.NaN}));
        assertThrows(GanglionException.class, () -> ear.hear(new float[] {Float.POSITIVE_INFINITY}));
        assertThrows(
                GanglionException.class, () -> ear.hear(new double[100]).get(0).neurons("nobody"));
        ear.close();
        ear.close();
        assertThrows(IllegalStateException.class, () -> ear.hear(new double[100]));
        assertThrows(IllegalStateException.class, () -> ear.hear(new double[1]));
        assertThrows(IllegalStateException.class, ear::finish);
        assertThrows(GanglionException.class, () -> scenario.live(-1));
        assertThrows(GanglionException.class, () -> scenario.live(Double.NaN));
    }

    @Test
    void aScenarioWithoutAnEarIsRefused() throws IOException {
        RunnableScenario silent = GanglionApi.scenario(Tones.twoTaps(folder));

        assertThrows(GanglionException.class, () -> silent.live(16_000));
    }
}
