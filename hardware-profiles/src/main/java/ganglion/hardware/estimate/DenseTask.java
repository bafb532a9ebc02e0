package ganglion.hardware.estimate;

import ganglion.hardware.chip.ChipModels.Trait;
import ganglion.hardware.chip.NumberFormat;
import ganglion.hardware.dense.DenseLayers;
import ganglion.hardware.dense.DenseLayers.LayerWork;
import ganglion.hardware.dense.DenseWork;
import ganglion.hardware.metrics.NumberInput;
import ganglion.hardware.placement.ModelTraits;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.Population;
import java.util.List;

/**
 * The dense network that stands in for a spiking one.
 *
 * @param computation what it stands for
 * @param format number format
 * @param layers layers of one pass, which a processor takes time for
 * @param pass arithmetic and memory traffic of one pass
 * @param passes calls for one decision, each of one pass
 * @param unpriced populations whose equations are of a kind that no figure of a device is about
 */
public record DenseTask(
        Computation computation,
        NumberFormat format,
        List<LayerWork> layers,
        DenseWork pass,
        long passes,
        List<String> unpriced) {

    /** Takes copies of the lists. */
    public DenseTask {
        layers = List.copyOf(layers);
        unpriced = List.copyOf(unpriced);
    }

    /** One whose neurons all have a price. */
    public DenseTask(
            Computation computation, NumberFormat format, List<LayerWork> layers, DenseWork pass, long passes) {
        this(computation, format, layers, pass, passes, List.of());
    }

    /**
     * The spiking network itself, whole in every tick.
     *
     * @param numbers inputs that are numbers
     * @param ticks ticks of a decision
     */
    public static DenseTask inEveryTick(Network network, List<NumberInput> numbers, NumberFormat format, long ticks) {
        return new DenseTask(
                Computation.DENSE_TICKS,
                format,
                DenseLayers.ofTick(network, numbers),
                DenseWork.ofTick(network, numbers),
                ticks,
                network.populations().stream()
                        .filter(population -> population.model().takesInput())
                        .filter(population -> ModelTraits.of(population.model(), population.size())
                                .traits()
                                .contains(Trait.OTHER))
                        .map(Population::name)
                        .toList());
    }

    /**
     * An artificial network of the same layers.
     *
     * @param numbers inputs that are numbers
     * @param passes how often it runs, once for a decision
     */
    public static DenseTask artificial(Network network, List<NumberInput> numbers, NumberFormat format, long passes) {
        return new DenseTask(
                Computation.ARTIFICIAL,
                format,
                DenseLayers.artificial(network, numbers),
                DenseWork.ofLayers(network, numbers),
                passes);
    }

    /** Why no device has time and energy for it; empty if one may. */
    List<String> problems() {
        return unpriced.isEmpty()
                ? List.of()
                : List.of("no device has a figure for a step of the equations of " + String.join(", ", unpriced));
    }

    /** What must be said of every estimate of it, human-readable. */
    List<String> notes() {
        return computation.caveat().map(caveat -> computation.label() + ": " + caveat).stream()
                .toList();
    }
}
