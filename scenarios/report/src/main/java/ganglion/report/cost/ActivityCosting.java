package ganglion.report.cost;

import ganglion.documents.quantity.QuantityFormat;
import ganglion.hardware.chip.ChipLimits.Limit;
import ganglion.hardware.chip.HardwareProfile;
import ganglion.hardware.chip.NumberFormat;
import ganglion.hardware.cost.ChipCost;
import ganglion.hardware.cost.EnergyComponent;
import ganglion.hardware.estimate.Boundary;
import ganglion.hardware.estimate.BreakEven;
import ganglion.hardware.estimate.Computation;
import ganglion.hardware.estimate.DecisionEstimate;
import ganglion.hardware.estimate.LayeredEstimate;
import ganglion.hardware.estimate.Part;
import ganglion.hardware.estimate.PartEnergy;
import ganglion.hardware.estimate.Surroundings;
import ganglion.hardware.figure.Figure;
import ganglion.hardware.figure.Interval;
import ganglion.hardware.figure.Reliability;
import ganglion.hardware.layered.Activity;
import ganglion.hardware.layered.ActivityLayer.Kind;
import ganglion.hardware.layered.ActivityNetwork;
import ganglion.hardware.layered.ActivityNetwork.Population;
import ganglion.hardware.library.ProfileRows;
import ganglion.report.cost.ActivityAnswer.BreakEvenAnswer;
import ganglion.report.cost.ActivityAnswer.ComponentAnswer;
import ganglion.report.cost.ActivityAnswer.Counts;
import ganglion.report.cost.ActivityAnswer.EnergyAnswer;
import ganglion.report.cost.ActivityAnswer.LayerCounts;
import ganglion.report.cost.ActivityAnswer.PaperEnergies;
import ganglion.report.cost.ActivityAnswer.SourceAnswer;
import ganglion.report.cost.ActivityAnswer.WayAnswer;
import ganglion.scenario.model.BitTrueChip;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Computes what one sample of an activity takes on devices, beside the artificial network of the same layers and beside what papers count. */
public final class ActivityCosting {

    private static final String FORMAT = "ganglion-activity-cost";
    private static final String OF_GIVEN_SPIKES =
            ": estimated from the spikes of the file; a run counts the work of the chip, bit by bit, with its own"
                    + " spikes";
    private static final List<Boundary> COMPARED = List.of(Boundary.MARGINAL, Boundary.ACTIVE);

    private ActivityCosting() {}

    /**
     * What a sample takes.
     *
     * @param profiles the devices
     * @param papers the profile of what papers count
     */
    public static ActivityAnswer answer(
            ActivityNetwork network,
            List<HardwareProfile> profiles,
            HardwareProfile papers,
            Surroundings surroundings) {
        Activity activity = network.activity();
        Counts counts = counts(network);
        List<LayeredEstimate> estimates = profiles.stream()
                .map(profile -> LayeredEstimate.of(network, profile, surroundings))
                .toList();
        List<WayAnswer> devices = new ArrayList<>();
        CitationKeys keys = new CitationKeys(new HashMap<>());
        estimates.forEach(estimate -> estimate.estimates().forEach(way -> devices.add(device(estimate, way, keys))));
        return new ActivityAnswer(
                FORMAT,
                1,
                activity.name(),
                activity.steps(),
                activity.samples(),
                activity.tickSeconds(),
                activity.periodSeconds(),
                counts,
                IntStream.range(0, network.count())
                        .mapToObj(layer -> layer(network, layer))
                        .toList(),
                network.assumed(),
                devices,
                papers(network, counts, papers),
                breakEvens(estimates, activity, counts));
    }

    private static Counts counts(ActivityNetwork network) {
        Activity activity = network.activity();
        int samples = activity.samples();
        double places =
                network.populations().stream().mapToDouble(Population::size).sum();
        double active = network.populations().stream()
                        .mapToDouble(network::activeUpdates)
                        .sum()
                / samples;
        double firing = sum(network, Kind.NEURONS, network::size);
        double spikes = sum(network, Kind.NEURONS, network::spikes) / samples;
        return new Counts(
                firing,
                places - firing,
                sum(network, network::parameters),
                sum(network, network::synapticEvents) / samples,
                sum(network, network::multiplyAccumulates) / samples,
                active,
                places * activity.steps() - active,
                sum(network, Kind.INPUT, network::spikes) / samples,
                spikes,
                firing == 0 ? 0 : spikes / firing,
                firing == 0 ? 0 : spikes / firing / activity.steps(),
                sum(network, network::denseProducts));
    }

    private static double sum(ActivityNetwork network, IntToDoubleFunction figure) {
        return IntStream.range(0, network.count()).mapToDouble(figure).sum();
    }

