package ganglion.cochlea;

import ganglion.cochlea.encode.CurrentInjection;
import ganglion.cochlea.spectrum.CepstralCoefficients;

/** The numbers of a sound as heard, a row for each frame, in the single precision in which networks are trained on them. */
public final class FeatureRows {

    private FeatureRows() {}

    /**
     * The numbers of a sound. Coefficients of drives in decibels are MFCC but for a constant factor and, in the first, an
     * offset.
     *
     * @param rows number of rows: longer sounds are cut, shorter ones followed by zeros
     * @throws IllegalArgumentException if there are more coefficients than bands
     */
    public static float[][] of(Hearing hearing, CurrentInjection numbers, int rows) {
        int bands = hearing.bands();
        float[][] features = new float[rows][numbers.neurons(bands)];
        CepstralCoefficients transform = new CepstralCoefficients(bands, Math.max(1, numbers.coefficients()), 0);
        double[] cepstrum = new double[transform.coefficients()];
        for (int t = 0; t < Math.min(rows, hearing.frames()); t++) {
            double[] drives = hearing.drive().frame(t);
            int next = 0;
            if (numbers.drives()) {
                next = copy(drives, bands, features[t], next);
            }
            transform.apply(drives, 0, cepstrum, 0);
            copy(cepstrum, numbers.coefficients(), features[t], next);
        }
        return features;
    }

    private static int copy(double[] values, int count, float[] row, int at) {
        for (int i = 0; i < count; i++) {
            row[at + i] = (float) values[i];
        }
        return at + count;
    }
}
