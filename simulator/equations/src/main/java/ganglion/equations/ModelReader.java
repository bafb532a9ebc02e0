package ganglion.equations;

import static ganglion.equations.TermParser.checkLength;
import static ganglion.equations.TermParser.shortened;

import ganglion.equations.NeuronEquations.Events.Assignment;
import ganglion.equations.NeuronEquations.Method;
import ganglion.equations.NeuronEquations.Quantity;
import ganglion.equations.NeuronEquations.State;
import ganglion.equations.SynapseEquations.Variable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads the parts of a {@link ModelText}, and checks names and units. */
final class ModelReader {

    private static final int LONGEST_TEXT = 10_000;
    private static final int LONGEST_FORMULA = 1_000;
    private static final int MOST_OPERATIONS = 2_000;
    private static final int MOST_STATES = 32;
    private static final double ROUNDING = 1e-9;
    private static final String EQUATIONS = "equations";
    private static final Pattern DIFFERENTIAL = Pattern.compile("\\s*d(\\w+)\\s*/\\s*dt\\s*=([^:]*):([^:]*)");
    private static final Pattern INTERMEDIATE = Pattern.compile("\\s*([A-Za-z_]\\w*)\\s*=([^:]*):([^:]*)");
    private static final Pattern ASSIGNMENT = Pattern.compile("\\s*([A-Za-z_]\\w*)\\s*=(.*)");
    private static final Pattern IN_RANGE = Pattern.compile("(.*\\S)\\s+(in|above)\\s+(.*)");
    private static final Pattern TIME = Pattern.compile("\\s*[0-9][0-9.eE+-]*\\s*(ms|us|s)\\s*");

    private final ModelText text;
    private final Map<String, PhysicalUnit> units = new LinkedHashMap<>();
    private final Map<String, Term> intermediates = new LinkedHashMap<>();
    private final Map<String, Integer> sizes = new HashMap<>();
    private final Map<String, Line> lines = new LinkedHashMap<>();

    /** Where each part of a formula stands. */
    private final Map<Term, String> columns = new IdentityHashMap<>();

    /** An equation: what is left of the formula, and the formula. */
    private record Line(boolean differential, Term formula, PhysicalUnit unit, String where) {}

    ModelReader(ModelText text) {
        this.text = text;
    }

    NeuronEquations read() {
        Map<String, Quantity> parameters = parameters();
        PhysicalUnit weights = unit(text.events().weightUnit(), "weight-unit");
        PhysicalUnit time = PhysicalUnit.of("ms").orElseThrow();
        NeuronEquations.INPUTS.forEach(
                name -> declare("parameters", name, name.equals(NeuronEquations.NOISE) ? time.power(-0.5) : weights));
        declare("parameters", NeuronEquations.TICK, time);
        readEquations(1);
        List<State> states = new ArrayList<>();
        lines.forEach((name, line) -> {
            if (line.differential()) {
                size(line.formula(), "d" + name + "/dt");
                states.add(new State(name, line.unit(), plain(line.formula()), start(name, line)));
            }
        });
        text.start().keySet().stream()
                .filter(name -> states.stream().noneMatch(each -> each.name().equals(name)))
                .findFirst()
                .ifPresent(name -> {
                    throw new ModelException(
                            "start",
                            "found \"" + name + "\", expected a state: one of "
                                    + String.join(
                                            ", ",
                                            states.stream().map(State::name).toList()));
                });
        NeuronEquations read = new NeuronEquations(
                text.name(), List.copyOf(states), Collections.unmodifiableMap(parameters), events(states), method());
        LinearPart linear = LinearPart.of(read);
        if (read.method() == Method.EXACT && linear.states().size() < states.size()) {
            State other = states.stream()
                    .filter(each -> !linear.states().contains(each.name()))
                    .findFirst()
                    .orElseThrow();
            throw new ModelException(
                    "method",
                    "found \"exact\", expected rk4 or another: d" + other.name()
                            + "/dt is not linear with constant factors");
        }
        states.stream().filter(each -> each.rate().has(NeuronEquations.NOISE)).forEach(this::checkNoise);
        if (read.method() == Method.EXPONENTIAL_EULER) {
            states.stream()
                    .filter(each -> each.rate().linearIn(each.name()) == null)
                    .findFirst()
                    .ifPresent(each -> {
                        throw new ModelException(
                                "method",
                                "found \"exponential-euler\", expected rk4 or euler: d" + each.name()
                                        + "/dt is not linear in " + each.name());
                    });
        }
        return read;
    }

