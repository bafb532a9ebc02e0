package ganglion.learning.data;

import ganglion.cochlea.Hearing;
import ganglion.cochlea.spectrum.CepstralCoefficients;

/** The numbers of a sound as heard, a row for each step. */
final class HeardNumbers {

    private HeardNumbers() {}

    /** Rows of zeros after the end of the sound: silence has neither drive nor cepstrum. */
    static float[][] of(Hearing hearing, HearingSettings settings) {
        float[][] rows = new float[settings.steps()][settings.inputs()];
        int bands = hearing.bands();
        boolean drive = settings.heardAs() != HeardAs.CEPSTRUM;
        boolean cepstrum = settings.heardAs() != HeardAs.NUMBERS;
        CepstralCoefficients transform = new CepstralCoefficients(bands, settings.coefficients(), 0);
        double[] levels = new double[bands];
        double[] coefficients = new double[settings.coefficients()];
        for (int t = 0; t < Math.min(rows.length, hearing.frames()); t++) {
            for (int band = 0; band < bands; band++) {
                levels[band] = hearing.drive().at(t, band);
            }
            int next = 0;
            if (drive) {
                next = copy(levels, rows[t], next);
            }
            if (cepstrum) {
                transform.apply(levels, 0, coefficients, 0);
                copy(coefficients, rows[t], next);
            }
        }
        return rows;
    }

    private static int copy(double[] values, float[] row, int at) {
        for (int i = 0; i < values.length; i++) {
            row[at + i] = (float) values[i];
        }
        return at + values.length;
    }
}
