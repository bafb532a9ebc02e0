package ganglion.cli.print;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.hardware.chip.NumberFormat;
import ganglion.hardware.estimate.Battery;
import ganglion.hardware.estimate.Boundary;
import ganglion.hardware.estimate.BoundaryEnergy;
import ganglion.hardware.estimate.Computation;
import ganglion.hardware.estimate.DecisionEstimate;
import ganglion.hardware.estimate.DecisionWork;
import ganglion.hardware.estimate.DecisionWork.TickRange;
import ganglion.hardware.estimate.Part;
import ganglion.hardware.estimate.PartEnergy;
import ganglion.hardware.figure.Reliability;
import ganglion.hardware.figure.Reliability.Grade;
import ganglion.hardware.library.ProfileException;
import ganglion.hardware.library.ProfileLibrary;
import ganglion.hardware.placement.ChipFit;
import ganglion.scenario.cost.Comparison;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** The answer about devices whose estimates are made by hand. A decision comes every second. */
class DeviceAnswerTest {

    private static final Reliability UNVALIDATED = Reliability.unvalidated(Grade.C);

    private static Reliability within(double factor) {
        return new Reliability(Grade.B, 2, OptionalDouble.of(1), OptionalDouble.of(1), OptionalDouble.of(factor));
    }

    /** A negative energy is unknown. */
    private static DecisionEstimate estimate(
            String profile,
            Computation computation,
            double marginal,
            double active,
            double alwaysOn,
            double workSeconds,
            Reliability reliability) {
        Map<Boundary, BoundaryEnergy> energies = new EnumMap<>(Boundary.class);
        double[] joules = {marginal, active, alwaysOn};
        for (Boundary boundary : Boundary.values()) {
            double value = joules[boundary.ordinal()];
            PartEnergy part = value < 0
                    ? PartEnergy.unknown(List.of("idle power of " + profile, "time of a hop"))
                    : PartEnergy.of(value);
            energies.put(boundary, new BoundaryEnergy(boundary, Map.of(Part.NETWORK, part)));
        }
        try {
            return new DecisionEstimate(
                    ProfileLibrary.find(profile),
                    computation,
                    computation == Computation.SPIKES ? Optional.empty() : Optional.of(NumberFormat.INT8),
                    energies,
                    1,
                    OptionalDouble.of(workSeconds),
                    List.of(),
                    Optional.of(workSeconds <= 1),
                    OptionalDouble.empty(),
                    OptionalDouble.empty(),
                    Boundary.each(reliability),
                    ChipFit.AS_IT_IS,
                    List.of());
        } catch (ProfileException e) {
            throw new IllegalStateException(e);
        }
    }

    private static DecisionEstimate chip(double active, double alwaysOn, Reliability reliability) {
        return estimate("loihi", Computation.SPIKES, 1e-3, active, alwaysOn, 0.02, reliability);
    }

    private static DecisionEstimate processor(double active, double alwaysOn, Reliability reliability) {
        return estimate("stm32u575", Computation.ARTIFICIAL, 2e-3, active, alwaysOn, 0.1, reliability);
    }

    private static List<String> printed(Optional<Battery> battery, DecisionEstimate... estimates) {
        return printed(battery, Optional.empty(), true, estimates);
    }

    private static List<String> printed(
            Optional<Battery> battery,
            Optional<String> withoutArtificial,
            boolean decides,
            DecisionEstimate... estimates) {
        DecisionWork work = new DecisionWork(List.of(new TickRange(0, 1000)), 1e-3, List.of());
        Comparison comparison =
                new Comparison(1, 1000, null, null, null, work, List.of(estimates), withoutArtificial, List.of());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new DeviceAnswer(comparison, battery, decides, List.of(), Map.of())
                .print(new PrintStream(bytes, true, StandardCharsets.UTF_8), "  ");
        return bytes.toString(StandardCharsets.UTF_8).lines().toList();
    }

    private static List<String> printed(DecisionEstimate... estimates) {
        return printed(Optional.empty(), estimates);
    }

    private static void assertHas(List<String> lines, String expected) {
        assertTrue(lines.contains(expected), () -> String.join("\n", lines));
    }

    @Test
    void devicesComeInTheOrderOfTheirActiveEnergyWithTheDigitsOfTheirIntervals() {
        List<String> lines = printed(processor(5.43e-3, 0.0234, within(1.5)), chip(1.234e-3, 0.1234, within(1.04)));

        assertEquals(
                List.of(
                        "  Devices that keep pace with a decision every 1 s, by its energy, asleep in between"
                                + " (active):",
                        "  device     computes          works  marginal  active  active for  network  always on  grade"
                                + "    fits",
                        "  loihi      spikes            20 ms      1 mJ  1.2 mJ       20 ms   1.2 mJ     120 mJ  B"
                                + " x1.04  as it is",
                        "  stm32u575  artificial int8  100 ms      2 mJ  5.4 mJ      100 ms   5.4 mJ      23 mJ  B"
                                + " x1.5   another network"),
                lines.subList(0, 4));
    }

