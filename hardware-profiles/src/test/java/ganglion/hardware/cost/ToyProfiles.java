package ganglion.hardware.cost;

import ganglion.documents.quantity.Dimension;
import ganglion.documents.quantity.Quantity;
import ganglion.hardware.chip.ChipLimits;
import ganglion.hardware.chip.ChipLimits.Limit;
import ganglion.hardware.chip.ChipLimits.NoLimit;
import ganglion.hardware.chip.ChipModels;
import ganglion.hardware.chip.ChipModels.Group;
import ganglion.hardware.chip.ChipModels.Listing;
import ganglion.hardware.chip.ChipModels.Trait;
import ganglion.hardware.chip.EnergyFigure;
import ganglion.hardware.chip.EnergyFigure.Accounting;
import ganglion.hardware.chip.Execution;
import ganglion.hardware.chip.HardwareProfile;
import ganglion.hardware.chip.Mesh;
import ganglion.hardware.chip.OperatingPoint;
import ganglion.hardware.chip.Operation;
import ganglion.hardware.chip.PipelineUnit;
import ganglion.hardware.chip.PopulationFigures;
import ganglion.hardware.chip.PowerStates;
import ganglion.hardware.chip.TimeModel;
import ganglion.hardware.chip.TimeModel.BarrierTicks;
import ganglion.hardware.chip.TimeModel.BarrierTicks.BarrierTime;
import ganglion.hardware.figure.Figure;
import ganglion.hardware.figure.Figure.FigureKind;
import ganglion.hardware.placement.PlacedNetwork;
import ganglion.hardware.placement.PlacementStrategy;
import ganglion.hardware.placement.Placer;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.Population;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Chips with figures so simple that results can be worked out by hand. */
public final class ToyProfiles {

    private static final NoLimit NO_LIMIT = new NoLimit(FigureKind.ASSUMED, "us", "");

    private ToyProfiles() {}

    /** A figure of our own. */
    public static Figure figure(String text, Dimension dimension) {
        return new Figure(
                text,
                Quantity.parse(text, dimension).value(),
                dimension,
                FigureKind.ASSUMED,
                "us",
                "",
                Optional.empty());
    }

    /** An energy that covers nothing else. */
    public static EnergyFigure energy(String text) {
        return new EnergyFigure(figure(text, Dimension.ENERGY), Accounting.MARGINAL, Set.of());
    }

    /** Limits of neurons and input axons alone. */
    public static ChipLimits limits(int neuronsPerCore, int inputAxonsPerCore) {
        return limits(Map.of(Limit.NEURONS_PER_CORE, neuronsPerCore, Limit.INPUT_AXONS_PER_CORE, inputAxonsPerCore));
    }

    /** These limits, with one for the number of chips. */
    public static ChipLimits onChips(int chips, ChipLimits limits) {
        Map<Limit, Figure> known = new HashMap<>(limits.known());
        known.put(Limit.CHIPS, count(chips));
        return new ChipLimits(known, limits.none(), limits.kinds());
    }

    /** Limits that are counts, and no others. */
    public static ChipLimits limits(Map<Limit, Integer> counts) {
        Map<Limit, Figure> known = new EnumMap<>(Limit.class);
        counts.forEach((limit, count) -> known.put(limit, count(count)));
        Map<Limit, NoLimit> none = new EnumMap<>(Limit.class);
        EnumSet.allOf(Limit.class).forEach(limit -> none.put(limit, NO_LIMIT));
        none.keySet().removeAll(known.keySet());
        return new ChipLimits(known, none, List.of());
    }

    /** Every equation. */
    public static ChipModels anyModel() {
        Map<Group, Listing> all = new EnumMap<>(Group.class);
        for (Group group : Group.values()) {
            all.put(group, new Listing(EnumSet.allOf(Trait.class), Set.of(), FigureKind.ASSUMED, "us", ""));
        }
        return new ChipModels(all);
    }

    /** A count as a limit. */
    public static Figure count(int count) {
        return figure(String.valueOf(count), Dimension.COUNT);
    }

