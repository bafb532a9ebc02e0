package ganglion.learning.optimiser;

import ganglion.learning.optimiser.Update.Updates;
import ganglion.learning.optimiser.Update.Vanishing;
import java.util.ArrayList;
import java.util.List;

/** Applies a rule to parameters in double precision. Not thread safe. */
public final class DoubleOptimiser {

    private final Rule rule;
    private final Updates updates;
    private final List<double[]> first = new ArrayList<>();
    private final List<double[]> second = new ArrayList<>();
    private long step;

    /**
     * @param rule what to apply
     * @param sizes number of values of each parameter
     */
    public DoubleOptimiser(Rule rule, int... sizes) {
        this(rule, Updates.decaying(sizes.length), sizes);
    }

    /**
     * @param rule what to apply
     * @param decays whether weight decay shrinks each parameter
     */
    public DoubleOptimiser(Rule rule, boolean[] decays, int... sizes) {
        this.rule = rule;
        this.updates = new Updates(rule, decays);
        for (int size : sizes) {
            first.add(new double[size]);
            second.add(new double[size]);
        }
    }

    /** The rule that it applies. */
    public Rule rule() {
        return rule;
    }

    /** Number of steps made. */
    public long step() {
        return step;
    }

    /**
     * Makes one step.
     *
     * @param parameters values to change, one array per parameter
     * @param gradients as many; of a fixed parameter, {@code null}
     * @param learningRate the rate to use
     */
    public void step(List<double[]> parameters, List<double[]> gradients, double learningRate) {
        step++;
        updates.begin(step, learningRate);
        for (int i = 0; i < parameters.size(); i++) {
            if (gradients.get(i) != null) {
                apply(updates.of(i), parameters.get(i), gradients.get(i), first.get(i), second.get(i));
            }
        }
    }

    private static void apply(Update update, double[] p, double[] g, double[] m, double[] v) {
        Update.Decay decay = update.decay();
        for (int i = 0; i < p.length; i++) {
            p[i] *= decay.keep();
            double gradient = g[i] + decay.addToGradient() * p[i];
            p[i] -= change(update, gradient, i, m, v);
        }
    }

    private static double change(Update update, double g, int i, double[] m, double[] v) {
        if (update instanceof Update.Momentum u) {
            m[i] = Vanishing.cut(u.keep() * m[i] + g, Vanishing.FIRST);
            return u.rate() * (u.momentumShare() * m[i] + u.gradientShare() * g);
        }
        Update.Moments u = (Update.Moments) update;
        m[i] = Vanishing.cut(u.beta1() * m[i] + (1 - u.beta1()) * g, Vanishing.FIRST);
        v[i] = Vanishing.cut(u.beta2() * v[i] + (1 - u.beta2()) * g * g, Vanishing.SECOND);
        double direction = u.gradientRate() * g + u.momentRate() * m[i];
        return direction / (u.rootScale() * Math.sqrt(v[i]) + u.epsilon());
    }

    /** A copy of its state. */
    public OptimiserState state() {
        return new OptimiserState(
                step,
                first.stream().map(double[]::clone).toList(),
                second.stream().map(double[]::clone).toList());
    }

    /**
     * Restores a state.
     *
     * @throws IllegalArgumentException if it is of other parameters
     */
    public void restore(OptimiserState state) {
        for (int i = 0; i < first.size(); i++) {
            if (state.first().size() != first.size() || state.first().get(i).length != first.get(i).length) {
                throw new IllegalArgumentException("the state of the optimiser does not fit the parameters");
            }
            System.arraycopy(state.first().get(i), 0, first.get(i), 0, first.get(i).length);
            System.arraycopy(state.second().get(i), 0, second.get(i), 0, second.get(i).length);
        }
        step = state.step();
    }
}
