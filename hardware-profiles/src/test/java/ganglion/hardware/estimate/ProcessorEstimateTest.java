package ganglion.hardware.estimate;

import static ganglion.hardware.estimate.ToyDevices.part;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.hardware.chip.HardwareProfile;
import ganglion.hardware.chip.NumberFormat;
import ganglion.hardware.dense.CallTime;
import ganglion.hardware.dense.DenseLayers.LayerWork;
import ganglion.hardware.dense.DenseWork;
import ganglion.hardware.estimate.DenseEstimate.ProcessorEstimate;
import ganglion.hardware.library.ProfileLibrary;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** A hundred thousand products take 0.1 s of a second; the front end of 200 multiply-adds takes 0.2 s. */
class ProcessorEstimateTest {

    private static final DenseTask TASK = task(NumberFormat.INT8);

    private static DenseTask task(NumberFormat format) {
        return new DenseTask(
                Computation.ARTIFICIAL,
                format,
                List.of(LayerWork.dense(1000, 100)),
                new DenseWork(100_000, 100_000, 1000, 100),
                1);
    }

    private static DecisionEstimate estimate(HardwareProfile profile, long multiplyAdds) {
        return ProcessorEstimate.of(profile, TASK, ToyDevices.second(multiplyAdds), ToyDevices.surroundings(1.2));
    }

    @Test
    void energyIsPowerTimesTimeOverTheStates() {
        DecisionEstimate found = estimate(ToyDevices.processor("p", "1 mW", "10 mW", "110 mW"), 200);

        assertEquals(0.3, found.workSeconds().orElseThrow(), 1e-12);
        assertEquals(Optional.of(true), found.inTime());
        // Work adds 100 mW to idling: 0.1 s of network, 0.2 s of front end.
        assertEquals(10e-3, part(found, Boundary.MARGINAL, Part.NETWORK), 1e-12);
        assertEquals(20e-3, part(found, Boundary.MARGINAL, Part.FRONT_END), 1e-12);
        assertEquals(0, part(found, Boundary.MARGINAL, Part.STATIC));
        // Asleep for 0.7 s.
        assertEquals(0.3 * 10e-3 + 0.7 * 1e-3, part(found, Boundary.ACTIVE, Part.STATIC), 1e-12);
        assertEquals(
                0.3 * 0.110 + 0.7 * 1e-3, found.energy(Boundary.ACTIVE).joules().orElseThrow(), 1e-12);
        assertEquals(
                0.3 * 0.110 + 0.7 * 0.010,
                found.energy(Boundary.ALWAYS_ON).joules().orElseThrow(),
                1e-12);
    }

    /** What validation computes for a row with a batch, a user gets by asking for one: weights are read once a call. */
    @Test
    void aBatchReadsItsWeightsOnce() throws Exception {
        HardwareProfile one = ProfileLibrary.find("rtx-3090");
        HardwareProfile many = ProfileLibrary.find("rtx-3090@batch64");
        DenseTask task = task(NumberFormat.FLOAT32);
        CallTime call = CallTime.of(one.conventional().processor().orElseThrow(), task.layers(), task.format(), 64);

        DecisionEstimate found = ProcessorEstimate.of(many, task, ToyDevices.second(0), ToyDevices.surroundings(1.2));

        assertEquals(call.seconds().orElseThrow() / 64, found.workSeconds().orElseThrow(), 1e-15);
        assertEquals(
                call.seconds().orElseThrow()
                        / 64
                        * one.figures().power().runAboveIdle().orElseThrow(),
                found.energy(Boundary.MARGINAL).joules().orElseThrow(),
                1e-12);
        assertTrue(found.workSeconds().orElseThrow()
                < ProcessorEstimate.of(one, task, ToyDevices.second(0), ToyDevices.surroundings(1.2))
                        .workSeconds()
                        .orElseThrow());
        assertTrue(found.notes().get(1).startsWith("batches of 64: all of their decisions come after "));
    }

    @Test
    void withoutIdlePowerThereIsNoAlwaysOnFigure() {
        DecisionEstimate found = estimate(ToyDevices.processor("p", "1 mW", "", "110 mW"), 0);

        assertTrue(found.energy(Boundary.ALWAYS_ON).joules().isEmpty());
        assertEquals(
                List.of("idle power of p: no source is known"),
                found.energy(Boundary.ALWAYS_ON).missing());
        assertEquals(0.1 * 0.109, found.energy(Boundary.MARGINAL).joules().orElseThrow(), 1e-12);
        assertEquals(
                0.1 * 0.110 + 0.9 * 1e-3, found.energy(Boundary.ACTIVE).joules().orElseThrow(), 1e-12);
    }

    @Test
    void withoutSleepItIdlesBetweenDecisions() {
        DecisionEstimate found = estimate(ToyDevices.processor("p", "", "10 mW", "110 mW"), 0);

        assertEquals(
                found.energy(Boundary.ALWAYS_ON).joules().orElseThrow(),
                found.energy(Boundary.ACTIVE).joules().orElseThrow(),
                1e-15);
    }

    @Test
    void withoutAnyPowerAtRestOnlyTheWorkIsKnown() {
        DecisionEstimate found = estimate(ToyDevices.processor("p", "", "", "110 mW"), 0);

        assertTrue(found.energy(Boundary.MARGINAL).joules().isEmpty());
        assertEquals(0.011, part(found, Boundary.ACTIVE, Part.NETWORK), 1e-12);
        assertEquals(
                List.of("power between decisions, asleep or idle, of p: no source is known"),
                found.energy(Boundary.ACTIVE).missing());
    }