    /** Four tiles in a square, one core each, two neurons per core; each energy another power of ten of a joule. */
    public static HardwareProfile mesh() {
        Map<Operation, EnergyFigure> energy = new EnumMap<>(Operation.class);
        energy.put(Operation.SYNAPTIC_OPERATION, energy("1 J"));
        energy.put(Operation.NEURON_UPDATE_ACTIVE, energy("100 J"));
        energy.put(Operation.NEURON_UPDATE_IDLE, energy("1e4 J"));
        energy.put(Operation.MESSAGE_WITHIN_TILE, energy("1e6 J"));
        energy.put(Operation.HOP_EAST, energy("1e8 J"));
        energy.put(Operation.HOP_WEST, energy("1e10 J"));
        energy.put(Operation.HOP_NORTH, energy("1e12 J"));
        energy.put(Operation.HOP_SOUTH, energy("1e14 J"));
        Map<Operation, Figure> time = new EnumMap<>(Operation.class);
        time.put(Operation.SYNAPTIC_OPERATION, figure("1 ns", Dimension.TIME));
        time.put(Operation.NEURON_UPDATE_ACTIVE, figure("100 ns", Dimension.TIME));
        time.put(Operation.NEURON_UPDATE_IDLE, figure("10 ns", Dimension.TIME));
        Operation.hops().forEach(hop -> time.put(hop, figure("1 us", Dimension.TIME)));
        BarrierTime barrier = new BarrierTime(1, figure("10 us", Dimension.TIME));
        BarrierTime far = new BarrierTime(4, figure("40 us", Dimension.TIME));
        return profile(new BarrierTicks(List.of(barrier, far)), energy, time);
    }

    /** The same chip with other figures. */
    public static HardwareProfile profile(
            TimeModel timeModel, Map<Operation, EnergyFigure> energy, Map<Operation, Figure> time) {
        return new HardwareProfile(
                new HardwareProfile.About("toy", "Toy", "For tests.", List.of(), Map.of(), Optional.empty()),
                new HardwareProfile.Boundary("everything", "nothing", true, List.of()),
                new HardwareProfile.Cores(
                        Execution.SPIKING, new Mesh(2, 2, 1), limits(2, 100), anyModel(), timeModel, Optional.empty()),
                new HardwareProfile.Figures(
                        OperatingPoint.FIXED,
                        new PowerStates(
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of(figure("1 W", Dimension.POWER)),
                                Optional.empty()),
                        energy,
                        time,
                        List.of()),
                HardwareProfile.Conventional.NONE,
                HardwareProfile.Surroundings.UNKNOWN);
    }

    /** The same chip with every equation and any delay, so that any network can be costed on it. */
    public static HardwareProfile taking(HardwareProfile chip) {
        Map<Limit, Figure> known = new EnumMap<>(Limit.class);
        known.putAll(chip.cores().limits().known());
        known.remove(Limit.DELAY_TICKS);
        Map<Limit, NoLimit> none = new EnumMap<>(Limit.class);
        none.putAll(chip.cores().limits().none());
        none.put(Limit.DELAY_TICKS, NO_LIMIT);
        HardwareProfile.Cores cores = new HardwareProfile.Cores(
                chip.cores().execution(),
                chip.cores().mesh(),
                new ChipLimits(known, none, List.of()),
                anyModel(),
                chip.cores().timeModel(),
                chip.cores().speedUp());
        return new HardwareProfile(
                chip.about(), chip.boundary(), cores, chip.figures(), chip.conventional(), chip.surroundings());
    }

    /** A part of an energy by its key. */
    public static EnergyComponent component(ChipCost cost, String name) {
        return cost.energy().components().stream()
                .filter(component -> component.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** A network in order on cores with limits of neurons and input axons alone, on as many chips as it takes. */
    public static PlacedNetwork place(Network network, Mesh mesh, ChipLimits limits) {
        ChipLimits anyChips = onChips(1_000_000, limits);
        PlacedNetwork placed = new Placer(network).place(new PlacementStrategy.InOrder(), mesh, anyChips);
        if (!placed.placement().fits()) {
            throw new IllegalStateException("placed on " + placed.placement().chips() + " chips: "
                    + placed.placement().problems());
        }
        return placed;
    }

    /** Figures that do not depend on the population. */
    public static PopulationFigures figures(
            Map<Operation, EnergyFigure> energy, Map<Operation, Figure> time, Network network) {
        List<String> names =
                network.populations().stream().map(Population::name).toList();
        return new PopulationFigures(energy, time, List.of(), names, Map.of());
    }

    /** The same chip with another value for some of its figures. */
    public static HardwareProfile with(
            HardwareProfile chip,
            PowerStates power,
            Map<Operation, EnergyFigure> energy,
            Map<Operation, Figure> time,
            List<PipelineUnit> units) {
        return new HardwareProfile(
                chip.about(),
                chip.boundary(),
                chip.cores(),
                new HardwareProfile.Figures(chip.figures().operatingPoint(), power, energy, time, units),
                chip.conventional(),
                chip.surroundings());
    }
}
