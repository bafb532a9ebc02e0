package ganglion.hardware.cost;

import ganglion.hardware.chip.TimingForm;
import ganglion.hardware.placement.PlacementStrategy;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The options of a scenario for costing a run on a chip.
 *
 * @param placement how neurons are assigned to cores
 * @param form how the time of a barrier-synchronised tick is composed; empty for the profile's own
 * @param units pipeline units by population, for chips that offer several; the first of each stage where none is named
 * @param activeByState whether a neuron counts as active also while its membrane is away from zero, rather than only in
 *     ticks in which an input reaches it or it fires; applies only to neurons with {@link
 *     ganglion.hardware.precision.GridLif} membranes
 */
public record CostOptions(
        PlacementStrategy placement,
        Optional<TimingForm> form,
        Map<String, List<String>> units,
        boolean activeByState) {

    /** In order, in the profile's form, on the first unit of each stage. */
    public static final CostOptions DEFAULT =
            new CostOptions(new PlacementStrategy.InOrder(), Optional.empty(), Map.of(), false);

    /** Takes a copy of the map. */
    public CostOptions {
        Objects.requireNonNull(placement, "placement");
        Objects.requireNonNull(form, "form");
        units = Map.copyOf(units);
    }

    /** The same with another placement. */
    public CostOptions with(PlacementStrategy other) {
        return new CostOptions(other, form, units, activeByState);
    }

    /** The same with another form of timing. */
    public CostOptions with(TimingForm other) {
        return new CostOptions(placement, Optional.of(other), units, activeByState);
    }
}
