package ganglion.hardware;

import ganglion.hardware.energy.EnergyModel;
import ganglion.hardware.placement.InOrderPlacement;
import ganglion.hardware.placement.Placement;
import ganglion.hardware.profile.Execution;

/** Costs what ran on a chip. A pure function of its arguments: costing never changes a run. */
public final class Costing {

    /** Longest run that is costed; with two numbers for each tick, it takes half a gigabyte. */
    public static final long MOST_TICKS = 1L << 25;

    private Costing() {}

    /**
     * Energy and time of a workload on a chip. A network that does not fit gives a result without energies and times whose
     * placement says why.
     *
     * @throws IllegalArgumentException if the run is longer than {@link #MOST_TICKS}
     */
    public static ChipCost cost(Workload workload, HardwareProfile profile) {
        if (workload.ticks() > MOST_TICKS) {
            throw new IllegalArgumentException(
                    "a run of " + workload.ticks() + " ticks is too long to cost, the most is " + MOST_TICKS);
        }
        Placement placement = InOrderPlacement.place(workload.network(), profile.mesh(), profile.limits());
        CostAssembly assembly = new CostAssembly(workload, profile, placement);
        if (!placement.fits()) {
            return assembly.refused();
        }
        EnergyModel energies = new EnergyModel(profile.energy(), profile.execution());
        TickSeries series = profile.execution() == Execution.DENSE
                ? DenseRun.of(workload, profile, energies)
                : new SpikingRun(workload, profile, placement).walk(energies);
        return assembly.cost(energies, series);
    }
}
