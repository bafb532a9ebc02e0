package ganglion.documents.variable;

import com.ezylang.evalex.BaseException;
import com.ezylang.evalex.Expression;
import com.ezylang.evalex.config.ExpressionConfiguration;
import com.ezylang.evalex.config.FunctionDictionaryIfc;
import com.ezylang.evalex.config.MapBasedFunctionDictionary;
import com.ezylang.evalex.config.MapBasedOperatorDictionary;
import com.ezylang.evalex.config.OperatorDictionaryIfc;
import com.ezylang.evalex.data.EvaluationValue;
import com.ezylang.evalex.data.conversion.DefaultEvaluationValueConverter;
import com.ezylang.evalex.functions.AbstractFunction;
import com.ezylang.evalex.functions.FunctionParameter;
import com.ezylang.evalex.parser.Token;
import ganglion.documents.Suggestions;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.regex.Pattern;

/**
 * One expression of numbers and variables. Calculated in decimals of 68 digits and rounded to a double once, at the end, so that
 * {@code 16 * 0.2} is 3.2 and every machine gets the same bits. Powers and logarithms are missing, because their last bit
 * depends on the machine, and so is every function whose cost is not bounded by the length of the expression.
 */
final class Formula {

    /** Longer ones are not read. */
    private static final int LONGEST_EXPRESSION = 200;

    /** Decimal exponents beyond this one are refused: whole numbers of a million digits would take seconds. */
    private static final int LARGEST_EXPONENT = 400;

    private static final Pattern HUGE_LITERAL = Pattern.compile("[0-9.][eE][+-]?[0-9]{4}");

    /** What operators and functions are taken from. */
    private static final ExpressionConfiguration LIBRARY = ExpressionConfiguration.defaultConfiguration();

    private static final ExpressionConfiguration ARITHMETIC = ExpressionConfiguration.builder()
            .operatorDictionary(operators())
            .functionDictionary(functions())
            .evaluationValueConverter(new Bounded())
            .defaultConstants(Map.of())
            .arraysAllowed(false)
            .structuresAllowed(false)
            .implicitMultiplicationAllowed(false)
            .locale(Locale.ROOT)
            .build();

    private Formula() {}

    private static OperatorDictionaryIfc operators() {
        OperatorDictionaryIfc all = LIBRARY.getOperatorDictionary();
        OperatorDictionaryIfc operators = new MapBasedOperatorDictionary();
        for (String sign : List.of("+", "-")) {
            operators.addOperator(sign, all.getPrefixOperator(sign));
        }
        for (String sign : List.of("+", "-", "*", "/", "%", "==", "!=", "<", "<=", ">", ">=")) {
            operators.addOperator(sign, all.getInfixOperator(sign));
        }
        return operators;
    }

    private static FunctionDictionaryIfc functions() {
        FunctionDictionaryIfc functions = new MapBasedFunctionDictionary();
        for (String name : List.of("ABS", "CEILING", "FLOOR", "IF", "MAX", "MIN", "SQRT")) {
            functions.addFunction(name, LIBRARY.getFunctionDictionary().getFunction(name));
        }
        functions.addFunction("ROUND", new Round());
        return functions;
    }

    /**
     * The value of an expression.
     *
     * @param variables their values by name
     * @throws IllegalArgumentException saying what was found and what was expected, in one line
     */
    static double value(String text, Map<String, Double> variables) {
        if (text.length() > LONGEST_EXPRESSION) {
            throw new IllegalArgumentException(
                    "found an expression of " + text.length() + " characters, expected at most " + LONGEST_EXPRESSION);
        }
        if (HUGE_LITERAL.matcher(text).find()) {
            throw unreadable(text, "a number is out of range");
        }
        Expression expression = new Expression(text, ARITHMETIC);
        for (String name : of(text, expression::getUsedVariables)) {
            expression.with(name, known(name, variables));
        }
        return number(text, of(text, expression::evaluate));
    }

    /** What the library is asked for. */
    @FunctionalInterface
    private interface Question<T> {
        T answer() throws BaseException;
    }

    private static <T> T of(String text, Question<T> question) {
        try {
            return question.answer();
        } catch (BaseException e) {
            throw unreadable(text, plain(e.getMessage()));
        } catch (ArithmeticException e) {
            throw unreadable(text, "a number is out of range");
        } catch (NumberFormatException | NoSuchElementException e) {
            // What the library throws at "1e5e5" and "round(-)".
            throw unreadable(text, "it is not well formed");
        }
    }

    private static BigDecimal known(String name, Map<String, Double> variables) {
        Double value = variables.get(name);
        if (value == null) {
            throw new IllegalArgumentException("found the unknown variable \"" + name + '"'
                    + (variables.isEmpty()
                            ? ", expected one declared before"
                            : Suggestions.expected("one of", name, variables.keySet())));
        }
        return BigDecimal.valueOf(value);
    }

    private static double number(String text, EvaluationValue value) {
        if (!value.isNumberValue()) {
            throw unreadable(text, "it is not a number");
        }
        double number = value.getNumberValue().doubleValue();
        if (!Double.isFinite(number)) {
            throw unreadable(text, "a number is out of range");
        }
        return number;
    }

    /** The library's sentence as the end of one of ours. */
    private static String plain(String message) {
        return message.isEmpty() ? "" : Character.toLowerCase(message.charAt(0)) + message.substring(1);
    }

    private static IllegalArgumentException unreadable(String text, String why) {
        return new IllegalArgumentException(
                "found \"" + text + "\", expected an expression of numbers and variables (" + why + ")");
    }

    /** {@code round(2.5)} is 3 and {@code round(-2.5)} is -3. */
    @FunctionParameter(name = "value")
    private static final class Round extends AbstractFunction {

        @Override
        public EvaluationValue evaluate(Expression expression, Token token, EvaluationValue... values) {
            return expression.convertValue(values[0].getNumberValue().setScale(0, RoundingMode.HALF_UP));
        }
    }

    /** Refuses every value on the way whose exponent is beyond bounds. */
    private static final class Bounded extends DefaultEvaluationValueConverter {

        @Override
        public EvaluationValue convertObject(Object object, ExpressionConfiguration configuration) {
            EvaluationValue value = super.convertObject(object, configuration);
            if (value.isNumberValue()) {
                BigDecimal number = value.getNumberValue();
                if (Math.abs((long) number.precision() - number.scale()) > LARGEST_EXPONENT) {
                    throw new ArithmeticException("an exponent is out of range");
                }
            }
            return value;
        }
    }
}
