package ganglion.learning.reference.layer;

import ganglion.learning.model.BandWeights;
import ganglion.learning.model.LearnedBands;

/** Levels of learned bands of a power spectrum. */
public final class LearnedBandsLayer implements ReferenceLayer {

    private final LearnedBands layer;
    private final LayerParameters parameters;
    private final BandWeights bands;
    private Sequence input;
    private Sequence sums;

    /**
     * @param bins number of bins of the spectra
     * @param parameters {@code gap} and {@code width}
     */
    public LearnedBandsLayer(LearnedBands layer, int bins, LayerParameters parameters) {
        this.layer = layer;
        this.parameters = parameters;
        this.bands = new BandWeights(layer, bins);
    }

    @Override
    public Sequence forward(Sequence given, boolean training) {
        input = given;
        bands.set(parameters.values("gap"), parameters.values("width"));
        sums = given.zerosOf(layer.bands());
        Sequence output = given.zerosOf(layer.bands());
        for (int row = 0; row < given.rows(); row++) {
            for (int band = 0; band < layer.bands(); band++) {
                int at = row * layer.bands() + band;
                sums.values()[at] = product(bands.weights(band), band, row);
                output.values()[at] = Math.max(0, level(sums.values()[at]));
            }
        }
        return output;
    }

    private double product(double[] factors, int band, int row) {
        int from = row * input.size() + bands.firstBin(band);
        double sum = 0;
        for (int i = 0; i < factors.length; i++) {
            sum += factors[i] * input.values()[from + i];
        }
        return sum;
    }

    private double level(double power) {
        return (10 * Math.log10(power / layer.fullScalePower()) + layer.rangeDecibels()) / layer.rangeDecibels();
    }

    @Override
    public Sequence backward(Sequence gradient) {
        Sequence back = input.zerosOf(input.size());
        double[] ofCorners = new double[3 * layer.bands()];
        for (int row = 0; row < input.rows(); row++) {
            for (int band = 0; band < layer.bands(); band++) {
                int at = row * layer.bands() + band;
                double power = sums.values()[at];
                if (level(power) > 0) {
                    double slope = gradient.values()[at] * 10 / Math.log(10) / layer.rangeDecibels() / power;
                    for (int corner = 0; corner < 3; corner++) {
                        ofCorners[3 * band + corner] += slope * product(bands.slopes(band, corner), band, row);
                    }
                    spread(slope, band, row, back);
                }
            }
        }
        bands.addGradients(ofCorners, parameters.gradient("gap"), parameters.gradient("width"));
        return back;
    }

    private void spread(double slope, int band, int row, Sequence back) {
        double[] weights = bands.weights(band);
        int from = row * input.size() + bands.firstBin(band);
        for (int i = 0; i < weights.length; i++) {
            back.values()[from + i] += slope * weights[i];
        }
    }
}