    /** The parameters, whose names are taken in use. */
    private Map<String, Quantity> parameters() {
        Map<String, Quantity> parameters = new LinkedHashMap<>();
        text.parameters().forEach((name, written) -> {
            Matcher match = IN_RANGE.matcher(written);
            Quantity alone = quantity(match.matches() ? match.group(1) : written, "parameters");
            ValueRange range = match.matches() ? range(match, alone.unit(), "parameters") : ValueRange.ALL;
            range.check("parameters", name, alone.value(), written);
            parameters.put(name, new Quantity(alone.value(), alone.unit(), range));
        });
        parameters.forEach((name, quantity) -> declare("parameters", name, quantity.unit()));
        return parameters;
    }

    /** What stands behind a value or a unit: {@code in LOW..HIGH}, {@code in LOW..}, {@code above LOW}. */
    private ValueRange range(Matcher match, PhysicalUnit unit, String part) {
        boolean above = match.group(2).equals("above");
        String[] ends = match.group(3).split("\\.\\.", -1);
        if (ends.length != (above ? 1 : 2)) {
            throw new ModelException(
                    part,
                    "found \"" + shortened(match.group())
                            + "\", expected such as 0.5 in 0..1, 2 in 0.. or 5 ms above 0 ms");
        }
        Term low = end(ends[0], unit, part, ValueRange.ALL.low());
        Term high = above ? ValueRange.ALL.high() : end(ends[1], unit, part, ValueRange.ALL.high());
        if (low instanceof Term.Literal least && high instanceof Term.Literal most && least.value() > most.value()) {
            throw new ModelException(
                    part, "found \"" + shortened(match.group()) + "\", expected the lower end of the range first");
        }
        return new ValueRange(
                above ? new Term.Literal(Math.nextUp(low.value(none -> 0.0))) : low,
                high,
                match.group(2) + " " + match.group(3));
    }

    /** An end of a range: a parameter that is known, a quantity, or a number in the unit of the value. */
    private Term end(String written, PhysicalUnit unit, String part, Term none) {
        String name = written.strip();
        if (name.isEmpty()) {
            return none;
        }
        if (units.containsKey(name)) {
            if (!units.get(name).fits(unit)) {
                throw new ModelException(
                        part,
                        "found " + name + ", which is in " + units.get(name).text() + ", as end of a range in "
                                + unit.text() + ", expected the same unit");
            }
            return new Term.Name(name);
        }
        if (name.matches("[A-Za-z_]\\w*") && PhysicalUnit.of(name).isEmpty()) {
            throw new ModelException(
                    part,
                    "found the unknown name \"" + name + "\", expected a number"
                            + (units.isEmpty() ? "" : " or one of " + String.join(", ", units.keySet())));
        }
        Quantity found = quantity(name, part);
        boolean bare = found.unit().fits(PhysicalUnit.NONE);
        return new Term.Literal(bare ? found.value() * unit.factor() : quantity(name, part, unit));
    }

    private void readEquations(int fewestStates) {
        readLines(fewestStates);
        checkLines();
        lines.forEach((name, line) -> {
            if (!line.differential()) {
                resolve(name, new HashSet<>());
            }
        });
    }

