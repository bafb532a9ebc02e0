package ganglion.learning.optimiser;

import ganglion.learning.optimiser.Update.Vanishing;
import java.util.ArrayList;
import java.util.List;

/**
 * Applies a rule to parameters in single precision that lie in rows. {@link #begin} starts a step; then each row may be
 * updated on any thread.
 */
public final class FloatOptimiser {

    private final Rule rule;
    private final boolean[] decays;
    private Update shrinking;
    private Update lasting;
    private final List<float[][]> first = new ArrayList<>();
    private final List<float[][]> second = new ArrayList<>();
    private long step;

    /**
     * @param rule what to apply
     * @param parameters rows of each parameter, for their extents only
     * @param decays whether weight decay shrinks each parameter
     */
    public FloatOptimiser(Rule rule, List<float[][]> parameters, boolean[] decays) {
        this.rule = rule;
        this.decays = decays;
        for (float[][] rows : parameters) {
            first.add(new float[rows.length][rows[0].length]);
            second.add(new float[rows.length][rows[0].length]);
        }
    }

    /** Number of steps made. */
    public long step() {
        return step;
    }

    /** Sets the number of steps made; the caller sets the moments. */
    public void setStep(long stepsMade) {
        step = stepsMade;
    }

    /** First moments of a parameter; live. */
    public float[][] first(int parameter) {
        return first.get(parameter);
    }

    /** Second moments of a parameter; live. */
    public float[][] second(int parameter) {
        return second.get(parameter);
    }

    /** Starts the next step. */
    public void begin(double learningRate) {
        step++;
        shrinking = rule.update(step, learningRate);
        lasting = shrinking.withoutDecay();
    }

    /** Updates the rows {@code from} to {@code until - 1} of a parameter; their gradient may be overwritten. */
    public void update(int parameter, float[][] values, float[][] gradients, int from, int until) {
        Update update = decays[parameter] ? shrinking : lasting;
        float[] scratch = new float[values[0].length];
        for (int r = from; r < until; r++) {
            decay(update.decay(), values[r], gradients[r]);
            float[] m = first.get(parameter)[r];
            float[] v = second.get(parameter)[r];
            if (update instanceof Update.Momentum u) {
                momentum(u, values[r], gradients[r], m);
            } else {
                moments((Update.Moments) update, values[r], gradients[r], m, v, scratch);
            }
        }
    }

    private static void decay(Update.Decay decay, float[] p, float[] g) {
        float keep = (float) decay.keep();
        float added = (float) decay.addToGradient();
        if (keep != 1) {
            for (int i = 0; i < p.length; i++) {
                p[i] *= keep;
            }
        }
        if (added != 0) {
            for (int i = 0; i < p.length; i++) {
                g[i] += added * p[i];
            }
        }
    }

    private static void momentum(Update.Momentum u, float[] p, float[] g, float[] m) {
        float keep = (float) u.keep();
        float momentumRate = (float) (u.rate() * u.momentumShare());
        float gradientRate = (float) (u.rate() * u.gradientShare());
        for (int i = 0; i < p.length; i++) {
            m[i] = (keep * m[i] + g[i] + Vanishing.FIRST_GRID) - Vanishing.FIRST_GRID;
        }
        for (int i = 0; i < p.length; i++) {
            p[i] -= momentumRate * m[i] + gradientRate * g[i];
        }
    }

    private static void average(float[] m, float keep, float[] g) {
        float share = 1 - keep;
        for (int i = 0; i < m.length; i++) {
            m[i] = (keep * m[i] + share * g[i] + Vanishing.FIRST_GRID) - Vanishing.FIRST_GRID;
        }
    }

    /** Three short loops rather than one: each is then turned into vector instructions. */
    private static void moments(Update.Moments u, float[] p, float[] g, float[] m, float[] v, float[] scratch) {
        average(m, (float) u.beta1(), g);
        float keep = (float) u.beta2();
        float share = (float) (1 - u.beta2());
        for (int i = 0; i < v.length; i++) {
            v[i] = (keep * v[i] + share * (g[i] * g[i]) + Vanishing.SECOND_GRID) - Vanishing.SECOND_GRID;
        }
        float gradientRate = (float) u.gradientRate();
        float momentRate = (float) u.momentRate();
        for (int i = 0; i < p.length; i++) {
            scratch[i] = gradientRate * g[i] + momentRate * m[i];
        }
        float rootScale = (float) u.rootScale();
        float epsilon = (float) u.epsilon();
        for (int i = 0; i < p.length; i++) {
            scratch[i] /= rootScale * (float) Math.sqrt(v[i]) + epsilon;
        }
        for (int i = 0; i < p.length; i++) {
            p[i] -= scratch[i];
        }
    }
}
