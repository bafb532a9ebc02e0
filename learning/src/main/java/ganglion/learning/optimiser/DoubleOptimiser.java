package ganglion.learning.optimiser;

import ganglion.learning.optimiser.Update.Vanishing;
import java.util.ArrayList;
import java.util.List;

/** Applies a rule to parameters in double precision. Not thread safe. */
public final class DoubleOptimiser {

    private final Rule rule;
    private final List<double[]> first = new ArrayList<>();
    private final List<double[]> second = new ArrayList<>();
    private long step;

    /**
     * @param rule what to apply
     * @param sizes number of values of each parameter
     */
    public DoubleOptimiser(Rule rule, int... sizes) {
        this.rule = rule;
        for (int size : sizes) {
            first.add(new double[size]);
            second.add(new double[size]);
        }
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
        Update update = rule.update(step, learningRate);
        for (int i = 0; i < parameters.size(); i++) {
            if (gradients.get(i) != null) {
                apply(update, parameters.get(i), gradients.get(i), first.get(i), second.get(i));
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
}