    /** Reads the text of a model of synapses, of which events have the weights' unit only. */
    SynapseEquations readSynapse(String onPre, String onPost, String onThird) {
        Map<String, Quantity> parameters = parameters();
        Matcher match = IN_RANGE.matcher(text.events().weightUnit());
        PhysicalUnit weights =
                unit(match.matches() ? match.group(1) : text.events().weightUnit(), "weight-unit");
        if (weights.factor() != 1) {
            throw new ModelException(
                    "weight-unit",
                    "found \"" + text.events().weightUnit() + "\", expected "
                            + weights.withoutFactor().text());
        }
        ValueRange range = match.matches() ? range(match, weights, "weight-unit") : ValueRange.ALL;
        Function<String, Double> values = name -> parameters.get(name).value();
        if (range.low().value(values::apply) > range.high().value(values::apply)) {
            throw new ModelException(
                    "weight-unit", "found \"" + text.events().weightUnit() + "\", expected the lower end first");
        }
        declare("parameters", SynapseEquations.WEIGHT, weights);
        declare("parameters", SynapseEquations.EFFECT, weights);
        readEquations(0);
        Map<String, Variable> variables = new LinkedHashMap<>();
        lines.forEach((name, line) -> {
            if (line.differential()) {
                size(line.formula(), "d" + name + "/dt");
                variables.put(name, variable(name, line, parameters.keySet()));
            }
        });
        List<String> post = new ArrayList<>(variables.keySet());
        post.add(SynapseEquations.WEIGHT);
        List<String> pre = new ArrayList<>(post);
        pre.add(SynapseEquations.EFFECT);
        List<Assignment> atSource = assignments(onPre, "on-pre", pre);
        units.remove(SynapseEquations.EFFECT);
        return new SynapseEquations(
                text.name(),
                Collections.unmodifiableMap(variables),
                Collections.unmodifiableMap(parameters),
                range,
                bounded(atSource, range),
                bounded(assignments(onPost, "on-post", post), range),
                bounded(assignments(onThird, "on-third", post), range));
    }

    /** The same assignments with the weight kept in its range. */
    private static List<Assignment> bounded(List<Assignment> assignments, ValueRange range) {
        return assignments.stream()
                .map(each -> each.state().equals(SynapseEquations.WEIGHT)
                        ? new Assignment(each.state(), range.clip(each.value()))
                        : each)
                .toList();
    }

    /** A variable, which decays by itself alone so that its value after any time is known. */
    private Variable variable(String name, Line line, Set<String> parameters) {
        Term[] parts = plain(line.formula()).linearIn(name);
        if (parts == null || !Stream.of(parts).allMatch(part -> part.allNames(parameters::contains))) {
            throw new ModelException(
                    EQUATIONS,
                    "found d" + name + "/dt" + at(line.formula()) + " that is not linear in " + name
                            + " with constant factors, expected such as (" + name + "_rest - " + name + ")/tau");
        }
        return new Variable(parts[0], parts[1]);
    }

    /** What noise that a state multiplies means depends on the method (Ito or Stratonovich). */
    private void checkNoise(State state) {
        Term[] parts = state.rate().linearIn(NeuronEquations.NOISE);
        boolean constant = parts != null
                && lines.keySet().stream().noneMatch(parts[0]::has)
                && NeuronEquations.INPUTS.stream().noneMatch(parts[0]::has);
        if (!constant) {
            throw new ModelException(
                    EQUATIONS,
                    "found noise in d" + state.name() + "/dt that is not xi times a constant, expected a factor of"
                            + " parameters only");
        }
    }

    private Method method() {
        if (text.method().isEmpty()) {
            return Method.RK4;
        }
        return Stream.of(Method.values())
                .filter(each -> each.word().equals(text.method()))
                .findFirst()
                .orElseThrow(() -> new ModelException(
                        "method",
                        "found \"" + text.method() + "\", expected one of "
                                + String.join(", ", NeuronEquations.methods())));
    }

    /** Takes a name in use, which must be free. */
    private void declare(String part, String name, PhysicalUnit unit) {
        if (!name.matches("[A-Za-z_]\\w*") || TermOperation.isFunction(name)) {
            throw new ModelException(
                    part, "found the name \"" + name + "\", expected letters, digits and _, and no name of a function");
        }
        if (units.put(name, unit) != null) {
            throw new ModelException(
                    part,
                    "found \"" + name + "\" twice, expected each name once"
                            + (NeuronEquations.INPUTS.contains(name) || name.equals(NeuronEquations.TICK)
                                    ? "; it is a name of Ganglion's"
                                    : ""));
        }
    }

