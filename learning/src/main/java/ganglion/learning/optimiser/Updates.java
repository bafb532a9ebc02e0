package ganglion.learning.optimiser;

import java.util.Arrays;

/** The numbers of a step for each parameter, of which some have a learning rate of their own, or no weight decay. */
final class Updates {

    private final Rule rule;
    private final double[] factors;
    private final boolean[] decays;
    private final Update[] each;

    /**
     * @param factors factor of the learning rate of each parameter
     * @param decays whether weight decay shrinks each parameter
     */
    Updates(Rule rule, double[] factors, boolean[] decays) {
        this.rule = rule;
        this.factors = factors.clone();
        this.decays = decays.clone();
        this.each = new Update[factors.length];
    }

    /** As many factors of 1. */
    static double[] alike(int parameters) {
        double[] factors = new double[parameters];
        Arrays.fill(factors, 1);
        return factors;
    }

    /** As many parameters that all shrink. */
    static boolean[] decaying(int parameters) {
        boolean[] decays = new boolean[parameters];
        Arrays.fill(decays, true);
        return decays;
    }

    /** Computes the numbers of a step; of parameters that are treated alike, once. */
    void begin(long step, double learningRate) {
        for (int p = 0; p < each.length; p++) {
            int like = 0;
            while (factors[like] != factors[p] || decays[like] != decays[p]) {
                like++;
            }
            each[p] = like < p ? each[like] : update(p, step, learningRate);
        }
    }

    private Update update(int parameter, long step, double learningRate) {
        Update update = rule.update(step, learningRate * factors[parameter]);
        return decays[parameter] ? update : update.withoutDecay();
    }

    Update of(int parameter) {
        return each[parameter];
    }
}
