package ganglion.learning.fast.connection;

import ganglion.learning.fast.arithmetic.FloatParameter;
import ganglion.learning.fast.arithmetic.SliceGradients;
import ganglion.learning.fast.arithmetic.StepInput;
import ganglion.learning.model.BandWeights;
import ganglion.learning.model.LearnedBands;
import java.util.Arrays;

/**
 * Levels of learned bands. Sums, levels and gradients of edges are in double precision, as powers of a spectrum lie ten orders of
 * magnitude apart; only the parameters and what goes in and out are single.
 */
public final class LearnedBandsConnection implements FastConnection {

    private final LearnedBands layer;
    private final FloatParameter gap;
    private final FloatParameter width;
    private final SliceGradients gradients;
    private final BandWeights bands;
    private final double[] ofCorners;
    private final double[] ofGap;
    private final double[] ofWidth;

    /**
     * @param bins number of bins of the spectra
     * @param gap one value more than bands
     * @param width one value per band
     */
    public LearnedBandsConnection(
            LearnedBands layer, int bins, FloatParameter gap, FloatParameter width, SliceGradients gradients) {
        this.layer = layer;
        this.gap = gap;
        this.width = width;
        this.gradients = gradients;
        this.bands = new BandWeights(layer, bins);
        this.ofCorners = new double[3 * layer.bands()];
        this.ofGap = new double[layer.bands() + 1];
        this.ofWidth = new double[layer.bands()];
    }

    @Override
    public int outputSize() {
        return layer.bands();
    }

    @Override
    public void begin(long batchNumber, int firstSample, boolean training) {
        bands.set(doubles(gap), doubles(width));
    }

    private static double[] doubles(FloatParameter parameter) {
        float[] row = parameter.rows()[0];
        double[] values = new double[row.length];
        Arrays.setAll(values, i -> row[i]);
        return values;
    }

    @Override
    public void forward(StepInput input, float[][] output) {
        float[][] rows = input.rows();
        for (int b = 0; b < input.samples(); b++) {
            for (int band = 0; band < layer.bands(); band++) {
                output[b][band] = (float) Math.max(0, level(product(bands.weights(band), band, rows[b])));
            }
        }
    }

    private double product(double[] factors, int band, float[] row) {
        int first = bands.firstBin(band);
        double sum = 0;
        for (int i = 0; i < factors.length; i++) {
            sum += factors[i] * row[first + i];
        }
        return sum;
    }

    private double level(double power) {
        return (10 * Math.log10(power / layer.fullScalePower()) + layer.rangeDecibels()) / layer.rangeDecibels();
    }

    @Override
    public void backward(StepInput input, float[][] outputGradient, float[][] inputGradient) {
        float[][] rows = input.rows();
        Arrays.fill(ofCorners, 0);
        for (int b = 0; b < input.samples(); b++) {
            if (inputGradient != null) {
                Arrays.fill(inputGradient[b], 0);
            }
            for (int band = 0; band < layer.bands(); band++) {
                double power = product(bands.weights(band), band, rows[b]);
                if (level(power) > 0) {
                    double slope = outputGradient[b][band] * 10 / Math.log(10) / layer.rangeDecibels() / power;
                    for (int corner = 0; corner < 3; corner++) {
                        ofCorners[3 * band + corner] += slope * product(bands.slopes(band, corner), band, rows[b]);
                    }
                    if (inputGradient != null) {
                        spread(slope, band, inputGradient[b]);
                    }
                }
            }
        }
        Arrays.fill(ofGap, 0);
        Arrays.fill(ofWidth, 0);
        bands.addGradients(ofCorners, ofGap, ofWidth);
        add(ofGap, gap);
        add(ofWidth, width);
    }

    private void spread(double slope, int band, float[] inputGradient) {
        double[] weights = bands.weights(band);
        int first = bands.firstBin(band);
        for (int i = 0; i < weights.length; i++) {
            inputGradient[first + i] += (float) (slope * weights[i]);
        }
    }

    private void add(double[] more, FloatParameter parameter) {
        if (parameter.trainable()) {
            float[] sums = gradients.of(parameter)[0];
            for (int i = 0; i < sums.length; i++) {
                sums[i] += (float) more[i];
            }
        }
    }
}
