package ganglion.scenario.run;

import ganglion.documents.InputException;
import ganglion.hardware.chip.ChipLimits;
import ganglion.hardware.chip.ChipModels;
import ganglion.hardware.chip.HardwareProfile;
import ganglion.hardware.placement.ChipFit;
import ganglion.hardware.precision.ModelReplacement;
import ganglion.hardware.precision.Quantisation;
import ganglion.hardware.precision.Quantisation.ChipPrecision;
import ganglion.hardware.precision.QuantisedNetwork;
import ganglion.hardware.precision.QuantisedNetwork.PopulationChange;
import ganglion.hardware.precision.RasterChange;
import ganglion.kernel.MembraneTrace;
import ganglion.kernel.SimulationResult;
import ganglion.kernel.network.Network;
import ganglion.scenario.model.BitTrueChip;
import ganglion.scenario.model.HardwareSpec;
import ganglion.scenario.model.Scenario;
import ganglion.scenario.result.Decision;
import ganglion.scenario.result.PrecisionChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A network in the precision of the chip that a scenario applies.
 *
 * @param profile the chip
 * @param quantised the network, and the effect of rounding
 */
public record AppliedPrecision(HardwareProfile profile, QuantisedNetwork quantised) {

    /**
     * The network of a scenario in the precision of its chip, to be simulated; empty if it applies none.
     *
     * @throws InputException if the chip is computed bit by bit: only complete runs are
     */
    public static Optional<AppliedPrecision> of(Scenario scenario, Network given) throws InputException {
        Optional<HardwareSpec> chip = scenario.precision();
        if (chip.flatMap(HardwareSpec::bitTrue).isPresent()) {
            throw new InputException(scenario.problem(
                    chip.get().pointer() + "/apply", "found bit-true, which only \"run\" knows; expected precision"));
        }
        return ofRun(scenario, given);
    }

    /** The same, of a chip that is computed bit by bit too. */
    public static Optional<AppliedPrecision> ofRun(Scenario scenario, Network given) {
        return scenario.precision()
                .map(spec -> spec.bitTrue()
                        .map(chip -> of(spec.profile(), chip, given))
                        .orElseGet(() -> of(spec.profile(), given)));
    }

    /** A network in the bits of a chip that is computed bit by bit. */
    public static AppliedPrecision of(HardwareProfile profile, BitTrueChip chip, Network given) {
        QuantisedNetwork own = of(profile, chip.inOwnUnits(given)).quantised();
        return new AppliedPrecision(
                profile, new QuantisedNetwork(given, own.network(), own.populations(), own.projections(), own.notes()));
    }

    /**
     * A network in the precision of a chip, with what stands in for equations that the chip does not have.
     *
     * @throws IllegalArgumentException if weights of the network change
     */
    public static AppliedPrecision of(HardwareProfile profile, Network given) {
        ChipModels models = profile.cores().models();
        ChipLimits limits = profile.cores().limits();
        Network replaced = ModelReplacement.apply(given, models);
        QuantisedNetwork rounded = Quantisation.apply(replaced, ChipPrecision.of(limits));
        List<String> notes = new ArrayList<>(ChipFit.of(given, models, limits).changes().stream()
                .map(change -> "The chip computes " + change + ".")
                .toList());
        notes.addAll(rounded.notes());
        return new AppliedPrecision(
                profile,
                new QuantisedNetwork(given, rounded.network(), rounded.populations(), rounded.projections(), notes));
    }

    /** The network to run. */
    public Network network() {
        return quantised.network();
    }

    PrecisionChange change(
            List<RasterChange> rasters, List<Decision> decisionsAsGiven, Optional<BitTrueChip.Work> work) {
        return new PrecisionChange(profile, quantised, rasters, decisionsAsGiven, work);
    }

    /** Chips count potentials in steps. Scenarios and reports have them in units of the threshold. */
    public SimulationResult inUnitsOfTheScenario(SimulationResult result) {
        List<MembraneTrace> traces =
                result.membranes().stream().map(this::inUnitsOfTheScenario).toList();
        return new SimulationResult(
                result.network(), result.ticks(), result.spikes(), result.activity(), traces, result.weights());
    }

    private MembraneTrace inUnitsOfTheScenario(MembraneTrace trace) {
        double step = step(trace.population());
        double[] potentials = trace.potentials().clone();
        for (int i = 0; i < potentials.length; i++) {
            potentials[i] *= step;
        }
        return new MembraneTrace(trace.population(), trace.neuronCount(), potentials);
    }

    /** What one step of a potential is in units of the scenario; 1 if the potentials of a population are not rounded. */
    public double step(String population) {
        return quantised.populations().stream()
                .filter(change -> change.population().equals(population) && change.membraneRounded())
                .mapToDouble(PopulationChange::step)
                .findFirst()
                .orElse(1);
    }
}
