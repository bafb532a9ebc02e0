package ganglion.equations;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/** A formula over names and numbers. Immutable; formulas that are written alike are equal, wherever they stand. */
sealed interface Term {

    Term ZERO = new Literal(0);
    Term ONE = new Literal(1);

    /** A number without a unit. */
    record Literal(double value) implements Term {}

    /** A state, a parameter, an input, an intermediate quantity, or a unit if nothing else has the name. */
    record Name(String name) implements Term {}

    /** A unit behind a number, whatever else has its name. */
    record Unit(PhysicalUnit unit) implements Term {}

    /**
     * A function of other formulas.
     *
     * @param function what is done
     * @param arguments as many as the function takes
     */
    record Call(TermOperation function, List<Term> arguments) implements Term {

        Term first() {
            return arguments.get(0);
        }

        Term second() {
            return arguments.get(1);
        }
    }

    /** The formula of an operation. Adding 0, multiplying by 0 or 1 and what else changes no number are left out. */
    static Term of(TermOperation operation, Term... arguments) {
        Term first = arguments[0];
        if (operation == TermOperation.ADD && first.equals(ZERO)) {
            return arguments[1];
        }
        if ((operation == TermOperation.ADD || operation == TermOperation.SUBTRACT) && arguments[1].equals(ZERO)) {
            return first;
        }
        if (operation == TermOperation.MULTIPLY && (first.equals(ZERO) || arguments[1].equals(ONE))) {
            return first;
        }
        if (operation == TermOperation.MULTIPLY && (arguments[1].equals(ZERO) || first.equals(ONE))) {
            return arguments[1];
        }
        if ((operation == TermOperation.DIVIDE || operation == TermOperation.NEGATE) && first.equals(ZERO)) {
            return first;
        }
        return new Call(operation, List.of(arguments));
    }

    /** The formula in which names are replaced. */
    default Term replace(Function<String, Term> by) {
        if (this instanceof Name name) {
            return by.apply(name.name());
        }
        if (this instanceof Call call) {
            return new Call(
                    call.function(),
                    call.arguments().stream().map(each -> each.replace(by)).toList());
        }
        return this instanceof Unit written ? new Literal(written.unit().factor()) : this;
    }

    /** Visits all names, as often as they stand there. */
    default void names(Consumer<String> visitor) {
        if (this instanceof Name name) {
            visitor.accept(name.name());
        } else if (this instanceof Call call) {
            call.arguments().forEach(each -> each.names(visitor));
        }
    }

    /** Number of operators and functions. */
    default int operations() {
        return this instanceof Call call
                ? 1 + call.arguments().stream().mapToInt(Term::operations).sum()
                : 0;
    }

    /** Number of operators and functions within each other. */
    default int depth() {
        return this instanceof Call call
                ? 1 + call.arguments().stream().mapToInt(Term::depth).max().orElse(0)
                : 0;
    }

    /** Whether a name stands in the formula. */
    default boolean has(String name) {
        return !allNames(each -> !each.equals(name));
    }

    /** Whether a condition holds for all names in it. */
    default boolean allNames(Predicate<String> condition) {
        return this instanceof Name name
                ? condition.test(name.name())
                : !(this instanceof Call call) || call.arguments().stream().allMatch(each -> each.allNames(condition));
    }

    /**
     * The value of the formula.
     *
     * @param values of the names
     */
    default double value(Function<String, Double> values) {
        if (this instanceof Literal literal) {
            return literal.value();
        }
        if (this instanceof Name name) {
            return values.apply(name.name());
        }
        if (this instanceof Unit written) {
            return written.unit().factor();
        }
        Call call = (Call) this;
        return call.function()
                .value(call.arguments().stream()
                        .mapToDouble(each -> each.value(values))
                        .toArray());
    }

    /**
     * The factor of a name in a formula that is linear in it.
     *
     * @return {@code a} and {@code b} of {@code a name + b}; null if the formula is not linear in the name
     */
    default Term[] linearIn(String name) {
        if (this instanceof Name found && found.name().equals(name)) {
            return new Term[] {ONE, ZERO};
        }
        if (!has(name)) {
            return new Term[] {ZERO, this};
        }
        Call call = (Call) this;
        Term[] first = call.first().linearIn(name);
        if (first == null) {
            return null;
        }
        return switch (call.function()) {
            case NEGATE -> new Term[] {of(TermOperation.NEGATE, first[0]), of(TermOperation.NEGATE, first[1])};
            case ADD, SUBTRACT -> {
                Term[] second = call.second().linearIn(name);
                yield second == null
                        ? null
                        : new Term[] {of(call.function(), first[0], second[0]), of(call.function(), first[1], second[1])
                        };
            }
            case MULTIPLY -> product(call, first, name);
            case DIVIDE ->
                call.second().has(name)
                        ? null
                        : new Term[] {
                            of(TermOperation.DIVIDE, first[0], call.second()),
                            of(TermOperation.DIVIDE, first[1], call.second())
                        };
            default -> null;
        };
    }

    private static Term[] product(Call call, Term[] first, String name) {
        if (!call.second().has(name)) {
            return new Term[] {
                of(TermOperation.MULTIPLY, first[0], call.second()), of(TermOperation.MULTIPLY, first[1], call.second())
            };
        }
        Term[] second = call.second().linearIn(name);
        if (second == null || call.first().has(name)) {
            return null;
        }
        return new Term[] {
            of(TermOperation.MULTIPLY, call.first(), second[0]), of(TermOperation.MULTIPLY, call.first(), second[1])
        };
    }
}
