package ganglion.hardware.library;

import ganglion.documents.quantity.Dimension;
import ganglion.documents.quantity.QuantityFormat;
import ganglion.hardware.chip.ChipLimits;
import ganglion.hardware.chip.ChipLimits.Limit;
import ganglion.hardware.chip.EnergyFigure;
import ganglion.hardware.chip.HardwareProfile;
import ganglion.hardware.chip.HardwareProfile.Measurement;
import ganglion.hardware.chip.HardwareProfile.MemoryLevel;
import ganglion.hardware.chip.OperatingPoint.Setting;
import ganglion.hardware.chip.Operation;
import ganglion.hardware.chip.PipelineUnit;
import ganglion.hardware.chip.TimeModel.BarrierTicks.BarrierTime;
import ganglion.hardware.figure.Figure;
import ganglion.hardware.figure.Interval;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Every figure of a profile with its evidence, as rows of a table.
 *
 * @param rows figures, section after section
 */
public record ProfileRows(List<Row> rows) {

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

    /** The rows of a profile: each is named by the components of the records, keys of maps and names that lead to it. */
    public static ProfileRows of(HardwareProfile profile) {
        Collector collector = new Collector(profile.figures().power().run().isPresent());
        Stream.of(profile.figures(), profile.cores(), profile.conventional(), profile.surroundings(), profile.about())
                .forEach(part -> collector.collect(part, List.of(), ""));
        return new ProfileRows(collector.rows);
    }

    private static final class Collector {

        /** Sections whose figures are in no total. */
        private static final Set<String> BESIDE =
                Set.of("operating-point", "limits", "time-model", "speed-up", "measurements");

        private final boolean runs;
        private final List<Row> rows = new ArrayList<>();

        /** @param runs whether energy is power times time */
        Collector(boolean runs) {
            this.runs = runs;
        }

        void collect(Object part, List<String> path, String remark) {
            if (part instanceof Figure figure) {
                add(figure, path, remark);
            } else if (part instanceof Optional<?> optional) {
                optional.ifPresent(found -> collect(found, path, remark));
            } else if (part instanceof Collection<?> all) {
                all.forEach(one -> collect(one, path, remark));
            } else if (part instanceof Map<?, ?> map) {
                new TreeMap<>(map).forEach((key, value) -> collect(value, plus(path, word(key)), remark));
            } else if (part instanceof EnergyFigure energy) {
                collect(energy.figure(), path, accounting(energy));
            } else if (part instanceof Setting setting) {
                collect(setting.figure(), path, range(setting));
            } else if (part instanceof MemoryLevel level) {
                collect(level.access(), plus(path, level.name()), level.wordBytes() + " bytes at a time");
            } else if (part instanceof Measurement measurement) {
                collect(measurement.figure(), plus(path, measurement.what()), remark);
            } else if (part instanceof BarrierTime point) {
                collect(
                        point.time(),
                        plus(path, "of " + point.tiles() + (point.tiles() == 1 ? " tile" : " tiles")),
                        remark);
            } else if (part instanceof ChipLimits limits) {
                collect(limits.known(), path, remark);
            } else if (part instanceof PipelineUnit unit) {
                collect(unit.energy(), plus(plus(path, unit.name()), "energy"), remark);
                collect(unit.time(), plus(plus(path, unit.name()), "time"), remark);
            } else if (part instanceof Record) {
                for (RecordComponent component : part.getClass().getRecordComponents()) {
                    String name =
                            component.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
                    collect(valueOf(component, part), plus(path, name), remark);
                }
            }
        }

        private static Object valueOf(RecordComponent component, Object part) {
            try {
                return component.getAccessor().invoke(part);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("a record hides its component " + component, e);
            }
        }

        private static List<String> plus(List<String> path, String name) {
            return Stream.concat(path.stream(), Stream.of(name)).toList();
        }

        private static String word(Object key) {
            return key instanceof Operation operation
                    ? operation.label()
                    : key instanceof Limit limit
                            ? limit.label()
                            : key.toString().toLowerCase(Locale.ROOT);
        }

        private void add(Figure figure, List<String> path, String remark) {
            String section = path.get(0);
            String name = path.size() == 1 ? section : String.join(" ", path.subList(1, path.size()));
            boolean time = path.contains("time");
            boolean inTotals = !BESIDE.contains(section) && (!time || runs && section.equals("time"));
            rows.add(new Row(section, name, figure, remark, inTotals));
        }

        private static String range(Setting setting) {
            Dimension dimension = setting.figure().dimension();
            return setting.lowest() == setting.highest()
                    ? "fixed"
                    : "may be set from " + QuantityFormat.format(setting.lowest(), dimension) + " to "
                            + QuantityFormat.format(setting.highest(), dimension);
        }

        private static String accounting(EnergyFigure energy) {
            String covers =
                    energy.covers().stream().sorted().map(Operation::label).collect(Collectors.joining(", "));
            return energy.accounting().word() + (covers.isEmpty() ? "" : ", with " + covers);
        }
    }
}