    private void readLines(int fewestStates) {
        checkLength(EQUATIONS, text.equations(), LONGEST_TEXT);
        String[] all = text.equations().split("\\R");
        for (int i = 0; i < all.length; i++) {
            String line = all[i].replaceFirst("#.*", "");
            if (line.isBlank()) {
                continue;
            }
            String where = all.length > 1 ? "line " + (i + 1) + ", " : "";
            Matcher differential = DIFFERENTIAL.matcher(line);
            Matcher match = differential.matches() ? differential : INTERMEDIATE.matcher(line);
            if (!match.matches()) {
                throw new ModelException(
                        EQUATIONS,
                        "found \"" + shortened(line.strip()) + "\" at " + where
                                + "column 1, expected dNAME/dt = FORMULA : UNIT or NAME = FORMULA : UNIT");
            }
            Term formula = parse(match.group(2), EQUATIONS, where, match.start(2) + 1);
            PhysicalUnit unit = unit(match.group(3).strip(), EQUATIONS);
            declare(EQUATIONS, match.group(1), unit);
            lines.put(match.group(1), new Line(match == differential, formula, unit, where));
        }
        long states = lines.values().stream().filter(Line::differential).count();
        if (states < fewestStates || states > MOST_STATES) {
            throw new ModelException(
                    EQUATIONS,
                    "found " + states + " differential equations, expected " + fewestStates + " to " + MOST_STATES);
        }
    }

    private void checkLines() {
        PhysicalUnit milliseconds = PhysicalUnit.of("ms").orElseThrow();
        lines.forEach((name, line) -> {
            PhysicalUnit expected = line.differential() ? line.unit().times(milliseconds.power(-1)) : line.unit();
            String left = line.differential() ? "d" + name + "/dt" : name;
            expect(line.formula(), expected, EQUATIONS, left);
        });
    }

    /** Takes in use the formula of an intermediate quantity over states, parameters and inputs only. */
    private void resolve(String name, Set<String> within) {
        if (intermediates.containsKey(name)) {
            return;
        }
        if (!within.add(name)) {
            throw new ModelException(
                    EQUATIONS,
                    "found " + String.join(", ", new TreeSet<>(within))
                            + " defined by each other, expected quantities that states and parameters define");
        }
        Term formula = lines.get(name).formula();
        List<String> used = new ArrayList<>();
        formula.names(used::add);
        used.stream()
                .filter(each -> lines.containsKey(each) && !lines.get(each).differential())
                .forEach(each -> resolve(each, new HashSet<>(within)));
        sizes.put(name, size(formula, name));
        Term found = formula.replace(each -> intermediates.getOrDefault(each, new Term.Name(each)));
        if (found.depth() > TermParser.DEEPEST) {
            throw new ModelException(EQUATIONS, TermParser.tooDeep(name + " with the quantities that it uses"));
        }
        intermediates.put(name, found);
    }

    /** Numbers and names of a formula once intermediate quantities are put in. */
    private int size(Term formula, String left) {
        int[] size = {formula.operations()};
        formula.names(name -> size[0] += Math.min(MOST_OPERATIONS, sizes.getOrDefault(name, 0)));
        if (size[0] > MOST_OPERATIONS) {
            throw new ModelException(
                    EQUATIONS,
                    "found more than " + MOST_OPERATIONS + " operations in " + left
                            + " with the quantities that it uses, expected fewer");
        }
        return size[0];
    }

    /** A formula whose intermediate quantities and units are put in. */
    private Term plain(Term formula) {
        Function<String, Term> withUnits = name -> units.containsKey(name)
                ? new Term.Name(name)
                : new Term.Literal(PhysicalUnit.of(name).orElseThrow().factor());
        return formula.replace(name ->
                intermediates.containsKey(name) ? intermediates.get(name).replace(withUnits) : withUnits.apply(name));
    }

    private Term start(String name, Line line) {
        String written = text.start().get(name);
        if (written == null) {
            return Term.ZERO;
        }
        Term formula = parse(written, "start", "", 1);
        expect(formula, line.unit(), "start", name);
        formula.names(each -> {
            if (lines.containsKey(each) || NeuronEquations.INPUTS.contains(each)) {
                throw new ModelException(
                        "start", "found \"" + each + "\" in the start of " + name + ", expected parameters only");
            }
        });
        return plain(formula);
    }

