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
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Every figure of a profile with its evidence, as rows of text.
 *
 * @param rows figures by section, in the order of the document
 */
public record ProfileRows(List<Row> rows) {

    /**
     * One figure.
     *
     * @param section such as {@code energy}
     * @param name name of the figure
     * @param value value with unit, as in the document
     * @param kind word of its kind
     * @param source citation
     * @param note conditions, interval and accounting; empty if there are none
     */
    public record Row(String section, String name, String value, String kind, String source, String note) {}

    public ProfileRows {
        rows = List.copyOf(rows);
    }

    /** The rows of a profile. */
    public static ProfileRows of(HardwareProfile profile) {
        List<Row> rows = new ArrayList<>();
        addLimits(rows, profile.limits());
        addTimeModel(rows, profile);
        profile.speedUp().ifPresent(figure -> rows.add(row("time", "speed-up", figure, "")));
        profile.staticPower().ifPresent(figure -> rows.add(row("static power", "one chip", figure, "")));
        for (Operation operation : Operation.values()) {
            EnergyFigure energy = profile.energy().get(operation);
            if (energy != null) {
                rows.add(row("energy", operation.label(), energy.figure(), accounting(energy)));
            }
        }
        for (Operation operation : Operation.values()) {
            Optional.ofNullable(profile.time().get(operation))
                    .ifPresent(figure -> rows.add(row("time", operation.label(), figure, "")));
        }
        profile.units().forEach(unit -> addUnit(rows, unit));
        addConventional(rows, profile);
        profile.measurements()
                .forEach(measured -> rows.add(row("measurements", measured.what(), measured.figure(), "")));
        return new ProfileRows(rows);
    }

    private static void addUnit(List<Row> rows, PipelineUnit unit) {
        String section = "unit " + unit.name();
        for (Operation operation : unit.stage().operations()) {
            EnergyFigure energy = unit.energy().get(operation);
            if (energy != null) {
                rows.add(row(section, "energy of " + operation.label(), energy.figure(), accounting(energy)));
            }
            Optional.ofNullable(unit.time().get(operation))
                    .ifPresent(figure -> rows.add(row(section, "time of " + operation.label(), figure, "")));
        }
    }

    private static void addConventional(List<Row> rows, HardwareProfile profile) {
        for (NumberFormat format : NumberFormat.values()) {
            Arithmetic arithmetic = profile.arithmetic().get(format);
            if (arithmetic != null) {
                rows.add(row("arithmetic", format.word() + " addition", arithmetic.add(), ""));
                rows.add(row("arithmetic", format.word() + " multiplication", arithmetic.multiply(), ""));
            }
        }
        for (MemoryLevel level : profile.memory()) {
            String remark = level.wordBytes() + " bytes at a time";
            rows.add(row("memory", "access to " + level.name(), level.access(), remark));
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
        limit.ifPresent(figure -> rows.add(row("limits", name, figure, "")));
    }

    private static void addTimeModel(List<Row> rows, HardwareProfile profile) {
        if (profile.timeModel() instanceof BarrierTicks ticks) {
            ticks.linkBuffer().ifPresent(figure -> rows.add(row("limits", "messages in a link", figure, "")));
            ticks.barrier()
                    .forEach(point -> rows.add(row(
                            "time",
                            "barrier of " + point.tiles() + (point.tiles() == 1 ? " tile" : " tiles"),
                            point.time(),
                            "")));
        } else if (profile.timeModel() instanceof RealTimeTicks ticks) {
            ticks.shortestTick().ifPresent(figure -> rows.add(row("time", "shortest tick", figure, "")));
        }
    }

    private static String accounting(EnergyFigure energy) {
        String covers = energy.covers().stream().sorted().map(Operation::label).collect(Collectors.joining(", "));
        return energy.accounting().word() + (covers.isEmpty() ? "" : ", with " + covers);
    }

    private static Row row(String section, String name, Figure figure, String remark) {
        List<String> notes = new ArrayList<>();
        if (!remark.isEmpty()) {
            notes.add(remark);
        }
        figure.interval().ifPresent(interval -> notes.add(range(figure, interval)));
        if (!figure.note().isEmpty()) {
            notes.add(figure.note());
        }
        return new Row(section, name, figure.text(), figure.kind().word(), figure.source(), String.join("; ", notes));
    }

    private static String range(Figure figure, Interval interval) {
        return "from " + QuantityFormat.format(interval.low(), figure.dimension()) + " to "
                + QuantityFormat.format(interval.high(), figure.dimension());
    }
}
