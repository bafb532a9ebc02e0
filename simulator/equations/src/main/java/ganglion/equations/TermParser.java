package ganglion.equations;

import com.ezylang.evalex.Expression;
import com.ezylang.evalex.config.ExpressionConfiguration;
import com.ezylang.evalex.config.MapBasedFunctionDictionary;
import com.ezylang.evalex.config.MapBasedOperatorDictionary;
import com.ezylang.evalex.data.EvaluationValue;
import com.ezylang.evalex.functions.AbstractFunction;
import com.ezylang.evalex.functions.FunctionIfc;
import com.ezylang.evalex.functions.FunctionParameter;
import com.ezylang.evalex.operators.OperatorIfc;
import com.ezylang.evalex.operators.arithmetic.InfixDivisionOperator;
import com.ezylang.evalex.operators.arithmetic.InfixMinusOperator;
import com.ezylang.evalex.operators.arithmetic.InfixMultiplicationOperator;
import com.ezylang.evalex.operators.arithmetic.InfixPlusOperator;
import com.ezylang.evalex.operators.arithmetic.InfixPowerOfOperator;
import com.ezylang.evalex.operators.arithmetic.PrefixMinusOperator;
import com.ezylang.evalex.operators.booleans.InfixGreaterEqualsOperator;
import com.ezylang.evalex.operators.booleans.InfixGreaterOperator;
import com.ezylang.evalex.operators.booleans.InfixLessEqualsOperator;
import com.ezylang.evalex.operators.booleans.InfixLessOperator;
import com.ezylang.evalex.parser.ASTNode;
import com.ezylang.evalex.parser.ParseException;
import com.ezylang.evalex.parser.Token;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads formulas. The grammar is EvalEx's, with a power that binds more tightly than a sign ({@code -x^2} is {@code -(x^2)}) and
 * numbers before units ({@code 20 mV}); the library only parses, what formulas mean is said in {@link TermOperation}.
 */
final class TermParser {

    /** Power before signs, as in mathematics. */
    private static final int POWER_PRECEDENCE = 80;

    /** Operations within each other, which are visited by recursion: far below what a small stack holds. */
    static final int DEEPEST = 200;

    /** The library reads it as another formula. */
    private static final Pattern NEGATIVE_EXPONENT = Pattern.compile("\\^\\s*-");

    private static final ExpressionConfiguration GRAMMAR = ExpressionConfiguration.builder()
            .operatorDictionary(operators())
            .functionDictionary(functions())
            .defaultConstants(Map.of())
            .arraysAllowed(false)
            .structuresAllowed(false)
            .implicitMultiplicationAllowed(true)
            .powerOfPrecedence(POWER_PRECEDENCE)
            .locale(Locale.ROOT)
            .build();

    private TermParser() {}

    @SuppressWarnings("unchecked") // the library takes a generic array
    private static MapBasedOperatorDictionary operators() {
        return (MapBasedOperatorDictionary) MapBasedOperatorDictionary.ofOperators(
                Map.<String, OperatorIfc>entry("-", new PrefixMinusOperator()),
                Map.<String, OperatorIfc>entry("+", new InfixPlusOperator()),
                Map.<String, OperatorIfc>entry("-", new InfixMinusOperator()),
                Map.<String, OperatorIfc>entry("*", new InfixMultiplicationOperator()),
                Map.<String, OperatorIfc>entry("/", new InfixDivisionOperator()),
                Map.<String, OperatorIfc>entry("^", new InfixPowerOfOperator()),
                Map.<String, OperatorIfc>entry("<", new InfixLessOperator()),
                Map.<String, OperatorIfc>entry("<=", new InfixLessEqualsOperator()),
                Map.<String, OperatorIfc>entry(">", new InfixGreaterOperator()),
                Map.<String, OperatorIfc>entry(">=", new InfixGreaterEqualsOperator()));
    }

    private static MapBasedFunctionDictionary functions() {
        MapBasedFunctionDictionary functions = new MapBasedFunctionDictionary();
        Arrays.stream(TermOperation.values()).filter(each -> !each.isOperator()).forEach(each -> {
            FunctionIfc function = each.arguments() == 1 ? new OfOne() : new OfTwo();
            functions.addFunction(each.text(), function);
        });
        return functions;
    }

