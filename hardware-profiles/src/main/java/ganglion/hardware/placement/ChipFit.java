package ganglion.hardware.placement;

import ganglion.hardware.chip.ChipLimits;
import ganglion.hardware.chip.ChipLimits.Limit;
import ganglion.hardware.chip.ChipModels;
import ganglion.hardware.chip.ChipModels.Trait;
import ganglion.hardware.chip.HardwareProfile;
import ganglion.hardware.precision.WeightStep;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.Population;
import ganglion.kernel.network.Projection;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Whether a chip computes the equations of a network, and what of that is not known. Room on cores is the placement's.
 *
 * @param refusals what the chip does not have, and nothing stands in for; human-readable
 * @param changes what it would compute in the place of what it does not have, human-readable; then the costs are those of another
 *     network, if it fired alike
 * @param unknown names of limits and groups of traits that this network needs to know, and the profile does not
 */
public record ChipFit(List<String> refusals, List<String> changes, List<String> unknown) {

    /** Of a chip whose equations do not matter: one that computes the dense network. */
    public static final ChipFit AS_IT_IS = new ChipFit(List.of(), List.of(), List.of());

    /** Limits that bear on every network; the longest delay does on those with delays. */
    private static final List<Limit> ALWAYS = List.of(
            Limit.NEURONS_PER_CORE,
            Limit.FAN_IN,
            Limit.FAN_OUT,
            Limit.INPUT_AXONS_PER_CORE,
            Limit.OUTPUT_AXONS_PER_CORE,
            Limit.WEIGHT_BITS,
            Limit.STATE_BITS,
            Limit.INPUTS,
            Limit.OUTPUTS);

    /** Bits from which on weights are as good as real numbers. */
    private static final long PLENTY = 24;

    /** Takes copies of the lists. */
    public ChipFit {
        refusals = List.copyOf(refusals);
        changes = List.copyOf(changes);
        unknown = List.copyOf(unknown);
    }

    /** The fit of a network on a chip; that of a price that does not follow its synaptic events is not known, either. */
    public static ChipFit of(Network network, HardwareProfile chip) {
        ChipFit fit = of(network, chip.cores().models(), chip.cores().limits());
        if (chip.followsSynapses()) {
            return fit;
        }
        List<String> unknown = new ArrayList<>(fit.unknown());
        unknown.add("energy of a synaptic event");
        return new ChipFit(fit.refusals(), fit.changes(), unknown);
    }

    /** The fit of a network. */
    public static ChipFit of(Network network, ChipModels models, ChipLimits limits) {
        Map<Trait, List<String>> needs = needs(network);
        List<String> refusals = new ArrayList<>();
        List<String> changes = new ArrayList<>();
        Set<String> unknown = new TreeSet<>();
        Set<Trait> replaced = needs.keySet().stream()
                .filter(trait -> !models.has(trait).orElse(true))
                .filter(trait -> models.standIn(trait).isPresent())
                .collect(Collectors.toSet());
        boolean noCurrents =
                replaced.stream().anyMatch(trait -> models.standIn(trait).equals(Optional.of(Trait.DELTA)));
        needs.forEach((trait, populations) -> {
            String names = String.join(", ", populations);
            if (models.has(trait).isEmpty()) {
                unknown.add(
                        models.known().containsKey(trait.group())
                                ? trait.label()
                                : trait.group().label());
            } else if (replaced.contains(trait)) {
                changes.add(models.standIn(trait).get().label() + " in place of " + trait.label() + " (" + names + ")");
            } else if (!models.has(trait).get() && !(trait == Trait.TWO_CURRENTS && noCurrents)) {
                refusals.add(names + (populations.size() == 1 ? " needs " : " need ") + trait.label()
                        + ", which the chip does not have");
            }
        });
        List<String> rounded = rounded(network, limits);
        if (!rounded.isEmpty()) {
            long bits = limits.most(Limit.WEIGHT_BITS);
            String names = String.join(", ", rounded);
            changes.add(
                    bits == 1
                            ? "weights of 1 bit in place of its own (" + names + "), which a mapping must choose"
                            : "weights of " + bits + " bits in place of its own (" + names + ")");
        }
        long longest = limits.most(Limit.DELAY_TICKS);
        String late = network.projections().stream()
                .filter(projection -> projection.synapses().largestDelayTicks() > longest)
                .map(projection -> projection.source() + " to " + projection.target())
                .collect(Collectors.joining(", "));
        if (!late.isEmpty()) {
            changes.add("delays of at most " + longest + (longest == 1 ? " tick" : " ticks") + " in place of its own ("
                    + late + ")");
        }
        addUnknown(network, limits, unknown);
        return new ChipFit(refusals, changes, List.copyOf(unknown));
    }

    private static Map<Trait, List<String>> needs(Network network) {
        Map<Trait, List<String>> needs = new EnumMap<>(Trait.class);
        for (Population population : network.populations()) {
            if (population.model().takesInput()) {
                ModelTraits.of(population.model(), population.size())
                        .forEach(trait -> add(needs, trait, population.name()));
            }
        }
        network.projections().stream()
                .filter(projection -> projection.plasticity().isPresent())
                .forEach(projection -> add(needs, Trait.PAIR_STDP, projection.target()));
        network.populations().stream()
                .map(Population::name)
                .filter(name -> reaches(network, name, name, new HashSet<>()))
                .forEach(name -> add(needs, Trait.RECURRENCE, name));
        return needs;
    }

    private static boolean reaches(Network network, String from, String sought, Set<String> seen) {
        return network.projections().stream()
                .filter(projection -> projection.source().equals(from))
                .map(Projection::target)
                .anyMatch(
                        target -> target.equals(sought) || seen.add(target) && reaches(network, target, sought, seen));
    }

    private static void add(Map<Trait, List<String>> needs, Trait trait, String population) {
        List<String> names = needs.computeIfAbsent(trait, unused -> new ArrayList<>());
        if (!names.contains(population)) {
            names.add(population);
        }
    }

    private static void addUnknown(Network network, ChipLimits limits, Set<String> unknown) {
        ALWAYS.stream().filter(limit -> !limits.knows(limit)).map(Limit::label).forEach(unknown::add);
        if (!limits.knows(Limit.SYNAPSES_PER_CORE) && !limits.knows(Limit.SYNAPSE_MEMORY_PER_CORE)) {
            unknown.add(Limit.SYNAPSES_PER_CORE.label());
        }
        boolean delays = network.projections().stream()
                .map(Projection::synapses)
                .anyMatch(synapses -> synapses.largestDelayTicks() > 1);
        if (delays && !limits.knows(Limit.DELAY_TICKS)) {
            unknown.add(Limit.DELAY_TICKS.label());
        }
    }

    /** Whether the chip computes this network and no other. */
    public boolean isAsItIs() {
        return refusals.isEmpty() && changes.isEmpty();
    }

    /** The populations whose incoming weights the chip's bits would round. One bit holds weights of one size. */
    private static List<String> rounded(Network network, ChipLimits limits) {
        long bits = limits.most(Limit.WEIGHT_BITS);
        if (bits >= PLENTY) {
            return List.of();
        }
        long levels = Math.max(1, (1L << bits - 1) - 1);
        return network.populations().stream()
                .map(Population::name)
                .filter(name -> !WeightStep.isExact(network, name, levels))
                .toList();
    }
}
