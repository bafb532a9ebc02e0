package ganglion.learning.reference.layer;

import ganglion.learning.model.Delay;

/** Inputs of some steps before: between two steps while training, rounded to whole steps afterwards. */
public final class DelayLayer implements ReferenceLayer {

    private final Delay layer;
    private final double[] delay;
    private final double[] gradient;
    private Sequence input;

    /** @param parameters {@code delay}, one value per input */
    public DelayLayer(Delay layer, LayerParameters parameters) {
        this.layer = layer;
        this.delay = parameters.values("delay");
        this.gradient = parameters.gradient("delay");
    }

    @Override
    public Sequence forward(Sequence given, boolean training) {
        input = given;
        Sequence output = given.zerosOf(given.size());
        for (int k = 0; k < output.values().length; k++) {
            double value = delay[k % delay.length];
            if (training) {
                double steps = layer.steps(value);
                int whole = (int) steps;
                double fraction = steps - whole;
                output.values()[k] = (1 - fraction) * before(k, whole) + fraction * before(k, whole + 1);
            } else {
                output.values()[k] = before(k, layer.wholeSteps(value));
            }
        }
        return output;
    }

    /** The input some steps before the one at a position. */
    private double before(int position, int steps) {
        long from = position - (long) steps * input.batch() * input.size();
        return from < 0 ? 0 : input.values()[(int) from];
    }

    @Override
    public Sequence backward(Sequence outputGradient) {
        Sequence back = outputGradient.zerosOf(outputGradient.size());
        for (int k = 0; k < back.values().length; k++) {
            double value = delay[k % delay.length];
            double steps = layer.steps(value);
            int whole = (int) steps;
            double fraction = steps - whole;
            double given = outputGradient.values()[k];
            add(back, k, whole, (1 - fraction) * given);
            add(back, k, whole + 1, fraction * given);
            if (layer.isWithin(value)) {
                double slope = before(k, whole + 1) - before(k, whole);
                gradient[k % delay.length] += given * slope * layer.stepsPerUnit();
            }
        }
        return back;
    }

    private static void add(Sequence to, int position, int stepsBefore, double amount) {
        long at = position - (long) stepsBefore * to.batch() * to.size();
        if (at >= 0) {
            to.values()[(int) at] += amount;
        }
    }
}