    private static double sum(ActivityNetwork network, Kind kind, IntToDoubleFunction figure) {
        return sum(network, layer -> network.layer(layer).kind() == kind ? figure.applyAsDouble(layer) : 0);
    }

    private static LayerCounts layer(ActivityNetwork network, int layer) {
        int samples = network.activity().samples();
        return new LayerCounts(
                network.layer(layer).name(),
                network.layer(layer).kind().word(),
                network.size(layer),
                network.parameters(layer),
                network.spikes(layer) / samples,
                network.synapticEvents(layer) / samples,
                network.multiplyAccumulates(layer) / samples,
                network.denseProducts(layer));
    }

    private static WayAnswer device(LayeredEstimate of, DecisionEstimate way, CitationKeys keys) {
        boolean spikes = way.computation() == Computation.SPIKES;
        Optional<ChipCost> cost = of.cost().filter(found -> spikes);
        Map<String, EnergyAnswer> energies = new LinkedHashMap<>();
        way.energies().keySet().forEach(boundary -> energies.put(boundary.word(), energy(way, boundary)));
        List<String> remarks = way.possible() ? remarks(way) : List.of();
        return new WayAnswer(
                way.profile().name(),
                way.profile().about().title(),
                way.computation().word(),
                way.format().map(NumberFormat::word).orElse(spikes ? weightBits(way.profile()) : ""),
                way.possible(),
                way.problems(),
                way.fit().changes(),
                way.fit().unknown(),
                cost.map(found -> found.placement().chips()).orElse(1),
                cost.map(found -> found.placement().coresUsed()).orElse(1),
                way.workSeconds(),
                way.activeSeconds(),
                way.periodSeconds(),
                way.inTime(),
                energies,
                cost.map(ActivityCosting::components).orElse(List.of()),
                sources(way, cost, keys),
                remarks,
                way.possible()
                        ? Stream.concat(remarks.stream(), way.notes().stream()).toList()
                        : List.of());
    }

    private static List<String> remarks(DecisionEstimate way) {
        Stream<String> ofParts = Stream.of(Part.NETWORK, Part.FRONT_END)
                .flatMap(part ->
                        Optional.ofNullable(way.energy(Boundary.ACTIVE).parts().get(part)).stream())
                .map(PartEnergy::remark)
                .filter(remark -> !remark.isEmpty());
        boolean counted = way.computation() == Computation.SPIKES
                && BitTrueChip.of(way.profile()).isPresent();
        return Stream.concat(ofParts, counted ? Stream.of(way.profile().name() + OF_GIVEN_SPIKES) : Stream.of())
                .toList();
    }

    private static String weightBits(HardwareProfile profile) {
        return profile.cores()
                .limits()
                .of(Limit.WEIGHT_BITS)
                .map(bits -> (long) bits.value() + "-bit weights")
                .orElse("");
    }

    private static EnergyAnswer energy(DecisionEstimate way, Boundary boundary) {
        Reliability reliability = way.reliability(boundary);
        Optional<Interval> interval = way.interval(boundary);
        return new EnergyAnswer(
                way.energy(boundary).joules(),
                interval.map(range -> OptionalDouble.of(range.low())).orElse(OptionalDouble.empty()),
                interval.map(range -> OptionalDouble.of(range.high())).orElse(OptionalDouble.empty()),
                reliability.grade().name(),
                reliability.grade().meaning(),
                reliability.heldOut(),
                part(way, boundary, Part.NETWORK),
                part(way, boundary, Part.FRONT_END),
                part(way, boundary, Part.INPUT_OUTPUT),
                part(way, boundary, Part.STATIC),
                way.energy(boundary).missing());
    }

    private static OptionalDouble part(DecisionEstimate way, Boundary boundary, Part part) {
        return way.energy(boundary).parts().get(part).joules();
    }

    private static List<ComponentAnswer> components(ChipCost cost) {
        return cost.energy().components().stream()
                .map(component -> new ComponentAnswer(
                        component.name(), component.label(), component.count(), component.joules(), component.figure()))
                .toList();
    }

    /** Of operations those that occur, and whatever else is in totals. */
    private static List<SourceAnswer> sources(DecisionEstimate way, Optional<ChipCost> cost, CitationKeys keys) {
        List<String> occur = cost.map(found -> found.energy().components().stream()
                        .filter(component -> component.joules().orElse(0) > 0)
                        .map(EnergyComponent::label)
                        .toList())
                .orElse(List.of());
        return ProfileRows.of(way.profile()).rows().stream()
                .filter(row -> way.possible() && row.inTotals())
                .filter(row -> cost.isEmpty() || !row.section().equals("energy") || occur.contains(row.name()))
                .flatMap(row -> keys.sources(row, way.profile().about().sources()))
                .toList();
    }