    private NeuronEquations.Events events(List<State> states) {
        ModelText.Events written = text.events();
        Term threshold = condition(written.threshold(), "threshold");
        List<String> names = states.stream().map(State::name).toList();
        boolean time = TIME.matcher(written.refractory()).matches();
        return new NeuronEquations.Events(
                assignments(written.input(), "input", names),
                threshold,
                assignments(written.reset(), "reset", names),
                time ? quantity(written.refractory(), "refractory").value() : 0,
                time || written.refractory().isBlank() ? null : condition(written.refractory(), "refractory"));
    }

    private Term condition(String written, String part) {
        Term formula = parse(written, part, "", 1);
        unitOf(formula, part);
        if (!(formula instanceof Term.Call call && call.function().isCondition())) {
            throw new ModelException(
                    part,
                    "found \"" + shortened(written) + "\", expected "
                            + (part.equals("refractory") ? "a time such as 2 ms, or " : "")
                            + "a comparison such as v > 20 mV");
        }
        noInput(formula, part);
        return plain(formula);
    }

    private void noInput(Term formula, String part) {
        NeuronEquations.INPUTS.stream().filter(formula::has).findFirst().ifPresent(name -> {
            throw new ModelException(part, "found \"" + name + "\", expected states and parameters");
        });
    }

    private List<Assignment> assignments(String written, String part, List<String> names) {
        checkLength(part, written, LONGEST_FORMULA);
        List<Assignment> assignments = new ArrayList<>();
        int column = 1;
        for (String each : written.split("[;\\n]")) {
            Matcher match = ASSIGNMENT.matcher(each);
            if (!each.isBlank()) {
                if (!match.matches() || !names.contains(match.group(1))) {
                    throw new ModelException(
                            part,
                            "found \"" + shortened(each.strip()) + "\" at column " + column
                                    + ", expected STATE = FORMULA of one of " + String.join(", ", names));
                }
                Term formula = parse(match.group(2), part, "", column + match.start(2));
                if (part.startsWith("on-")
                        && !names.contains(SynapseEquations.EFFECT)
                        && formula.has(SynapseEquations.EFFECT)) {
                    throw new ModelException(part, "found \"effect\", expected it in on-pre only");
                }
                expect(formula, units.get(match.group(1)), part, match.group(1));
                if (part.equals("reset")) {
                    noInput(formula, part);
                }
                assignments.add(new Assignment(match.group(1), plain(formula)));
            }
            column += each.length() + 1;
        }
        return List.copyOf(assignments);
    }

    private Term parse(String formula, String part, String where, int column) {
        checkLength(part, formula, LONGEST_FORMULA);
        return TermParser.parse(formula, part, where, column, columns);
    }

    private void expect(Term formula, PhysicalUnit expected, String part, String left) {
        PhysicalUnit found = unitOf(formula, part);
        if (!found.fits(expected)) {
            throw new ModelException(
                    part,
                    "found " + found.text() + " for " + left + at(formula) + ", expected "
                            + expected.withoutFactor().text());
        }
    }

    private String at(Term term) {
        return columns.containsKey(term) ? " at " + columns.get(term) : "";
    }

    private PhysicalUnit unitOf(Term term, String part) {
        if (term instanceof Term.Literal) {
            return PhysicalUnit.NONE;
        }
        if (term instanceof Term.Unit written) {
            return written.unit().withoutFactor();
        }
        if (term instanceof Term.Name name) {
            return Optional.ofNullable(units.get(name.name()))
                    .or(() -> PhysicalUnit.of(name.name()))
                    .orElseThrow(() -> new ModelException(
                            part,
                            "found the unknown name \"" + name.name() + "\"" + at(term) + ", expected one of "
                                    + String.join(", ", units.keySet()) + ", or a unit"))
                    .withoutFactor();
        }
        Term.Call call = (Term.Call) term;
        PhysicalUnit first = unitOf(call.first(), part);
        return switch (call.function()) {
            case NEGATE, ABS -> first;
            case ADD, SUBTRACT, MIN, MAX -> alike(call, first, part);
            case GREATER, AT_LEAST, LESS, AT_MOST -> {
                alike(call, first, part);
                yield PhysicalUnit.NONE;
            }
            case MULTIPLY -> first.times(unitOf(call.second(), part));
            case DIVIDE -> first.times(unitOf(call.second(), part).power(-1));
            case SQRT -> first.power(0.5);
            case POWER -> power(call, first, part);
            case EXP, EXPREL, LOG, SIN, COS, TANH -> {
                if (!first.fits(PhysicalUnit.NONE)) {
                    throw new ModelException(
                            part,
                            "found " + call.function().text() + " of " + first.text() + at(term)
                                    + ", expected a number without a unit");
                }
                yield first;
            }
        };
    }

