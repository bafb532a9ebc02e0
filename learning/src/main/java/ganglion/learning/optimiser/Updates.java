package ganglion.learning.optimiser;

import java.util.Arrays;

/** The numbers of a step for each parameter, of which some have a learning rate of their own. */
final class Updates {

    private final Rule rule;
    private final double[] factors;
    private final Update[] each;

    /** @param factors factor of the learning rate of each parameter */
    Updates(Rule rule, double[] factors) {
        this.rule = rule;
        this.factors = factors.clone();
        this.each = new Update[factors.length];
    }

    /** As many factors of 1. */
    static double[] alike(int parameters) {
        double[] factors = new double[parameters];
        Arrays.fill(factors, 1);
        return factors;
    }

    /** Computes the numbers of a step; of equal factors, once. */
    void begin(long step, double learningRate) {
        for (int p = 0; p < each.length; p++) {
            int like = 0;
            while (factors[like] != factors[p]) {
                like++;
            }
            each[p] = like < p ? each[like] : rule.update(step, learningRate * factors[p]);
        }
    }

    Update of(int parameter) {
        return each[parameter];
    }
}
