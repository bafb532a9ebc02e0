package ganglion.hardware.estimate;

import ganglion.documents.Suggestions;
import ganglion.documents.quantity.Dimension;
import ganglion.documents.quantity.Quantity;
import ganglion.documents.quantity.QuantityFormat;
import ganglion.hardware.chip.EnergyFigure;
import ganglion.hardware.chip.EnergyFigure.Accounting;
import ganglion.hardware.chip.HardwareProfile;
import ganglion.hardware.chip.Operation;
import ganglion.hardware.chip.PipelineUnit;
import ganglion.hardware.chip.PowerStates;
import ganglion.hardware.cost.ChipCost;
import ganglion.hardware.cost.CostOptions;
import ganglion.hardware.cost.Costing;
import ganglion.hardware.cost.Costing.CostRequest;
import ganglion.hardware.cost.Workload;
import ganglion.hardware.figure.Figure;
import ganglion.hardware.figure.Figure.FigureKind;
import ganglion.hardware.figure.Interval;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One figure of a profile, swept through a range of values.
 *
 * @param pointer the figure: {@code /energy/OPERATION}, {@code /time/OPERATION} or {@code /power/STATE}
 * @param dimension what it measures
 * @param values the values to set, ascending
 */
public record FigureSweep(String pointer, Dimension dimension, List<Double> values) {

    /** Largest number of values. */
    public static final int MOST_VALUES = 101;

    /** Far beyond every figure, in base units. */
    private static final double MOST = 1e18;

    private static final String EXPECTED =
            "/energy/OPERATION=LOW..HIGH, /time/OPERATION=LOW..HIGH or /power/STATE=LOW..HIGH";

    private static final List<String> OPERATIONS =
            Arrays.stream(Operation.values()).map(Operation::key).toList();
    private static final List<String> STATES = Arrays.stream(PowerStates.State.values())
            .map(PowerStates.State::word)
            .toList();

    /** @throws IllegalArgumentException if the pointer names no figure, or there are no values or too many */
    public FigureSweep {
        values = List.copyOf(values);
        if (values.isEmpty() || values.size() > MOST_VALUES) {
            throw new IllegalArgumentException(
                    "found " + values.size() + " values to try, expected 1 to " + MOST_VALUES);
        }
        if (dimension != dimensionOf(pointer)) {
            throw new IllegalArgumentException("found " + pointer + ", which is not " + dimension.description());
        }
    }

    /**
     * Reads {@code /energy/synaptic-operation=5 pJ..50 pJ}, or one value without the dots.
     *
     * @param steps number of values, evenly spaced in the logarithm, or evenly if the lower end is 0
     * @throws IllegalArgumentException saying what was found and what was expected, in one line
     */
    public static FigureSweep parse(String text, int steps) {
        if (steps > MOST_VALUES) {
            throw new IllegalArgumentException("found " + steps + " values to try, expected 1 to " + MOST_VALUES);
        }
        int sign = text.indexOf('=');
        if (sign < 0) {
            throw new IllegalArgumentException("found \"" + text + "\", expected " + EXPECTED);
        }
        String pointer = text.substring(0, sign).trim();
        Dimension dimension = dimensionOf(pointer);
        String[] ends = text.substring(sign + 1).split("\\.\\.", 2);
        double low = value(ends[0], dimension);
        double high = ends.length == 1 ? low : value(ends[1], dimension);
        if (high < low) {
            throw new IllegalArgumentException(
                    "found the range " + text.substring(sign + 1).trim() + ", expected the lower end first");
        }
        return new FigureSweep(pointer, dimension, spaced(low, high, low == high ? 1 : Math.max(2, steps)));
    }

    private static double value(String text, Dimension dimension) {
        double value = Quantity.parse(text, dimension).value();
        if (!(value >= 0 && value <= MOST)) {
            throw new IllegalArgumentException(
                    "found " + text.trim() + ", expected 0 or more, and at most 1e18 " + dimension.baseUnit());
        }
        return value;
    }

    private static List<Double> spaced(double low, double high, int steps) {
        List<Double> values = new ArrayList<>();
        for (int i = 0; i < steps; i++) {
            double share = steps == 1 ? 0 : (double) i / (steps - 1);
            values.add(low > 0 ? low * Math.pow(high / low, share) : low + share * (high - low));
        }
        return values;
    }

