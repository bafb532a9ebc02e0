package ganglion.hardware.text;

import ganglion.documents.quantity.QuantityFormat;
import ganglion.hardware.chip.Arithmetic;
import ganglion.hardware.chip.BarrierTicks;
import ganglion.hardware.chip.ChipLimits;
import ganglion.hardware.chip.EnergyFigure;
import ganglion.hardware.chip.HardwareProfile;
import ganglion.hardware.chip.MemoryLevel;
import ganglion.hardware.chip.NumberFormat;
import ganglion.hardware.chip.Operation;
import ganglion.hardware.chip.PipelineUnit;
import ganglion.hardware.chip.RealTimeTicks;
import ganglion.hardware.figure.Figure;
import ganglion.hardware.figure.Interval;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Every figure of a profile with its evidence, as rows of a table.
 *
 * @param rows figures in the order of the document
 */
public record ProfileRows(List<Row> rows) {

    /**
     * One figure.
     *
     * @param section such as {@code energy}
     * @param name human-readable name of the figure, within its section
     * @param figure the figure
     * @param remark what its section says of it beside its note, such as the accounting; empty if there is nothing
     */
    public record Row(String section, String name, Figure figure, String remark) {

        /** Remark, interval and note of the figure; empty if there are none. */
        public String note() {
            List<String> notes = new ArrayList<>();
            if (!remark.isEmpty()) {
                notes.add(remark);
            }
            figure.interval().ifPresent(interval -> notes.add(range(figure, interval)));
            if (!figure.note().isBlank()) {
                notes.add(figure.note().strip().replaceAll("\\s+", " "));
            }
            return String.join("; ", notes);
        }

        private static String range(Figure figure, Interval interval) {
            return "from " + QuantityFormat.format(interval.low(), figure.dimension()) + " to "
                    + QuantityFormat.format(interval.high(), figure.dimension());
        }
    }

    public ProfileRows {
        rows = List.copyOf(rows);
    }

    /** The rows by their sections, both in the order of the document. */
    public Map<String, List<Row>> bySection() {
        return rows.stream().collect(Collectors.groupingBy(Row::section, LinkedHashMap::new, Collectors.toList()));
    }

    /** The rows of a profile. */
    public static ProfileRows of(HardwareProfile profile) {
        List<Row> rows = new ArrayList<>();
        addLimits(rows, profile.limits());
        addTimeModel(rows, profile);
        profile.speedUp().ifPresent(figure -> rows.add(new Row("time", "speed-up", figure, "")));
        profile.staticPower().ifPresent(figure -> rows.add(new Row("static power", "one chip", figure, "")));
        for (Operation operation : Operation.values()) {
            EnergyFigure energy = profile.energy().get(operation);
            if (energy != null) {
                rows.add(new Row("energy", operation.label(), energy.figure(), accounting(energy)));
            }
        }
        for (Operation operation : Operation.values()) {
            Optional.ofNullable(profile.time().get(operation))
                    .ifPresent(figure -> rows.add(new Row("time", operation.label(), figure, "")));
        }
        profile.units().forEach(unit -> addUnit(rows, unit));
        addConventional(rows, profile);
        profile.measurements()
                .forEach(measured -> rows.add(new Row("measurements", measured.what(), measured.figure(), "")));
        return new ProfileRows(rows);
    }

    private static void addUnit(List<Row> rows, PipelineUnit unit) {
        String section = "unit " + unit.name();
        for (Operation operation : unit.stage().operations()) {
            EnergyFigure energy = unit.energy().get(operation);
            if (energy != null) {
                rows.add(new Row(section, "energy of " + operation.label(), energy.figure(), accounting(energy)));
            }
            Optional.ofNullable(unit.time().get(operation))
                    .ifPresent(figure -> rows.add(new Row(section, "time of " + operation.label(), figure, "")));
        }
    }

    private static void addConventional(List<Row> rows, HardwareProfile profile) {
        for (NumberFormat format : NumberFormat.values()) {
            Arithmetic arithmetic = profile.arithmetic().get(format);
            if (arithmetic != null) {
                rows.add(new Row("arithmetic", format.word() + " addition", arithmetic.add(), ""));
                rows.add(new Row("arithmetic", format.word() + " multiplication", arithmetic.multiply(), ""));
            }
        }
        for (MemoryLevel level : profile.memory()) {
            String remark = level.wordBytes() + " bytes at a time";
            rows.add(new Row("memory", "access to " + level.name(), level.access(), remark));
        }
    }

    private static void addLimits(List<Row> rows, ChipLimits limits) {
        addLimit(rows, "chips in a system", limits.chips());
        addLimit(rows, "neurons per core", limits.neuronsPerCore());
        addLimit(rows, "synapses per core", limits.synapsesPerCore());
        addLimit(rows, "input axons per core", limits.inputAxonsPerCore());
        addLimit(rows, "output axons per core", limits.outputAxonsPerCore());
        addLimit(rows, "synapse memory per core", limits.synapseMemoryPerCore());
        addLimit(rows, "memory per synapse", limits.memoryPerSynapse());
        addLimit(rows, "synapses into a neuron", limits.fanIn());
        addLimit(rows, "bits of a weight", limits.weightBits());
        addLimit(rows, "bits of a membrane potential", limits.stateBits());
        addLimit(rows, "longest delay in ticks", limits.delayTicks());
        addLimit(rows, "slots in a row of the crossbar", limits.crossbarRow());
    }

    private static void addLimit(List<Row> rows, String name, Optional<Figure> limit) {
        limit.ifPresent(figure -> rows.add(new Row("limits", name, figure, "")));
    }

    private static void addTimeModel(List<Row> rows, HardwareProfile profile) {
        if (profile.timeModel() instanceof BarrierTicks ticks) {
            ticks.linkBuffer().ifPresent(figure -> rows.add(new Row("limits", "messages in a link", figure, "")));
            ticks.barrier()
                    .forEach(point -> rows.add(new Row(
                            "time",
                            "barrier of " + point.tiles() + (point.tiles() == 1 ? " tile" : " tiles"),
                            point.time(),
                            "")));
        } else if (profile.timeModel() instanceof RealTimeTicks ticks) {
            ticks.shortestTick().ifPresent(figure -> rows.add(new Row("time", "shortest tick", figure, "")));
        }
    }

    private static String accounting(EnergyFigure energy) {
        String covers = energy.covers().stream().sorted().map(Operation::label).collect(Collectors.joining(", "));
        return energy.accounting().word() + (covers.isEmpty() ? "" : ", with " + covers);
    }
}