    private PhysicalUnit alike(Term.Call call, PhysicalUnit first, String part) {
        PhysicalUnit second = unitOf(call.second(), part);
        if (!first.fits(second)) {
            String middle = call.function().isOperator() ? call.function().text() : "and";
            throw new ModelException(
                    part,
                    "found " + first.text() + " " + middle + " " + second.text() + at(call)
                            + ", expected the same unit on both sides");
        }
        return first;
    }

    private PhysicalUnit power(Term.Call call, PhysicalUnit base, String part) {
        PhysicalUnit exponent = unitOf(call.second(), part);
        boolean constant = call.second().allNames(name -> false);
        if (!exponent.fits(PhysicalUnit.NONE) || !base.fits(PhysicalUnit.NONE) && !constant) {
            throw new ModelException(
                    part, "found a power" + at(call) + " that is not a number, expected a number as exponent");
        }
        return constant ? base.power(call.second().value(name -> 0.0)) : base;
    }

    static Quantity quantity(String written, String part) {
        Map<Term, String> nowhere = new IdentityHashMap<>();
        Term term = TermParser.parse(written, part, "", 1, nowhere);
        PhysicalUnit unit = unitOfUnits(term, written, part);
        double value = term.value(name -> PhysicalUnit.of(name).orElseThrow().factor());
        if (!Double.isFinite(value)) {
            throw new ModelException(
                    part, "found \"" + shortened(written) + "\", expected a finite number with a unit");
        }
        return new Quantity(value, unit, ValueRange.ALL);
    }

    /** A quantity of the kind of a unit, in the coherent unit. */
    static double quantity(String written, String part, PhysicalUnit expected) {
        Quantity found = quantity(written, part);
        if (!found.unit().fits(expected)) {
            throw new ModelException(
                    part, "found \"" + shortened(written) + "\", expected a quantity in " + expected.text());
        }
        return found.value();
    }

    static PhysicalUnit unit(String written, String part) {
        Term term = TermParser.parse(written, part, "", 1, new IdentityHashMap<>());
        PhysicalUnit unit = unitOfUnits(term, written, part);
        double number = term.value(name -> PhysicalUnit.of(name).orElseThrow().factor()) / unit.factor();
        if (!(Math.abs(number - 1) < ROUNDING)) {
            throw new ModelException(part, "found \"" + shortened(written) + "\", expected a unit without a number");
        }
        return unit;
    }

    /** The unit of a formula of numbers and units. */
    private static PhysicalUnit unitOfUnits(Term term, String written, String part) {
        if (term instanceof Term.Literal) {
            return PhysicalUnit.NONE;
        }
        if (term instanceof Term.Unit behind) {
            return behind.unit();
        }
        if (term instanceof Term.Name name) {
            return PhysicalUnit.of(name.name())
                    .orElseThrow(() -> new ModelException(
                            part,
                            "found \"" + shortened(written) + "\", expected a number and a unit of "
                                    + String.join(", ", PhysicalUnit.names().toList())));
        }
        Term.Call call = (Term.Call) term;
        PhysicalUnit first = unitOfUnits(call.first(), written, part);
        return switch (call.function()) {
            case NEGATE -> first;
            case MULTIPLY -> first.times(unitOfUnits(call.second(), written, part));
            case DIVIDE -> first.times(unitOfUnits(call.second(), written, part).power(-1));
            case POWER -> first.power(call.second().value(name -> Double.NaN));
            default ->
                throw new ModelException(
                        part, "found \"" + shortened(written) + "\", expected a number and a unit, such as 20 mV");
        };
    }
}
