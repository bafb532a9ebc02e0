package ganglion.hardware.comparison;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.hardware.chip.Execution;
import ganglion.hardware.chip.HardwareProfile;
import ganglion.hardware.chip.NumberFormat;
import ganglion.hardware.cost.LargeNetwork;
import ganglion.hardware.cost.WorkedExample;
import ganglion.hardware.library.ProfileException;
import ganglion.hardware.library.ProfileLibrary;
import ganglion.hardware.metrics.ArithmeticCounts;
import ganglion.hardware.metrics.DenseWork;
import ganglion.hardware.metrics.NumberInput;
import ganglion.kernel.network.Network;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The worked example has layers 2-4, 4-2 and 2-4: 24 weights, 8 inputs read, 6 neurons. */
class BaselineTest {

    private final Network network = WorkedExample.of(WorkedExample.MILLISECOND).network();
    private HardwareProfile ideal;

    @BeforeEach
    void readProfile() throws ProfileException {
        ideal = ProfileLibrary.find("ideal-45nm");
    }

    @Test
    void addsArithmeticAndTrafficOfOnePass() {
        BaselineSetting once = new BaselineSetting(NumberFormat.FLOAT32, false, 1, 10, 1);

        Baseline baseline = Baseline.of(network, ideal, ideal, once);

        // 24 products; 24 x 4 bytes of weights are 12 words; 8 + 6 activations of 4 bytes are 7 words; 8 KB holds both.
        assertEquals(new DenseWork(24, 24, 8, 6), baseline.work());
        assertEquals(
                24 * 4.6e-12 + 12 * 10e-12 + 7 * 10e-12,
                baseline.joulesPerInference().orElseThrow(),
                1e-20);
        assertEquals(
                10 * baseline.joulesPerInference().orElseThrow(),
                baseline.joulesPerSecondOfAudio().orElseThrow(),
                1e-20);
        assertEquals(new ArithmeticCounts(24 + 4 + 2 + 4, 24), baseline.arithmetic());
    }

    @Test
    void costsLessInIntegersOfEightBits() {
        BaselineSetting once = new BaselineSetting(NumberFormat.INT8, false, 1, 10, 1);

        // A quarter of the bytes: 3 words of weights, 14 bytes in 2 words of activations.
        assertEquals(
                24 * 0.23e-12 + 3 * 10e-12 + 2 * 10e-12,
                Baseline.of(network, ideal, ideal, once).joulesPerInference().orElseThrow(),
                1e-20);
    }

    @Test
    void takesStateAndDecayAlongWhereNeuronsHaveThem() {
        Baseline tick = Baseline.of(network, ideal, ideal, BaselineSetting.everyTick(NumberFormat.FLOAT32, 1e-3));

        assertEquals(new DenseWork(30, 24, 14, 12), tick.work());
        assertEquals(1000, tick.setting().inferencesPerSecond(), 1e-9);
    }

    @Test
    void anInputOfNumbersIsAnotherLayer() {
        NumberInput ear = new NumberInput("ear", "hidden", 3, 4, 9, 2, 14);
        BaselineSetting once = new BaselineSetting(NumberFormat.FLOAT32, false, 1, 10, 1);

        Baseline baseline = Baseline.of(network, List.of(ear), ideal, ideal, once);

        // 12 products more; 36 x 4 bytes of weights are 18 words, 11 + 6 activations of 4 bytes are 9.
        assertEquals(new DenseWork(36, 36, 11, 6), baseline.work());
        assertEquals(
                36 * 4.6e-12 + 18 * 10e-12 + 9 * 10e-12,
                baseline.joulesPerInference().orElseThrow(),
                1e-20);
        assertEquals(new ArithmeticCounts(36 + 4 + 2 + 4 + 4, 36), baseline.arithmetic());
    }

