package ganglion.hardware.chip;

import ganglion.hardware.figure.Figure;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The figures that hold for each population: those of the pipeline units it is mapped to, and the chip's where a unit has
 * none. Without a mapping, a population goes to the first unit of each stage.
 */
public final class PopulationFigures {

    private final Map<Operation, EnergyFigure> energy;
    private final Map<Operation, Figure> time;
    private final List<Map<PipelineStage, PipelineUnit>> unitsByPopulation = new ArrayList<>();

    /**
     * @param energy the chip's energies
     * @param time the chip's times
     * @param units the units that a core offers, the default of each stage first
     * @param populations names of the network's populations
     * @param mapping names of units by name of population; may leave out populations, and stages
     * @throws IllegalArgumentException if there is no such population or unit, in one human-readable sentence
     */
    public PopulationFigures(
            Map<Operation, EnergyFigure> energy,
            Map<Operation, Figure> time,
            List<PipelineUnit> units,
            List<String> populations,
            Map<String, List<String>> mapping) {
        this.energy = energy;
        this.time = time;
        for (String population : mapping.keySet()) {
            if (!populations.contains(population)) {
                throw new IllegalArgumentException("there is no population named " + population + " to map to units");
            }
        }
        for (String population : populations) {
            Map<PipelineStage, PipelineUnit> chosen = new EnumMap<>(PipelineStage.class);
            units.forEach(unit -> chosen.putIfAbsent(unit.stage(), unit));
            for (String name : mapping.getOrDefault(population, List.of())) {
                PipelineUnit unit = find(name, units);
                chosen.put(unit.stage(), unit);
            }
            unitsByPopulation.add(chosen);
        }
    }

    /** The figures of a chip. */
    public static PopulationFigures of(
            HardwareProfile profile, List<String> populations, Map<String, List<String>> mapping) {
        HardwareProfile.Figures figures = profile.figures();
        return new PopulationFigures(figures.energy(), figures.time(), figures.units(), populations, mapping);
    }

    private static PipelineUnit find(String name, List<PipelineUnit> units) {
        return units.stream()
                .filter(unit -> unit.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no unit named " + name + ", expected one of "
                        + String.join(
                                ", ", units.stream().map(PipelineUnit::name).toList())));
    }

    /** Number of populations. */
    public int populations() {
        return unitsByPopulation.size();
    }

    /** The energy of an operation that is done for a population. */
    public Optional<EnergyFigure> energy(Operation operation, int population) {
        EnergyFigure ofUnit = unit(operation, population)
                .map(unit -> unit.energy().get(operation))
                .orElse(null);
        return Optional.ofNullable(ofUnit == null ? energy.get(operation) : ofUnit);
    }

    /** The time of an operation that is done for a population. */
    public Optional<Figure> time(Operation operation, int population) {
        Figure ofUnit = unit(operation, population)
                .map(unit -> unit.time().get(operation))
                .orElse(null);
        return Optional.ofNullable(ofUnit == null ? time.get(operation) : ofUnit);
    }

    /** The unit that does an operation for a population; empty if the chip offers only one. */
    public Optional<PipelineUnit> unit(Operation operation, int population) {
        if (unitsByPopulation.isEmpty()) {
            return Optional.empty();
        }
        return unitsByPopulation.get(population).values().stream()
                .filter(unit -> unit.stage().operations().contains(operation))
                .findFirst();
    }
}