    private static Dimension dimensionOf(String pointer) {
        for (Dimension dimension : List.of(Dimension.ENERGY, Dimension.TIME, Dimension.POWER)) {
            String prefix = "/" + dimension.name().toLowerCase(Locale.ROOT) + "/";
            if (pointer.startsWith(prefix)) {
                boolean power = dimension == Dimension.POWER;
                check(pointer.substring(prefix.length()), power ? "state" : "operation", power ? STATES : OPERATIONS);
                return dimension;
            }
        }
        throw new IllegalArgumentException("found \"" + pointer + "\", expected " + EXPECTED);
    }

    private static void check(String key, String what, List<String> known) {
        if (!known.contains(key)) {
            throw new IllegalArgumentException("found the " + what + " \"" + key + "\", expected one of "
                    + String.join(", ", known) + Suggestions.hint(key, known));
        }
    }

    /** The cost of a run with each of the values, in their order. The run is walked through once. */
    public List<ChipCost> costs(Workload workload, HardwareProfile profile, CostOptions options) {
        return Costing.costAll(
                workload,
                values.stream()
                        .map(value -> new CostRequest(set(profile, value), options))
                        .toList());
    }

    /** A profile with one of the values instead of its own figure, in every unit too. */
    HardwareProfile set(HardwareProfile profile, double value) {
        Figure figure = new Figure(
                QuantityFormat.format(value, dimension),
                value,
                dimension,
                FigureKind.ASSUMED,
                "set for a sweep",
                "set to " + QuantityFormat.format(value, dimension) + " to see what depends on it",
                Optional.of(Interval.exactly(value)));
        String key = pointer.substring(pointer.lastIndexOf('/') + 1);
        if (dimension == Dimension.POWER) {
            PowerStates.State state = PowerStates.State.valueOf(key.toUpperCase(Locale.ROOT));
            return profile.with(
                    powers(profile, state, figure),
                    profile.figures().energy(),
                    profile.figures().time(),
                    profile.figures().units());
        }
        Operation operation = Operation.of(key);
        if (dimension == Dimension.TIME) {
            return profile.with(
                    profile.figures().power(),
                    profile.figures().energy(),
                    replaced(profile.figures().time(), operation, figure),
                    withoutTime(profile.figures().units(), operation));
        }
        EnergyFigure known = profile.figures().energy().get(operation);
        EnergyFigure energy = known == null
                ? new EnergyFigure(figure, Accounting.MARGINAL, Set.of())
                : new EnergyFigure(figure, known.accounting(), known.covers(), known.fanOut());
        return profile.with(
                profile.figures().power(),
                replaced(profile.figures().energy(), operation, energy),
                profile.figures().time(),
                withoutEnergy(profile.figures().units(), operation));
    }

    /** A state draws at least as much as those below it. */
    private PowerStates powers(HardwareProfile profile, PowerStates.State state, Figure figure) {
        if (state == PowerStates.State.RUN && !profile.figures().energy().isEmpty()) {
            throw new IllegalArgumentException("found " + pointer + " for " + profile.name()
                    + ", whose operations are priced one by one; expected an energy, or another state");
        }
        PowerStates powers = profile.figures().power().with(state, figure);
        Figure below = null;
        for (PowerStates.State each : PowerStates.State.values()) {
            Figure power = powers.of(each).orElse(below);
            if (below != null && power.value() < below.value()) {
                throw new IllegalArgumentException("found " + figure.text() + " for " + pointer + " of "
                        + profile.name() + ", expected powers that ascend from off over sleep and idle to run");
            }
            below = power;
        }
        return powers;
    }

    private static <T> Map<Operation, T> replaced(Map<Operation, T> given, Operation operation, T value) {
        Map<Operation, T> copy = new EnumMap<>(Operation.class);
        copy.putAll(given);
        copy.put(operation, value);
        return copy;
    }

    private static <T> Map<Operation, T> removed(Map<Operation, T> given, Operation operation) {
        Map<Operation, T> copy = new EnumMap<>(Operation.class);
        copy.putAll(given);
        copy.remove(operation);
        return copy;
    }

    private static List<PipelineUnit> withoutTime(List<PipelineUnit> units, Operation operation) {
        return units.stream()
                .map(unit ->
                        new PipelineUnit(unit.name(), unit.stage(), unit.energy(), removed(unit.time(), operation)))
                .toList();
    }

    private static List<PipelineUnit> withoutEnergy(List<PipelineUnit> units, Operation operation) {
        return units.stream()
                .map(unit ->
                        new PipelineUnit(unit.name(), unit.stage(), removed(unit.energy(), operation), unit.time()))
                .toList();
    }
}