    /**
     * Reads a formula.
     *
     * @param part the key of the text, for messages
     * @param where what precedes the column in a message: {@code line 2, }
     * @param column of the formula's first character in its line, from 1
     * @param columns takes where each part of the formula stands
     * @throws ModelException if it is none
     */
    static Term parse(String text, String part, String where, int column, Map<Term, String> columns) {
        Matcher negative = NEGATIVE_EXPONENT.matcher(text);
        if (negative.find()) {
            throw new ModelException(
                    part,
                    "found \"" + negative.group() + "\" at " + where + "column " + (column + negative.start())
                            + ", expected a negative exponent in brackets: x^(-1)");
        }
        try {
            ASTNode root = new Expression(text, GRAMMAR).getAbstractSyntaxTree();
            if (depth(root) > DEEPEST) {
                throw new ModelException(part, tooDeep("the formula at " + where + "column " + column));
            }
            return formula(root, part, where, column, columns);
        } catch (ParseException e) {
            throw new ModelException(
                    part,
                    "found \"" + shortened(text) + "\", expected a formula: "
                            + e.getMessage().toLowerCase(Locale.ROOT) + " at " + where + "column "
                            + (column + Math.max(0, e.getStartPosition() - 1)));
        } catch (NoSuchElementException | NumberFormatException e) {
            throw new ModelException(
                    part,
                    "found \"" + shortened(text) + "\" at " + where + "column " + column + ", expected a formula");
        }
    }

    static void checkLength(String part, String text, int longest) {
        if (text.length() > longest) {
            throw new ModelException(part, "found " + text.length() + " characters, expected at most " + longest);
        }
    }

    static String shortened(String text) {
        return text.length() > 60 ? text.substring(0, 60) + "..." : text;
    }

    static String tooDeep(String formula) {
        return "found more than " + DEEPEST + " operations within each other in " + formula + ", expected fewer";
    }

    private static int depth(ASTNode node) {
        int deepest = -1;
        for (ASTNode each : node.getParameters()) {
            deepest = Math.max(deepest, depth(each));
        }
        return deepest + 1;
    }

    private static Term formula(ASTNode node, String part, String where, int column, Map<Term, String> columns) {
        Token token = node.getToken();
        if (isUnitBehindNumber(node)) {
            Term number = formula(node.getParameters().get(0), part, where, column, columns);
            String unit = node.getParameters().get(1).getToken().getValue();
            Term written = new Term.Call(
                    TermOperation.MULTIPLY,
                    List.of(number, new Term.Unit(PhysicalUnit.of(unit).orElseThrow())));
            columns.put(written, where + "column " + (column + token.getStartPosition() - 1));
            return written;
        }
        List<Term> arguments = node.getParameters().stream()
                .map(each -> formula(each, part, where, column, columns))
                .toList();
        Term term = switch (token.getType()) {
            case NUMBER_LITERAL -> new Term.Literal(Double.parseDouble(token.getValue()));
            case VARIABLE_OR_CONSTANT -> new Term.Name(token.getValue());
            default ->
                TermOperation.of(token.getValue(), arguments.size())
                        .map(operation -> new Term.Call(operation, arguments))
                        .orElseThrow(() -> new ModelException(
                                part,
                                "found \"" + token.getValue() + "\" at " + where + "column "
                                        + (column + token.getStartPosition() - 1) + ", expected a formula"));
        };
        columns.put(term, where + "column " + (column + token.getStartPosition() - 1));
        return term;
    }

    /** The library puts a product between a number and what follows it, at the place of the latter. */
    private static boolean isUnitBehindNumber(ASTNode node) {
        if (node.getParameters().size() != 2 || !node.getToken().getValue().equals("*")) {
            return false;
        }
        Token right = node.getParameters().get(1).getToken();
        return right.getStartPosition() == node.getToken().getStartPosition()
                && PhysicalUnit.of(right.getValue()).isPresent();
    }

    /** A function that is only named: the library never computes it. */
    @FunctionParameter(name = "x")
    private static class OfOne extends AbstractFunction {

        @Override
        public EvaluationValue evaluate(Expression expression, Token function, EvaluationValue... values) {
            throw new UnsupportedOperationException(function.getValue());
        }
    }

    /** The same of two values. */
    @FunctionParameter(name = "x")
    @FunctionParameter(name = "y")
    private static final class OfTwo extends OfOne {}
}