    /** Keys of the sources of an answer: profiles may give the same key to different citations. */
    private record CitationKeys(Map<String, List<String>> taken) {

        Stream<SourceAnswer> sources(ProfileRows.Row row, Map<String, String> known) {
            Figure figure = row.figure();
            return known.entrySet().stream()
                    .filter(source -> figure.source().contains(source.getValue()))
                    .sorted(Map.Entry.comparingByKey())
                    .map(source -> new SourceAnswer(
                            row.section() + " of " + row.name(),
                            figure.text(),
                            figure.kind().word(),
                            key(source.getKey(), source.getValue()),
                            source.getValue(),
                            figure.source().startsWith(source.getValue() + ", ")
                                    ? figure.source()
                                            .substring(source.getValue().length() + 2)
                                    : ""));
        }

        private String key(String own, String citation) {
            List<String> citations = taken.computeIfAbsent(own, unused -> new ArrayList<>());
            if (!citations.contains(citation)) {
                citations.add(citation);
            }
            int index = citations.indexOf(citation);
            return index == 0 ? own : own + (char) ('a' + index);
        }
    }

    private static PaperEnergies papers(ActivityNetwork network, Counts counts, HardwareProfile profile) {
        HardwareProfile.Arithmetic arithmetic =
                profile.conventional().arithmetic().get(NumberFormat.FLOAT32);
        double add = arithmetic.add().value();
        double both = add + arithmetic.multiply().value();
        double additions =
                sum(network, network::additionsOfPapers) / network.activity().samples();
        double products =
                sum(network, network::productsOfPapers) / network.activity().samples();
        boolean artificial = LayeredEstimate.reasonAgainstArtificial(network).isEmpty();
        return new PaperEnergies(
                additions * add + products * both,
                artificial ? OptionalDouble.of(counts.artificialMultiplyAccumulates() * both) : OptionalDouble.empty(),
                additions,
                products,
                add,
                both);
    }

    private static List<BreakEvenAnswer> breakEvens(List<LayeredEstimate> estimates, Activity activity, Counts counts) {
        Map<String, DecisionEstimate> artificial = new LinkedHashMap<>();
        for (LayeredEstimate estimate : estimates) {
            estimate.estimates().stream()
                    .filter(way -> way.computation() == Computation.ARTIFICIAL && way.possible())
                    .forEach(way -> artificial.putIfAbsent(way.profile().name(), way));
        }
        List<BreakEvenAnswer> found = new ArrayList<>();
        for (LayeredEstimate estimate : estimates) {
            DecisionEstimate way = estimate.estimates().get(0);
            for (DecisionEstimate other : artificial.values()) {
                for (Boundary boundary : COMPARED) {
                    breakEven(estimate.cost(), way, other, boundary, activity, counts)
                            .ifPresent(found::add);
                }
            }
        }
        return found;
    }

    private static Optional<BreakEvenAnswer> breakEven(
            Optional<ChipCost> cost,
            DecisionEstimate way,
            DecisionEstimate other,
            Boundary boundary,
            Activity activity,
            Counts counts) {
        OptionalDouble spiking = way.energy(boundary).joules();
        OptionalDouble artificial = other.energy(boundary).joules();
        double rate = counts.spikesPerNeuron() / activity.periodSeconds();
        if (way.computation() != Computation.SPIKES || spiking.isEmpty() || artificial.isEmpty() || rate == 0) {
            return Optional.empty();
        }
        Optional<BreakEven> crossing = BreakEven.of(
                rate, activity.periodSeconds(), activity.tickSeconds(), cost.orElseThrow(), way, other, boundary, 2);
        OptionalDouble spikes =
                crossing.map(BreakEven::breakEvenSpikesPerNeuronSecond).orElse(OptionalDouble.empty());
        OptionalDouble perNeuron =
                spikes.isPresent() ? OptionalDouble.of(spikes.getAsDouble() * activity.periodSeconds()) : spikes;
        double steps = activity.steps() * artificial.getAsDouble() / spiking.getAsDouble();
        String always = crossing.map(BreakEven::chipWinsAtRest).orElse(false) ? "at any rate" : "at no rate";
        return Optional.of(new BreakEvenAnswer(
                way.profile().name(),
                other.profile().name(),
                other.format().map(NumberFormat::word).orElse(""),
                boundary.word(),
                spiking.getAsDouble(),
                artificial.getAsDouble(),
                counts.spikesPerNeuron(),
                perNeuron,
                activity.steps(),
                steps < 1 ? OptionalDouble.empty() : OptionalDouble.of(steps),
                perNeuron.isPresent()
                        ? "below " + QuantityFormat.format(perNeuron.getAsDouble(), "", 3)
                                + " spikes per neuron, its inputs in proportion"
                        : always));
    }
}
