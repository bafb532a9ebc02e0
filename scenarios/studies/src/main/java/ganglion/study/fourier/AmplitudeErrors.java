package ganglion.study.fourier;

import ganglion.study.fourier.ToneAmplitudeTask.Accuracy;
import java.util.function.UnaryOperator;

/** The errors of estimated amplitudes of mixtures. */
final class AmplitudeErrors {

    private AmplitudeErrors() {}

    static Accuracy of(ToneMixtures mixtures, int count, UnaryOperator<double[]> amplitudes) {
        double sum = 0;
        int exact = 0;
        int values = 0;
        for (int number = 0; number < count; number++) {
            ToneMixtures.Mixture mixture = mixtures.at(number);
            double[] found = amplitudes.apply(mixture.frame());
            for (int tone = 0; tone < found.length; tone++) {
                double error = Math.abs(found[tone] - mixture.amplitudes()[tone]);
                sum += error;
                exact += error < ToneAmplitudeTask.THREE_DECIMALS ? 1 : 0;
                values++;
            }
        }
        return new Accuracy(sum / values, (double) exact / values);
    }
}
