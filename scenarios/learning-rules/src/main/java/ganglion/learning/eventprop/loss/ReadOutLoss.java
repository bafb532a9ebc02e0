package ganglion.learning.eventprop.loss;

import ganglion.learning.eventprop.forward.EventRun;

/**
 * Cross entropy of what is read from the potentials of integrators.
 *
 * @param scale factor on the values before the softmax, above 0
 */
public record ReadOutLoss(double scale) implements EventLoss {

    /** @throws IllegalArgumentException if the scale is out of range */
    public ReadOutLoss {
        if (!(scale > 0 && scale < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("a scale of " + scale + ", expected more than 0");
        }
    }

    @Override
    public boolean readsOut() {
        return true;
    }

    @Override
    public double[] scores(EventRun run) {
        double[] scores = run.readOut().clone();
        for (int c = 0; c < scores.length; c++) {
            scores[c] *= scale;
        }
        return scores;
    }

    @Override
    public Judgement judge(EventRun run, int label) {
        double[] gradient = scores(run);
        double value = Softmax.crossEntropy(gradient, label);
        for (int c = 0; c < gradient.length; c++) {
            gradient[c] *= scale;
        }
        return new Judgement(value, new double[0], gradient);
    }
}