    @Test
    void aFormatWithoutATimeNamesIt() {
        DecisionEstimate found = ProcessorEstimate.of(
                ToyDevices.processor("p", "1 mW", "10 mW", "110 mW"),
                task(NumberFormat.FLOAT32),
                ToyDevices.second(0),
                ToyDevices.surroundings(1.2));

        assertTrue(found.workSeconds().isEmpty());
        assertEquals(
                List.of("time of a multiply-accumulate in a dense layer, float32"),
                found.energy(Boundary.MARGINAL).missing());
        assertEquals(found.missingTimes(), found.energy(Boundary.MARGINAL).missing());
    }

    @Test
    void moreWorkThanTimeIsTooSlow() {
        DecisionEstimate found = estimate(ToyDevices.processor("p", "1 mW", "10 mW", "110 mW"), 901);

        assertEquals(Optional.of(false), found.inTime());
        // No time is left to sleep in.
        assertEquals(1.001 * 0.110, found.energy(Boundary.ACTIVE).joules().orElseThrow(), 1e-12);
    }

    @Test
    void aDayIsAsManyDecisionsAsFitIntoIt() {
        DecisionEstimate found = estimate(ToyDevices.processor("p", "1 mW", "10 mW", "110 mW"), 0);
        double decision = found.energy(Boundary.ACTIVE).joules().orElseThrow();

        assertEquals(86_400 * decision, found.joulesPerDay(Boundary.ACTIVE).orElseThrow(), 1e-9);
        // 230 mAh at 3 V are 2484 J.
        assertEquals(
                2484 / (86_400 * decision),
                new Battery(0.230, 3).days(found.joulesPerDay(Boundary.ACTIVE)).orElseThrow(),
                1e-12);
    }

    @Test
    void everyPassOfADecisionTakesItsTime() {
        DenseTask thrice = new DenseTask(TASK.computation(), TASK.format(), TASK.layers(), TASK.pass(), 3);

        DecisionEstimate found = ProcessorEstimate.of(
                ToyDevices.processor("p", "1 mW", "10 mW", "110 mW"),
                thrice,
                ToyDevices.second(0),
                ToyDevices.surroundings(1.2));

        assertEquals(0.3, found.workSeconds().orElseThrow(), 1e-12);
        assertEquals(30e-3, part(found, Boundary.MARGINAL, Part.NETWORK), 1e-12);
    }

    @Test
    void betweenDecisionsItDrawsThePowerOfTheDeepestKnownState() {
        assertEquals(
                OptionalDouble.of(1e-3),
                estimate(ToyDevices.processor("p", "1 mW", "10 mW", "110 mW"), 0)
                        .betweenWatts());
        assertEquals(
                OptionalDouble.of(10e-3),
                estimate(ToyDevices.processor("p", "", "10 mW", "110 mW"), 0).betweenWatts());
        assertEquals(
                OptionalDouble.empty(),
                estimate(ToyDevices.processor("p", "", "", "110 mW"), 0).betweenWatts());
    }

    @Test
    void workThatFillsThePeriodExactlyIsInTimeAndLeavesNoRest() {
        HardwareProfile sleepless = ToyDevices.processor("p", "", "10 mW", "110 mW");
        HardwareProfile restless = ToyDevices.processor("p", "", "", "110 mW");
        HardwareProfile known = ToyDevices.processor("p", "1 mW", "10 mW", "110 mW");

        assertEquals(Optional.of(true), busyThroughout(known).inTime());
        assertEquals("", rest(busyThroughout(known)).remark());
        // A device that would idle is not said to do so where no time is left for it.
        assertEquals("", rest(busyThroughout(sleepless)).remark());
        assertEquals(
                "idle between decisions: it has no known sleep",
                rest(estimate(sleepless, 0)).remark());
        assertEquals("within the power at work", rest(busyThroughout(restless)).remark());
        assertEquals(
                0.110, busyThroughout(restless).energy(Boundary.ACTIVE).joules().orElseThrow(), 1e-12);
    }

    /** A million products of a microsecond in a second. */
    private static DecisionEstimate busyThroughout(HardwareProfile profile) {
        DenseTask million = new DenseTask(
                Computation.ARTIFICIAL,
                NumberFormat.INT8,
                List.of(LayerWork.dense(1000, 1000)),
                new DenseWork(1_000_000, 1_000_000, 1000, 1000),
                1);
        return ProcessorEstimate.of(profile, million, ToyDevices.second(0), ToyDevices.surroundings(1.2));
    }

    private static PartEnergy rest(DecisionEstimate estimate) {
        return estimate.energy(Boundary.ACTIVE).parts().get(Part.STATIC);
    }

    @Test
    void withoutAPowerAtWorkWorkIsUnknown() {
        DecisionEstimate found = estimate(ToyDevices.processor("p", "1 mW", "10 mW", ""), 0);

        assertEquals(
                List.of("power at work of p: no source is known"),
                found.energy(Boundary.MARGINAL).missing());
        assertEquals(0.01, part(found, Boundary.ALWAYS_ON, Part.STATIC), 1e-12);
    }

    @Test
    void aProcessorWithTimesOfTheFormatIsEstimatedByThem() {
        HardwareProfile processor = ToyDevices.processor("p", "1 mW", "10 mW", "110 mW");
        DecisionWork work = ToyDevices.second(0);

        assertEquals(
                Optional.of(estimate(processor, 0)),
                DenseEstimate.of(processor, TASK, work, ToyDevices.surroundings(1.2)));
        assertEquals(
                Optional.empty(),
                DenseEstimate.of(processor, task(NumberFormat.FLOAT32), work, ToyDevices.surroundings(1.2)));
    }
}
