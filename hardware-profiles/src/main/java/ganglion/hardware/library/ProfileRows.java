package ganglion.hardware.library;

import ganglion.documents.quantity.Dimension;
import ganglion.documents.quantity.QuantityFormat;
import ganglion.hardware.chip.ChipLimits.Limit;
import ganglion.hardware.chip.EnergyFigure;
import ganglion.hardware.chip.FrontEndSite;
import ganglion.hardware.chip.HardwareProfile;
import ganglion.hardware.chip.HardwareProfile.Arithmetic;
import ganglion.hardware.chip.HardwareProfile.MemoryLevel;
import ganglion.hardware.chip.NumberFormat;
import ganglion.hardware.chip.OperatingPoint;
import ganglion.hardware.chip.OperatingPoint.Setting;
import ganglion.hardware.chip.Operation;
import ganglion.hardware.chip.PipelineUnit;
import ganglion.hardware.chip.PowerStates;
import ganglion.hardware.chip.Processor;
import ganglion.hardware.chip.Processor.LayerKind;
import ganglion.hardware.chip.TimeModel.BarrierTicks;
import ganglion.hardware.chip.TimeModel.RealTimeTicks;
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

    private static final String LIMITS = "limits";

    /**
     * One figure.
     *
     * @param section such as {@code energy}
     * @param name human-readable name of the figure, within its section
     * @param figure the figure
     * @param remark what its section says of it beside its note, such as the accounting; empty if there is nothing
     * @param inTotals whether energies are computed from it: all but limits, the time model and measurements do; times
     *     do where energy is power times time
     */
    public record Row(String section, String name, Figure figure, String remark, boolean inTotals) {

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
        addPoint(rows, profile.figures().operatingPoint());
        for (PowerStates.State state : PowerStates.State.values()) {
            add(rows, "power", state.word(), profile.figures().power().of(state), true);
        }
        add(rows, "power", "core in use", profile.figures().power().core(), true);
        profile.conventional().processor().ifPresent(processor -> addProcessor(rows, processor));
        addSurroundings(rows, profile);
        for (Limit limit : Limit.values()) {
            add(rows, LIMITS, limit.label(), profile.cores().limits().of(limit), false);
        }
        addTimeModel(rows, profile);
        add(rows, "time", "speed-up", profile.cores().speedUp(), false);
        for (Operation operation : Operation.values()) {
            EnergyFigure energy = profile.figures().energy().get(operation);
            if (energy != null) {
                rows.add(new Row("energy", operation.label(), energy.figure(), accounting(energy), true));
            }
        }
        for (Operation operation : Operation.values()) {
            add(
                    rows,
                    "time",
                    operation.label(),
                    Optional.ofNullable(profile.figures().time().get(operation)),
                    profile.figures().power().run().isPresent());
        }
        profile.figures().units().forEach(unit -> addUnit(rows, unit));
        addConventional(rows, profile);
        profile.about()
                .measurements()
                .forEach(measured -> rows.add(new Row("measurements", measured.what(), measured.figure(), "", false)));
        return new ProfileRows(rows);
    }

    private static void add(List<Row> rows, String section, String name, Optional<Figure> found, boolean inTotals) {
        found.ifPresent(figure -> rows.add(new Row(section, name, figure, "", inTotals)));
    }

    private static void addPoint(List<Row> rows, OperatingPoint point) {
        point.clock().ifPresent(clock -> addSetting(rows, "clock", clock));
        point.voltage().ifPresent(voltage -> addSetting(rows, "voltage", voltage));
    }

    private static void addSetting(List<Row> rows, String name, Setting setting) {
        Dimension dimension = setting.figure().dimension();
        String range = setting.lowest() == setting.highest()
                ? "fixed"
                : "may be set from " + QuantityFormat.format(setting.lowest(), dimension) + " to "
                        + QuantityFormat.format(setting.highest(), dimension);
        rows.add(new Row("operating point", name, setting.figure(), range, false));
    }

    private static void addProcessor(List<Row> rows, Processor processor) {
        String section = "processor";
        add(rows, section, "call", processor.call(), true);
        add(rows, section, "launch of a layer", processor.launch(), true);
        for (LayerKind kind : LayerKind.values()) {
            for (NumberFormat format : NumberFormat.values()) {
                String name = format.word() + " multiply-accumulate, " + kind.word();
                add(rows, section, name, processor.multiplyAccumulate(kind, format), true);
            }
        }
        add(rows, section, "multiply-accumulate at best", processor.atBest(), true);
        add(rows, section, "byte of weights", processor.weightByte(), true);
        add(rows, section, "output of a layer", processor.output(), true);
        processor.signal().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(time -> rows.add(new Row("signal processing", time.getKey(), time.getValue(), "", true)));
    }

    private static void addSurroundings(List<Row> rows, HardwareProfile profile) {
        if (profile.surroundings().frontEnd().orElse(null) instanceof FrontEndSite.Analogue analogue) {
            rows.add(new Row("front end", "analogue circuits", analogue.power(), "", true));
        }
        profile.surroundings().inputOutput().ifPresent(way -> {
            String section = "input and output";
            add(rows, section, "time of a tick", way.tickTime(), true);
            add(rows, section, "time of a decision", way.decisionTime(), true);
            add(rows, section, "power", way.power(), true);
            add(rows, section, "energy of a decision", way.decisionEnergy(), true);
        });
    }

    private static void addUnit(List<Row> rows, PipelineUnit unit) {
        String section = "unit " + unit.name();
        for (Operation operation : unit.stage().operations()) {
            EnergyFigure energy = unit.energy().get(operation);
            if (energy != null) {
                rows.add(new Row(section, "energy of " + operation.label(), energy.figure(), accounting(energy), true));
            }
            add(
                    rows,
                    section,
                    "time of " + operation.label(),
                    Optional.ofNullable(unit.time().get(operation)),
                    false);
        }
    }

    private static void addConventional(List<Row> rows, HardwareProfile profile) {
        for (NumberFormat format : NumberFormat.values()) {
            Arithmetic arithmetic = profile.conventional().arithmetic().get(format);
            if (arithmetic != null) {
                rows.add(new Row("arithmetic", format.word() + " addition", arithmetic.add(), "", true));
                rows.add(new Row("arithmetic", format.word() + " multiplication", arithmetic.multiply(), "", true));
            }
        }
        for (MemoryLevel level : profile.conventional().memory()) {
            String remark = level.wordBytes() + " bytes at a time";
            rows.add(new Row("memory", "access to " + level.name(), level.access(), remark, true));
        }
    }

    private static void addTimeModel(List<Row> rows, HardwareProfile profile) {
        if (profile.cores().timeModel() instanceof BarrierTicks ticks) {
            add(rows, LIMITS, "messages in a link", ticks.linkBuffer(), false);
            ticks.barrier()
                    .forEach(point -> rows.add(new Row(
                            "time",
                            "barrier of " + point.tiles() + (point.tiles() == 1 ? " tile" : " tiles"),
                            point.time(),
                            "",
                            false)));
        } else if (profile.cores().timeModel() instanceof RealTimeTicks ticks) {
            add(rows, "time", "shortest tick", ticks.shortestTick(), false);
        }
    }

    private static String accounting(EnergyFigure energy) {
        String covers = energy.covers().stream().sorted().map(Operation::label).collect(Collectors.joining(", "));
        return energy.accounting().word() + (covers.isEmpty() ? "" : ", with " + covers);
    }
}
