package ganglion.report.run;

import ganglion.hardware.chip.HardwareProfile;
import ganglion.hardware.cost.ChipCost;
import ganglion.hardware.cost.EnergyComponent;
import ganglion.hardware.figure.Figure.FigureKind;
import ganglion.hardware.library.ProfileException;
import ganglion.hardware.library.ProfileLibrary;
import ganglion.hardware.placement.ChipFit;
import ganglion.hardware.placement.PlacementSummary;
import ganglion.kernel.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.HdrHistogram.Histogram;

/** Costs with figures set by hand on the profiles that ship: one known whole, one with an unknown, one without room. */
final class SampleCosts {

    private static final double STATIC_WATTS = 0.05;

    private SampleCosts() {}

    static List<ChipCost> all(int ticks) {
        return List.of(known(ticks), unknown(ticks), unplaced());
    }

    /** Loihi, every figure known: 5 µJ a tick dynamic, 0.05 W static, ticks of 1 to 4 µs. */
    static ChipCost known(int ticks) {
        double[] energy = new double[ticks];
        double[] seconds = new double[ticks];
        Histogram latency = new Histogram(3);
        double dynamic = 0;
        double standing = STATIC_WATTS * ticks * SampleRun.TICK_SECONDS;
        for (int t = 0; t < ticks; t++) {
            energy[t] = 5e-6;
            seconds[t] = 1e-6 * (1 + t % 4);
            latency.recordValue(Math.round(seconds[t] * 1e9));
            dynamic += energy[t];
        }
        List<EnergyComponent> components = List.of(
                component("synaptic-operation", "synaptic operations", OptionalDouble.of(0.75 * dynamic)),
                component("neuron-update-active", "neuron updates, active", OptionalDouble.of(0.25 * dynamic)),
                component("static", "static power", OptionalDouble.of(standing)));
        return cost("loihi", true, components, OptionalDouble.of(dynamic + standing), energy, seconds, latency);
    }

    /** Xylo without the energy of a synaptic operation. */
    static ChipCost unknown(int ticks) {
        List<EnergyComponent> components = List.of(
                component("synaptic-operation", "synaptic operations", OptionalDouble.empty()),
                component("static", "static power", OptionalDouble.of(2.9e-3)));
        return cost(
                "xylo-audio-2",
                true,
                components,
                OptionalDouble.empty(),
                new double[ticks],
                new double[0],
                new Histogram(3));
    }

    /** TrueNorth, on which the network finds no room. */
    static ChipCost unplaced() {
        return cost(
                "truenorth", false, List.of(), OptionalDouble.empty(), new double[0], new double[0], new Histogram(3));
    }

    private static EnergyComponent component(String name, String label, OptionalDouble joules) {
        return joules.isPresent()
                ? new EnergyComponent(name, label, 1000, joules, FigureKind.PUBLISHED, "23.6 pJ", "Davies 2018")
                : new EnergyComponent(name, label, 1000, joules, null, "", "");
    }

    private static ChipCost cost(
            String profile,
            boolean fits,
            List<EnergyComponent> components,
            OptionalDouble total,
            double[] tickEnergy,
            double[] tickSeconds,
            Histogram latency) {
        List<String> problems = fits ? List.of() : List.of("a fan-in of 300, at most 256 fit");
        return new ChipCost(
                profile(profile),
                new PlacementSummary(1, 2, 128, 3, 192, problems, 0, ChipFit.AS_IT_IS),
                List.of(),
                ChipCost.Work.NONE,
                new ChipCost.Energy(components, total, Optional.empty(), tickEnergy, OptionalDouble.of(STATIC_WATTS)),
                new ChipCost.Timing(
                        new Clock(SampleRun.TICK_SECONDS),
                        SampleRun.TICK_SECONDS,
                        1.8,
                        tickSeconds,
                        latency,
                        new Histogram(3),
                        0,
                        List.of()),
                List.of("weights are kept in full precision"));
    }

    private static HardwareProfile profile(String name) {
        try {
            return ProfileLibrary.find(name);
        } catch (ProfileException e) {
            throw new IllegalStateException(e);
        }
    }
}
