package ganglion.learning.surrogate;

import ganglion.learning.surrogate.Surrogate.ArcTangent;
import ganglion.learning.surrogate.Surrogate.DoubleGaussian;
import ganglion.learning.surrogate.Surrogate.Exponential;
import ganglion.learning.surrogate.Surrogate.FastSigmoid;
import ganglion.learning.surrogate.Surrogate.PiecewiseLinear;
import ganglion.learning.surrogate.Surrogate.Sigmoid;
import ganglion.learning.surrogate.Surrogate.SparseFastSigmoid;
import ganglion.learning.surrogate.Surrogate.StepDerivative;
import ganglion.learning.surrogate.Surrogate.StraightThrough;
import ganglion.learning.surrogate.Surrogate.Triangular;

/** Surrogates by the names that model and experiment files use for them. */
public final class SurrogateNames {

    private SurrogateNames() {}

    /** Name of a surrogate in files. */
    public static String nameOf(Surrogate surrogate) {
        if (surrogate instanceof FastSigmoid) {
            return "fast-sigmoid";
        } else if (surrogate instanceof DoubleGaussian) {
            return "double-gaussian";
        } else if (surrogate instanceof Exponential) {
            return "exponential";
        } else if (surrogate instanceof Sigmoid) {
            return "sigmoid";
        } else if (surrogate instanceof ArcTangent) {
            return "arc-tangent";
        } else if (surrogate instanceof Triangular) {
            return "triangular";
        } else if (surrogate instanceof PiecewiseLinear) {
            return "piecewise-linear";
        } else if (surrogate instanceof StraightThrough) {
            return "straight-through";
        } else if (surrogate instanceof SparseFastSigmoid) {
            return "sparse-fast-sigmoid";
        }
        return "step";
    }

    /** Numbers that define a surrogate besides its name, in the order in which {@link #create} takes them. */
    public static double[] parametersOf(Surrogate surrogate) {
        if (surrogate instanceof FastSigmoid s) {
            return new double[] {s.slope()};
        } else if (surrogate instanceof DoubleGaussian s) {
            return new double[] {s.width()};
        } else if (surrogate instanceof Exponential s) {
            return new double[] {s.slope()};
        } else if (surrogate instanceof Sigmoid s) {
            return new double[] {s.slope()};
        } else if (surrogate instanceof ArcTangent s) {
            return new double[] {s.width()};
        } else if (surrogate instanceof Triangular s) {
            return new double[] {s.height()};
        } else if (surrogate instanceof PiecewiseLinear s) {
            return new double[] {s.width()};
        } else if (surrogate instanceof SparseFastSigmoid s) {
            return new double[] {s.slope(), s.above()};
        }
        return new double[0];
    }

    /**
     * The surrogate of a name.
     *
     * @throws IllegalArgumentException if there is none of that name, or it takes other parameters
     */
    public static Surrogate create(String name, double... parameters) {
        int expected = switch (name) {
            case "straight-through", "step" -> 0;
            case "sparse-fast-sigmoid" -> 2;
            default -> 1;
        };
        if (parameters.length != expected) {
            throw new IllegalArgumentException("surrogate " + name + " takes " + expected
                    + (expected == 1 ? " parameter, not " : " parameters, not ") + parameters.length);
        }
        return switch (name) {
            case "fast-sigmoid" -> new FastSigmoid(parameters[0]);
            case "sigmoid" -> new Sigmoid(parameters[0]);
            case "exponential" -> new Exponential(parameters[0]);
            case "double-gaussian" -> new DoubleGaussian(parameters[0]);
            case "arc-tangent" -> new ArcTangent(parameters[0]);
            case "triangular" -> new Triangular(parameters[0]);
            case "piecewise-linear" -> new PiecewiseLinear(parameters[0]);
            case "straight-through" -> new StraightThrough();
            case "step" -> new StepDerivative();
            case "sparse-fast-sigmoid" -> new SparseFastSigmoid(parameters[0], parameters[1]);
            default ->
                throw new IllegalArgumentException("there is no surrogate named " + name + "; expected one of"
                        + " fast-sigmoid, sigmoid, exponential, double-gaussian, arc-tangent, triangular, piecewise-linear, straight-through, step,"
                        + " sparse-fast-sigmoid");
        };
    }
}
