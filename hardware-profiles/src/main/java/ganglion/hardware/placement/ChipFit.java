package ganglion.hardware.placement;

import ganglion.hardware.chip.ChipLimits;
import ganglion.hardware.chip.ChipLimits.Limit;
import ganglion.hardware.chip.ChipModels;
import ganglion.hardware.chip.ChipModels.Trait;
import ganglion.hardware.chip.HardwareProfile;
import ganglion.hardware.precision.FewWeights;
import ganglion.hardware.precision.WeightStep;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.Population;
import ganglion.kernel.network.Projection;
import ganglion.kernel.network.Synapses;
import ganglion.kernel.plasticity.PairStdp;
import ganglion.kernel.schedule.Cycles;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

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

    /** Limits that bear on every network; the longest delay and refractory period do on those that have any. */
    private static final List<Limit> ALWAYS = List.of(
            Limit.NEURONS_PER_CORE,
            Limit.FAN_IN,
            Limit.FAN_OUT,
            Limit.INPUT_AXONS_PER_CORE,
            Limit.OUTPUT_AXONS_PER_CORE,
            Limit.WEIGHT_BITS,
            Limit.STATE_BITS,
            Limit.INPUTS,
            Limit.OUTPUTS,
            Limit.TARGET_CORES,
            Limit.WEIGHTS_PER_NEURON);

    /** Bits from which on weights are as good as real numbers. */
    public static final long PLENTY = 24;

    /** Takes copies of the lists. */
    public ChipFit {
        refusals = List.copyOf(refusals);
        changes = List.copyOf(changes);
        unknown = List.copyOf(unknown);
    }

    /** The fit of a network on a chip; that of a price that does not follow its synaptic events is not known, either, where there is one. */
    public static ChipFit of(Network network, HardwareProfile chip) {
        return priced(of(network, chip.cores().models(), chip.cores().limits()), chip);
    }

    /** The same of a network of which only its needs are known. */
    public static ChipFit of(Needs needs, HardwareProfile chip) {
        return priced(of(needs, chip.cores().models(), chip.cores().limits()), chip);
    }

    private static ChipFit priced(ChipFit fit, HardwareProfile chip) {
        if (chip.followsSynapses() || !chip.boundary().unmodelled().isEmpty()) {
            return fit;
        }
        List<String> unknown = new ArrayList<>(fit.unknown());
        unknown.add("energy of a synaptic event");
        return new ChipFit(fit.refusals(), fit.changes(), unknown);
    }

    /** The fit of a network. */
    public static ChipFit of(Network network, ChipModels models, ChipLimits limits) {
        return of(Needs.of(network, models, limits), models, limits);
    }

    /** Whether every weight is lost where potentials of some bits hold the threshold, given in the largest weight. */
    public static boolean losesAll(double thresholdInWeights, long bits) {
        return bits < PLENTY && thresholdInWeights > 2 * largest(bits);
    }

    private static ChipFit of(Needs asked, ChipModels models, ChipLimits limits) {
        Map<Trait, List<String>> needs = asked.traits();
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
        if (!asked.rounded().isEmpty()) {
            long bits = limits.most(Limit.WEIGHT_BITS);
            changes.add("weights of " + bits + (bits == 1 ? " bit" : " bits") + " in place of its own ("
                    + String.join(", ", asked.rounded()) + ")");
        }
        if (!asked.late().isEmpty()) {
            long longest = limits.most(Limit.DELAY_TICKS);
            changes.add("delays of at most " + longest + (longest == 1 ? " tick" : " ticks") + " in place of its own ("
                    + String.join(", ", asked.late()) + ")");
        }
        if (!asked.varied().isEmpty()) {
            changes.add("at most " + limits.most(Limit.WEIGHTS_PER_NEURON)
                    + " different weights into a neuron in place of its own (" + String.join(", ", asked.varied())
                    + ")");
        }
        addRefractory(asked.refractoryTicks(), limits, refusals, unknown);
        asked.lost()
                .forEach(name -> refusals.add(name + " has a threshold so high above its weights that potentials of "
                        + limits.most(Limit.STATE_BITS) + " bits hold none of them"));
        addUnknown(asked.delays(), limits, unknown);
        return new ChipFit(refusals, changes, List.copyOf(unknown));
    }

    /**
     * What a network asks of a chip.
     *
     * @param traits equations, by the names of what asks for them
     * @param rounded names of what has weights of more bits than the chip holds
     * @param late names of what has longer delays than the chip can have
     * @param varied names of what has more different weights than the chip holds for a neuron
     * @param lost names of what has a threshold so high that no weight is left in a potential that holds it
     * @param refractoryTicks refractory periods by name; 0 of one that is not known
     * @param delays whether anything arrives later than after one tick
     */
    public record Needs(
            Map<Trait, List<String>> traits,
            List<String> rounded,
            List<String> late,
            List<String> varied,
            List<String> lost,
            Map<String, Integer> refractoryTicks,
            boolean delays) {

        static Needs of(Network network, ChipModels models, ChipLimits limits) {
            Map<Trait, List<String>> traits = needs(network, models);
            long bits = limits.most(Limit.WEIGHT_BITS);
            long state = limits.stateBitsInWeights();
            long longest = limits.most(Limit.DELAY_TICKS);
            long most = limits.most(Limit.WEIGHTS_PER_NEURON);
            Map<String, Integer> refractory = new LinkedHashMap<>();
            for (String name : traits.getOrDefault(Trait.REFRACTORY_PERIOD, List.of())) {
                Population population = network.population(network.index(name));
                refractory.put(
                        name,
                        ModelTraits.of(population.model(), population.size()).refractoryTicks());
            }
            return new Needs(
                    traits,
                    names(network, name -> isRounded(network, name, bits, state)),
                    network.projections().stream()
                            .filter(projection -> projection.synapses().largestDelayTicks() > longest)
                            .map(projection -> projection.source() + " to " + projection.target())
                            .toList(),
                    names(network, name -> FewWeights.exceeds(network, name, most)),
                    names(
                            network,
                            name -> state < PLENTY
                                    && losesAll(
                                            WeightStep.thresholdInWeights(network, name)
                                                    .orElse(0.0),
                                            state)),
                    refractory,
                    network.projections().stream()
                            .anyMatch(projection -> projection.synapses().largestDelayTicks() > 1));
        }
    }

    /** What a network asks of a chip of unknown models, by population, but for loops. */
    public static Map<Trait, List<String>> traits(Network network) {
        Map<Trait, List<String>> needs = needs(network, ChipModels.UNKNOWN);
        needs.remove(Trait.RECURRENCE);
        return needs;
    }

    private static Map<Trait, List<String>> needs(Network network, ChipModels models) {
        Map<Trait, Set<String>> needs = new EnumMap<>(Trait.class);
        for (Population population : network.populations()) {
            if (population.model().takesInput()) {
                ModelTraits.of(population.model(), population.size())
                        .traits()
                        .forEach(trait -> add(needs, trait, population.name()));
            }
        }
        // Where no weight matters, none is read: there may be many.
        if (!models.has(Trait.BOTH_SIGNS).orElse(false)
                || !models.has(Trait.NEGATIVE_POTENTIAL).orElse(false)) {
            addSigns(network, needs);
        }
        network.projections().stream()
                .filter(projection -> projection.plasticity().isPresent())
                .forEach(projection -> add(
                        needs,
                        projection.plasticity().get() instanceof PairStdp ? Trait.PAIR_STDP : Trait.OTHER,
                        projection.target()));
        Set<String> looped = new HashSet<>();
        Cycles.ofPopulations(network).stream()
                .filter(cycle -> cycle.size() > 1)
                .flatMap(List::stream)
                .forEach(i -> looped.add(network.population(i).name()));
        network.projections().stream()
                .filter(projection -> projection.source().equals(projection.target()))
                .forEach(projection -> looped.add(projection.source()));
        network.populations().stream()
                .map(Population::name)
                .filter(looped::contains)
                .forEach(name -> add(needs, Trait.RECURRENCE, name));
        Map<Trait, List<String>> listed = new EnumMap<>(Trait.class);
        needs.forEach((trait, names) -> listed.put(trait, List.copyOf(names)));
        return listed;
    }

    private static void addSigns(Network network, Map<Trait, Set<String>> needs) {
        for (Population population : network.populations()) {
            boolean[] excites = new boolean[population.size()];
            boolean[] inhibits = new boolean[population.size()];
            for (Projection projection : (Iterable<Projection>) network.outOf(population.name())::iterator) {
                Synapses synapses = projection.synapses();
                for (int source = 0; source < synapses.sourceSize(); source++) {
                    for (int i = 0; i < synapses.outDegree(source); i++) {
                        excites[source] |= synapses.weight(source, i) > 0;
                        if (synapses.weight(source, i) < 0) {
                            inhibits[source] = true;
                            add(needs, Trait.NEGATIVE_POTENTIAL, projection.target());
                        }
                    }
                }
            }
            if (IntStream.range(0, excites.length).anyMatch(source -> excites[source] && inhibits[source])) {
                add(needs, Trait.BOTH_SIGNS, population.name());
            }
        }
    }

    private static void addRefractory(
            Map<String, Integer> periods, ChipLimits limits, List<String> refusals, Set<String> unknown) {
        Limit limit = Limit.REFRACTORY_TICKS;
        if (!periods.isEmpty() && !limits.knows(limit)) {
            unknown.add(limit.label());
        }
        periods.forEach((name, ticks) -> {
            if (ticks > limits.most(limit)) {
                refusals.add(name + " has a refractory period of " + ticks + " ticks, the longest possible is "
                        + limits.most(limit));
            }
        });
    }

    private static void add(Map<Trait, Set<String>> needs, Trait trait, String population) {
        needs.computeIfAbsent(trait, unused -> new LinkedHashSet<>()).add(population);
    }

    private static void addUnknown(boolean delays, ChipLimits limits, Set<String> unknown) {
        ALWAYS.stream().filter(limit -> !limits.knows(limit)).map(Limit::label).forEach(unknown::add);
        if (!limits.knows(Limit.SYNAPSES_PER_CORE) && !limits.knows(Limit.SYNAPSE_MEMORY_PER_CORE)) {
            unknown.add(Limit.SYNAPSES_PER_CORE.label());
        }
        if (delays && !limits.knows(Limit.DELAY_TICKS)) {
            unknown.add(Limit.DELAY_TICKS.label());
        }
    }

    /** Whether the chip computes this network and no other. */
    public boolean isAsItIs() {
        return refusals.isEmpty() && changes.isEmpty();
    }

    /** Whether the chip's bits round the weights into a population. One bit holds weights of one size. */
    private static boolean isRounded(Network network, String population, long bits, long stateBits) {
        return bits < PLENTY
                && !WeightStep.isExact(
                        network,
                        population,
                        Math.max(1, largest(bits)),
                        bits == 1 ? Long.MAX_VALUE : largest(stateBits));
    }

    private static long largest(long bits) {
        return bits < Long.SIZE ? (1L << bits - 1) - 1 : Long.MAX_VALUE;
    }

    private static List<String> names(Network network, Predicate<String> which) {
        return network.populations().stream()
                .map(Population::name)
                .filter(which)
                .toList();
    }
}
