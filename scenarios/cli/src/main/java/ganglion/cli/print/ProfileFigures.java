package ganglion.cli.print;

import ganglion.hardware.chip.BarrierTicks;
import ganglion.hardware.chip.ChipLimits;
import ganglion.hardware.chip.HardwareProfile;
import ganglion.hardware.chip.Operation;
import ganglion.hardware.chip.RealTimeTicks;
import ganglion.hardware.figure.Figure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The figures of a profile in the order of a sheet. What is unknown has no line. */
public final class ProfileFigures {

    /**
     * Figures of one sort.
     *
     * @param title what they have in common
     * @param figures by their names for people
     */
    public record Section(String title, Map<String, Figure> figures) {}

    private ProfileFigures() {}

    /** The sections that hold anything. */
    public static List<Section> of(HardwareProfile profile) {
        List<Section> sections = new ArrayList<>();
        sections.add(new Section("limits", limits(profile.limits())));
        sections.add(new Section("power", present("static power of a chip", profile.staticPower())));
        sections.add(new Section("energy of one", energy(profile)));
        sections.add(new Section("time of one", time(profile)));
        sections.add(new Section("ticks", ticks(profile)));
        sections.add(new Section("measured on the whole chip, and in no total", measurements(profile)));
        sections.removeIf(section -> section.figures().isEmpty());
        return sections;
    }

    private static Map<String, Figure> limits(ChipLimits limits) {
        Map<String, Figure> figures = new LinkedHashMap<>();
        limits.chips().ifPresent(figure -> figures.put("chips", figure));
        limits.neuronsPerCore().ifPresent(figure -> figures.put("neurons on a core", figure));
        limits.inputAxonsPerCore().ifPresent(figure -> figures.put("sources into a core", figure));
        limits.outputAxonsPerCore().ifPresent(figure -> figures.put("targets out of a core", figure));
        limits.synapseMemoryPerCore().ifPresent(figure -> figures.put("synapse memory of a core", figure));
        limits.memoryPerSynapse().ifPresent(figure -> figures.put("memory of a synapse", figure));
        limits.fanIn().ifPresent(figure -> figures.put("synapses into a neuron", figure));
        limits.weightBits().ifPresent(figure -> figures.put("bits of a weight", figure));
        limits.delayTicks().ifPresent(figure -> figures.put("longest delay in ticks", figure));
        return figures;
    }

    private static Map<String, Figure> energy(HardwareProfile profile) {
        Map<String, Figure> figures = new LinkedHashMap<>();
        for (Operation operation : Operation.values()) {
            if (profile.energy().containsKey(operation)) {
                figures.put(operation.label(), profile.energy().get(operation).figure());
            }
        }
        return figures;
    }

    private static Map<String, Figure> time(HardwareProfile profile) {
        Map<String, Figure> figures = new LinkedHashMap<>();
        for (Operation operation : Operation.values()) {
            if (profile.time().containsKey(operation)) {
                figures.put(operation.label(), profile.time().get(operation));
            }
        }
        return figures;
    }

    private static Map<String, Figure> ticks(HardwareProfile profile) {
        Map<String, Figure> figures = new LinkedHashMap<>();
        if (profile.timeModel() instanceof BarrierTicks ticks) {
            ticks.barrier().forEach(point -> figures.put("barrier of " + point.tiles() + " tiles", point.time()));
        }
        if (profile.timeModel() instanceof RealTimeTicks ticks) {
            ticks.shortestTick().ifPresent(figure -> figures.put("shortest tick", figure));
        }
        return figures;
    }

    private static Map<String, Figure> measurements(HardwareProfile profile) {
        Map<String, Figure> figures = new LinkedHashMap<>();
        profile.measurements().forEach(measurement -> figures.put(measurement.what(), measurement.figure()));
        return figures;
    }

    private static Map<String, Figure> present(String name, Optional<Figure> figure) {
        return figure.map(known -> Map.of(name, known)).orElse(Map.of());
    }
}
