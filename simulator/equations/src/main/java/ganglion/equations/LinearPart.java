package ganglion.equations;

import ganglion.equations.NeuronEquations.State;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The states of a model whose equations are linear, with factors that depend on parameters only: their step over a tick is a
 * matrix exponential, exact whatever the tick. With states x, inputs u that are constant during the tick, and
 *
 * <pre>
 *   dx/dt = A x + B u + c
 * </pre>
 *
 * the state after h is the upper part of {@code exp(h [A B c; 0 0 0]) [x; u; 1]}. Source: Rotter and Diesmann, "Exact digital
 * simulation of time-invariant linear systems with applications to neuronal modeling", Biological Cybernetics 81, 1999.
 *
 * @param states names of x
 * @param inputs names of u
 * @param rates rows of {@code [A B c]}, as formulas of parameters
 */
record LinearPart(List<String> states, List<String> inputs, List<List<Term>> rates) {

    /** Terms of the series of a matrix whose norm is at most 1/2: the next is below the last bit. */
    private static final int SERIES = 18;

    /** The largest linear part of a model. */
    static LinearPart of(NeuronEquations model) {
        List<State> linear = new ArrayList<>(model.states());
        String membrane = linear.get(0).name();
        while (true) {
            List<String> names = linear.stream().map(State::name).toList();
            boolean driven = linear.stream()
                    .anyMatch(
                            each -> !each.name().equals(membrane) && each.rate().has(membrane));
            State other = linear.stream()
                    .filter(each -> rates(model, each.rate(), names) == null
                            // A potential that is held stands still for the others as well.
                            || model.events().refractoryMilliseconds() > 0
                                    && driven
                                    && each.name().equals(membrane))
                    .findFirst()
                    .orElse(null);
            if (other == null) {
                return new LinearPart(
                        names,
                        NeuronEquations.INPUTS,
                        linear.stream()
                                .map(each -> rates(model, each.rate(), names))
                                .toList());
            }
            linear.remove(other);
        }
    }

    /** The factors of states and inputs, and the constant; null if the formula has another form. */
    private static List<Term> rates(NeuronEquations model, Term rate, List<String> states) {
        List<Term> factors = new ArrayList<>();
        Term rest = rate;
        for (String name :
                Stream.concat(states.stream(), NeuronEquations.INPUTS.stream()).toList()) {
            Term[] parts = rest.linearIn(name);
            if (parts == null) {
                return null;
            }
            factors.add(parts[0]);
            rest = parts[1];
        }
        factors.add(rest);
        boolean constant = factors.stream()
                .allMatch(factor -> factor.allNames(
                        name -> model.parameters().containsKey(name) || name.equals(NeuronEquations.TICK)));
        return constant ? factors : null;
    }

    /** Number of columns: states, inputs and the constant. */
    int columns() {
        return states.size() + inputs.size() + 1;
    }

    /** Whether one column can reach a state within a tick, by any way; if not its factor is 0 for all parameters. */
    boolean reaches(int column, int state) {
        boolean[] reached = new boolean[states.size()];
        spread(column, reached);
        return column == state || reached[state];
    }

    private void spread(int column, boolean[] reached) {
        for (int row = 0; row < states.size(); row++) {
            if (!reached[row] && !rates.get(row).get(column).equals(Term.ZERO)) {
                reached[row] = true;
                spread(row, reached);
            }
        }
    }

    /**
     * The matrix of a step, a row for each state.
     *
     * @param values of the parameters
     * @param milliseconds length of the step
     */
    double[][] step(Function<String, Double> values, double milliseconds) {
        int size = columns();
        double[][] matrix = new double[size][size];
        double norm = 0;
        for (int row = 0; row < states.size(); row++) {
            double sum = 0;
            for (int column = 0; column < size; column++) {
                matrix[row][column] = rates.get(row).get(column).value(values) * milliseconds;
                sum += Math.abs(matrix[row][column]);
            }
            norm = Math.max(norm, sum);
        }
        return isDiagonal(matrix) ? decays(matrix) : exponential(matrix, norm);
    }

    /** Whether each state depends on itself and on nothing else, so that the exponential is that of single numbers. */
    private boolean isDiagonal(double[][] matrix) {
        for (int row = 0; row < states.size(); row++) {
            for (int column = 0; column < matrix.length; column++) {
                if (row != column && matrix[row][column] != 0) {
                    return false;
                }
            }
        }
        return true;
    }

    private double[][] decays(double[][] matrix) {
        for (int row = 0; row < states.size(); row++) {
            matrix[row][row] = StrictMath.exp(matrix[row][row]);
        }
        return matrix;
    }

    /** By scaling and squaring. */
    private static double[][] exponential(double[][] matrix, double norm) {
        int squarings = Double.isFinite(norm) ? Math.max(0, Math.getExponent(norm) + 2) : 0;
        double scale = Math.scalb(1.0, -squarings);
        int size = matrix.length;
        double[][] term = identity(size);
        double[][] sum = identity(size);
        for (int k = 1; k <= SERIES; k++) {
            term = product(term, matrix, scale / k);
            for (int i = 0; i < size; i++) {
                for (int j = 0; j < size; j++) {
                    sum[i][j] += term[i][j];
                }
            }
        }
        for (int k = 0; k < squarings; k++) {
            sum = product(sum, sum, 1);
        }
        return sum;
    }

    private static double[][] identity(int size) {
        double[][] identity = new double[size][size];
        for (int i = 0; i < size; i++) {
            identity[i][i] = 1;
        }
        return identity;
    }

    private static double[][] product(double[][] left, double[][] right, double factor) {
        int size = left.length;
        double[][] product = new double[size][size];
        for (int i = 0; i < size; i++) {
            for (int k = 0; k < size; k++) {
                double value = left[i][k] * factor;
                for (int j = 0; j < size; j++) {
                    product[i][j] += value * right[k][j];
                }
            }
        }
        return product;
    }
}
