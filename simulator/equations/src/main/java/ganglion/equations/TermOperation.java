package ganglion.equations;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/** What formulas do with numbers: the operators and functions that equations may have. */
enum TermOperation {
    ADD("+", (a, b) -> a + b),
    SUBTRACT("-", (a, b) -> a - b),
    MULTIPLY("*", (a, b) -> a * b),
    DIVIDE("/", (a, b) -> a / b),
    POWER("^", StrictMath::pow),
    NEGATE("-", a -> -a),
    GREATER(">", (a, b) -> a > b ? 1 : 0),
    AT_LEAST(">=", (a, b) -> a >= b ? 1 : 0),
    LESS("<", (a, b) -> a < b ? 1 : 0),
    AT_MOST("<=", (a, b) -> a <= b ? 1 : 0),
    EXP("exp", StrictMath::exp),
    EXPREL("exprel", TermOperation::exprel),
    LOG("log", StrictMath::log),
    SQRT("sqrt", StrictMath::sqrt),
    SIN("sin", StrictMath::sin),
    COS("cos", StrictMath::cos),
    TANH("tanh", StrictMath::tanh),
    ABS("abs", StrictMath::abs),
    MIN("min", StrictMath::min),
    MAX("max", StrictMath::max);

    /** Below it (e^x - 1)/x is 1 + x/2 to the last bit. */
    private static final double SMALL = 1e-8;

    private final String text;
    private final int arguments;
    private final DoubleUnaryOperator one;
    private final DoubleBinaryOperator two;

    TermOperation(String text, DoubleUnaryOperator one) {
        this.text = text;
        this.arguments = 1;
        this.one = one;
        this.two = null;
    }

    TermOperation(String text, DoubleBinaryOperator two) {
        this.text = text;
        this.arguments = 2;
        this.one = null;
        this.two = two;
    }

    /** As equations have it: {@code +}, {@code exp}. */
    String text() {
        return text;
    }

    int arguments() {
        return arguments;
    }

    /** Whether it stands between or before its arguments. */
    boolean isOperator() {
        return ordinal() < EXP.ordinal();
    }

    /** Whether it says yes or no. */
    boolean isCondition() {
        return ordinal() >= GREATER.ordinal() && ordinal() <= AT_MOST.ordinal();
    }

    double value(double... arguments) {
        return one == null ? two.applyAsDouble(arguments[0], arguments[1]) : one.applyAsDouble(arguments[0]);
    }

    /** The function or operator of a text, by the number of its arguments. */
    static Optional<TermOperation> of(String text, int arguments) {
        String lower = text.toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(each -> each.text.equals(lower) && each.arguments == arguments)
                .findFirst();
    }

    /** Whether a name is that of a function. */
    static boolean isFunction(String name) {
        return Arrays.stream(values())
                .anyMatch(each -> !each.isOperator() && each.text.equals(name.toLowerCase(Locale.ROOT)));
    }

    /** (e^x - 1)/x, and 1 at 0: the rates of Hodgkin and Huxley without their removable singularity. */
    static double exprel(double x) {
        return StrictMath.abs(x) < SMALL ? 1 + x / 2 : StrictMath.expm1(x) / x;
    }
}
