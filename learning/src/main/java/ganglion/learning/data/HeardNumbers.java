package ganglion.learning.data;

import ganglion.cochlea.FeatureRows;
import ganglion.cochlea.Hearing;
import ganglion.cochlea.Spectrogram;
import ganglion.cochlea.contour.Contour;
import ganglion.cochlea.expression.Expression;
import ganglion.cochlea.spectrum.CepstralCoefficients;

/**
 * The numbers of a sound as heard, a row for each step: first drive or contour, then the cepstrum, then expression, as far as they are
 * asked for. After the end of the sound all are zero.
 */
final class HeardNumbers {

    private final HearingSettings settings;
    private final int bands;
    private final float[][] rows;
    private int next;

    private HeardNumbers(HearingSettings settings) {
        this.settings = settings;
        this.bands = settings.ear().mel().bands();
        this.rows = new float[settings.steps()][settings.inputs()];
    }

    static float[][] of(Hearing hearing, HearingSettings settings) {
        if (!settings.heardAs().hasContour() && !settings.heardAs().hasExpression()) {
            return FeatureRows.of(hearing, settings.numbers(), settings.steps());
        }
        double[] powers = values(hearing.mel());
        return of(powers, Contour.levels(powers), settings);
    }

    /**
     * Contour and expression.
     *
     * @param powers of all bands, frame after frame: what expression is taken from
     * @param levels what the contour is taken from, in decibels
     */
    static float[][] of(double[] powers, double[] levels, HearingSettings settings) {
        HeardNumbers numbers = new HeardNumbers(settings);
        if (settings.heardAs().hasContour()) {
            double[][] contour = settings.contour().of(levels, numbers.bands, settings.framesPerStep());
            numbers.put(contour);
            numbers.putCepstrum(contour);
        }
        if (settings.heardAs().hasExpression()) {
            Expression expression = new Expression(numbers.bands, settings.ear().hopSeconds());
            numbers.put(expression.of(powers, settings.framesPerStep()));
        }
        return numbers.rows;
    }

    static double[] values(Spectrogram spectrogram) {
        double[] values = new double[spectrogram.frames() * spectrogram.bands()];
        for (int t = 0; t < spectrogram.frames(); t++) {
            System.arraycopy(spectrogram.frame(t), 0, values, t * spectrogram.bands(), spectrogram.bands());
        }
        return values;
    }

    private void put(double[][] features) {
        int width = features.length == 0 ? 0 : features[0].length;
        for (int t = 0; t < Math.min(rows.length, features.length); t++) {
            for (int i = 0; i < width; i++) {
                rows[t][next + i] = (float) features[t][i];
            }
        }
        next += width;
    }

    /** Of the first numbers of each row, one a band. */
    private void putCepstrum(double[][] levels) {
        if (!settings.heardAs().hasCepstrum()) {
            return;
        }
        CepstralCoefficients transform = new CepstralCoefficients(bands, settings.coefficients(), 0);
        double[][] cepstrum = new double[levels.length][settings.coefficients()];
        for (int t = 0; t < levels.length; t++) {
            transform.apply(levels[t], 0, cepstrum[t], 0);
        }
        put(cepstrum);
    }
}