    @Test
    void eachDeviceHasOneRowWithTheComputationThatTakesItLeast() {
        DecisionEstimate densely = estimate("stm32u575", Computation.DENSE_TICKS, 1, 1, 1, 0.1, within(1.5));

        List<String> lines = printed(densely, processor(5e-3, 0.02, within(1.5)));

        assertEquals(
                1, lines.stream().filter(line -> line.contains("stm32u575 ")).count());
        assertTrue(lines.get(2).contains("artificial int8"), lines.get(2));
    }

    @Test
    void savingsAreToldBoundaryByBoundaryWithTheirInterval() {
        List<String> lines = printed(processor(4e-3, 0.02, within(1.2)), chip(1e-3, 0.024, within(1.2)));

        assertHas(
                lines,
                "  Asleep between decisions, loihi takes 0.25 (0.19 to 0.32) of the energy of stm32u575 (artificial");
        assertHas(lines, "    int8; nobody has measured its accuracy).");
        assertHas(
                lines,
                "  Always on, loihi takes 1.2 (0.93 to 1.6) times the energy of stm32u575 (artificial int8; nobody");
        assertHas(lines, "    has measured its accuracy); not clear which takes less.");
    }

    @Test
    void belowATableWithAnArtificialNetworkStandsThatNobodyHasMeasuredItsAccuracy() {
        String caveat = "  artificial: nobody has measured its accuracy";
        DecisionEstimate densely = estimate("stm32u575", Computation.DENSE_TICKS, 1, 1, 1, 0.1, within(1.5));

        assertHas(printed(processor(4e-3, 0.02, within(1.2))), caveat);
        assertFalse(printed(densely).contains(caveat));
    }

    @Test
    void aSavingWithADeviceThatNobodyMeasuredIsNotClear() {
        List<String> lines = printed(processor(4e-3, 0.02, within(1.2)), chip(1e-3, 0.2, UNVALIDATED));

        assertHas(
                lines,
                "  Asleep between decisions, loihi takes 0.25 of the energy of stm32u575 (artificial int8; nobody has");
        assertHas(lines, "    measured its accuracy); not clear, as nobody measured loihi.");
        assertHas(lines, "  No measurement confirms the place of loihi.");
    }

    @Test
    void aConventionalDeviceThatCannotBeAlwaysOnIsNotComparedThere() {
        List<String> lines = printed(processor(4e-3, -1, within(1.2)), chip(1e-3, 0.2, within(1.2)));

        assertHas(lines, "  Always on, no conventional device has a known energy to compare with.");
        assertHas(lines, "  -  stm32u575, always on: idle power of stm32u575; time of a hop");
        assertTrue(lines.get(3).matches("  stm32u575 .* -  B x1.2  another network"), lines.get(3));
    }

    @Test
    void aFigureThatSeveralEnergiesLackIsNamedOnce() {
        DecisionEstimate dark = estimate("truenorth", Computation.SPIKES, -1, 1e-3, -1, 0.1, UNVALIDATED);

        List<String> lines = printed(dark);

        assertHas(lines, "  -  truenorth, marginal and always on: idle power of truenorth; time of a hop");
    }

    @Test
    void whatCannotKeepPaceOrIsUnknownStandsBelowWithItsReason() {
        DecisionEstimate slow = estimate("raspberry-pi-4", Computation.ARTIFICIAL, 1, 1, 1, 2, UNVALIDATED);
        DecisionEstimate dark = estimate("truenorth", Computation.SPIKES, 1e-3, -1, -1, 0.1, UNVALIDATED);

        List<String> lines = printed(slow, dark, processor(4e-3, 0.02, within(1.2)));

        int place = lines.indexOf("  Devices that fall behind:");
        assertEquals(
                List.of(
                        "  raspberry-pi-4  marginal 1 J; too slow: works 2 s and has 1 s",
                        "",
                        "  Devices of which too little is known:",
                        "  truenorth  marginal 1 mJ; idle power of truenorth; time of a hop"),
                lines.subList(place + 1, place + 5));
    }

    @Test
    void withoutADeviceThatKeepsPaceThereIsNoTable() {
        List<String> lines = printed(estimate("raspberry-pi-4", Computation.ARTIFICIAL, 1, 1, 1, 2, UNVALIDATED));

        assertEquals("  No device is known to keep pace with a decision every 1 s.", lines.get(0));
        assertEquals("  Devices that fall behind:", lines.get(2));
    }

    @Test
    void gradesInTheTableAreExplained() {
        List<String> lines = printed(processor(4e-3, 0.02, within(1.2)), chip(1e-3, 0.2, UNVALIDATED));

        String all = String.join(" ", lines).replaceAll(" +", " ");
        assertTrue(
                all.contains("grade B: " + Grade.B.meaning() + "; C: " + Grade.C.meaning()
                        + "; x: within this factor, 19 times of 20"),
                all);
    }
}