    @Test
    void repeatsPassesAndGatesThem() {
        Baseline always = Baseline.of(network, ideal, ideal, new BaselineSetting(NumberFormat.FLOAT32, true, 50, 2, 1));
        Baseline gated =
                Baseline.of(network, ideal, ideal, new BaselineSetting(NumberFormat.FLOAT32, true, 50, 2, 0.1));
        Baseline once = Baseline.of(network, ideal, ideal, new BaselineSetting(NumberFormat.FLOAT32, true, 1, 2, 1));

        assertEquals(
                50 * once.joulesPerInference().orElseThrow(),
                always.joulesPerInference().orElseThrow(),
                1e-18);
        assertEquals(
                always.joulesPerSecondOfAudio().orElseThrow() / 10,
                gated.joulesPerSecondOfAudio().orElseThrow(),
                1e-18);
    }

    @Test
    void putsTheMemoryOfTheIdealProcessInTheStead() throws ProfileException {
        Baseline cortex = Baseline.of(
                network,
                ProfileLibrary.find("cortex-m4"),
                ideal,
                new BaselineSetting(NumberFormat.INT8, false, 1, 1, 1));

        assertEquals(24 * 12.3e-12 + 5 * 10e-12, cortex.joulesPerInference().orElseThrow(), 1e-20);
        assertTrue(cortex.notes().contains("The processor's memory is not known: that of ideal-45nm stands in."));
        assertTrue(cortex.notes().contains("The processor's static power is not known: nothing is counted for it."));
    }

    @Test
    void hasNothingOnTopOfAnAllInEnergy() throws ProfileException {
        Baseline cpu = Baseline.of(
                network,
                ProfileLibrary.find("desktop-cpu"),
                ideal,
                new BaselineSetting(NumberFormat.FLOAT32, false, 1, 1, 1));

        assertEquals(1, cpu.components().size());
        assertEquals(24 * 8.6e-9, cpu.joulesPerInference().orElseThrow(), 1e-18);
    }

    @Test
    void carriesTheIntervalOfDram() {
        // Two projections of 1000 x 1000 do not fit into a megabyte.
        Network large = LargeNetwork.of(1000);
        Baseline baseline = Baseline.of(large, ideal, ideal, new BaselineSetting(NumberFormat.FLOAT32, false, 1, 1, 1));

        double joules = baseline.joulesPerInference().orElseThrow();
        double traffic = 500_000 * 1.3e-9;
        assertEquals(joules, baseline.interval().orElseThrow().low(), 1e-12);
        assertEquals(joules + traffic, baseline.interval().orElseThrow().high(), 1e-9);
        assertTrue(traffic > 0.9 * joules, "traffic is what large networks cost");
    }

    @Test
    void refusesWhatIsNoConventionalProcessor() throws ProfileException {
        HardwareProfile loihi = ProfileLibrary.find("loihi");
        BaselineSetting setting = BaselineSetting.everyTick(NumberFormat.INT8, 1e-3);

        IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> Baseline.of(network, loihi, ideal, setting));

        assertTrue(refusal.getMessage().startsWith("loihi is no conventional processor"));
        assertThrows(IllegalArgumentException.class, () -> new BaselineSetting(NumberFormat.INT8, true, 0, 1, 1));
        assertThrows(IllegalArgumentException.class, () -> new BaselineSetting(NumberFormat.INT8, true, 1, 0, 1));
        assertThrows(IllegalArgumentException.class, () -> new BaselineSetting(NumberFormat.INT8, true, 1, 1, 1.1));
    }

    @Test
    void gatingSavesDynamicEnergyOnly() {
        BaselineSetting gated = new BaselineSetting(NumberFormat.FLOAT32, false, 1, 10, 0.25);

        Baseline baseline = Baseline.of(network, ideal, ideal, gated);

        double joules = baseline.joulesPerInference().orElseThrow();
        double still = baseline.staticWatts().orElse(0);
        assertEquals(10 * joules, baseline.dynamicJoulesPerSecondAlwaysOn().orElseThrow(), 1e-20);
        assertEquals(10 * joules + still, baseline.joulesPerSecondAlwaysOn().orElseThrow(), 1e-20);
        assertEquals(2.5 * joules + still, baseline.joulesPerSecondOfAudio().orElseThrow(), 1e-20);
    }

    @Test
    void isPossibleOnConventionalProcessorsOnly() {
        for (HardwareProfile profile : ProfileLibrary.builtIn()) {
            assertEquals(profile.execution() == Execution.DENSE, Baseline.isPossibleOn(profile), profile.name());
        }
    }
}
