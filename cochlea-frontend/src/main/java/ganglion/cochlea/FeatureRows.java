package ganglion.cochlea;

import ganglion.cochlea.audio.AudioClip;
import ganglion.cochlea.encode.CurrentInjection;
import ganglion.cochlea.expression.Expression;
import ganglion.cochlea.expression.Intonation;
import ganglion.cochlea.operation.CochleaStage;
import ganglion.cochlea.operation.OperationCounts;
import ganglion.cochlea.spectrum.CepstralCoefficients;
import ganglion.cochlea.spectrum.Decibels;
import java.util.EnumMap;
import java.util.Map;

/**
 * The numbers of a {@link CurrentInjection}, in the single precision in which networks are trained on them: one row per
 * frame or, for contour, expression and intonation, one row per step of several frames. Rows after the end of the sound
 * are zero.
 */
public final class FeatureRows {

    private final CurrentInjection numbers;
    private final int bands;
    private final float[][] rows;
    private int next;

    private FeatureRows(CurrentInjection numbers, int bands, int rows) {
        this.numbers = numbers;
        this.bands = bands;
        this.rows = new float[rows][numbers.neurons(bands)];
    }

    /**
     * The numbers of a sound. Coefficients of drives in decibels equal MFCC up to a constant factor and an offset in the first.
     *
     * @param rows number of rows: longer sounds are cut, shorter ones followed by zeros
     * @throws IllegalArgumentException if there are more coefficients than bands
     */
    public static float[][] of(CochleaOutput output, CurrentInjection numbers, int rows) {
        double[] powers = output.mel().values();
        double[] levels = numbers.contour().isPresent() ? Decibels.ofPowers(powers) : new double[0];
        FeatureRows features =
                of(output.drive().values(), powers, levels, output.bands(), output.hopSeconds(), numbers, rows);
        if (numbers.intonation()) {
            AudioClip audio = output.audio();
            features.put(new Intonation(audio.sampleRateHertz(), output.hopSeconds())
                    .of(audio.samples(), numbers.framesPerRow()));
        }
        return features.rows;
    }

    /**
     * Contour and expression of levels that differ from those of the powers.
     *
     * @param powers of all bands, frame after frame; expression is computed from them
     * @param levels in decibels; the contour is computed from them
     * @throws IllegalArgumentException if drives or intonation are among the numbers, or there are more coefficients than bands
     */
    public static float[][] of(
            double[] powers, double[] levels, int bands, double hopSeconds, CurrentInjection numbers, int rows) {
        if (numbers.drives() || numbers.intonation()) {
            throw new IllegalArgumentException(
                    "found drives or intonation among the numbers, expected contour or expression");
        }
        return of(new double[0], powers, levels, bands, hopSeconds, numbers, rows).rows;
    }

    private static FeatureRows of(
            double[] drives,
            double[] powers,
            double[] levels,
            int bands,
            double hopSeconds,
            CurrentInjection numbers,
            int rows) {
        FeatureRows features = new FeatureRows(numbers, bands, rows);
        double[][] base = numbers.contour()
                .map(contour -> contour.of(levels, bands, numbers.framesPerRow()))
                .orElseGet(() -> byFrame(drives, bands));
        if (numbers.drives() || numbers.contour().isPresent()) {
            features.put(base);
        }
        features.putCepstrum(base);
        if (numbers.expression()) {
            features.put(new Expression(bands, hopSeconds).of(powers, numbers.framesPerRow()));
        }
        return features;
    }

    /** Operations per row, stage by stage. */
    static Map<CochleaStage, OperationCounts> operationsPerRow(CurrentInjection numbers, CochleaParameters parameters) {
        int bands = parameters.mel().bands();
        int frames = numbers.framesPerRow();
        Map<CochleaStage, OperationCounts> stages = new EnumMap<>(CochleaStage.class);
        numbers.contour()
                .ifPresent(contour -> stages.put(
                        CochleaStage.CONTOUR,
                        Decibels.operationsPerPower()
                                .times((long) bands * frames)
                                .plus(contour.operationsPerStep(bands, frames))));
        if (numbers.coefficients() > 0) {
            OperationCounts weights =
                    OperationCounts.NONE.andMultiplyAdds(numbers.contour().isPresent() ? numbers.coefficients() : 0);
            stages.put(
                    CochleaStage.CEPSTRUM,
                    CepstralCoefficients.operationsPerFrame(bands, numbers.coefficients())
                            .plus(weights));
        }
        if (numbers.expression()) {
            stages.put(
                    CochleaStage.EXPRESSION, new Expression(bands, parameters.hopSeconds()).operationsPerStep(frames));
        }
        if (numbers.intonation()) {
            stages.put(
                    CochleaStage.INTONATION,
                    new Intonation(parameters.sampleRateHertz(), parameters.hopSeconds()).operationsPerStep(frames));
        }
        return stages;
    }

    /** Whether the numbers are made of drives, rather than of powers and samples alone. */
    static boolean readDrives(CurrentInjection numbers) {
        return numbers.drives()
                || numbers.coefficients() > 0 && numbers.contour().isEmpty();
    }

    private static double[][] byFrame(double[] values, int bands) {
        double[][] frames = new double[values.length / bands][bands];
        for (int t = 0; t < frames.length; t++) {
            System.arraycopy(values, t * bands, frames[t], 0, bands);
        }
        return frames;
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

    /** Cepstral coefficients of the first numbers of each row, one number per band. */
    private void putCepstrum(double[][] levels) {
        if (numbers.coefficients() == 0) {
            return;
        }
        CepstralCoefficients transform = new CepstralCoefficients(bands, numbers.coefficients());
        double[][] cepstrum = new double[levels.length][numbers.coefficients()];
        for (int t = 0; t < levels.length; t++) {
            transform.apply(levels[t], 0, cepstrum[t], 0);
            for (int k = 0; k < cepstrum[t].length && numbers.contour().isPresent(); k++) {
                cepstrum[t][k] *= numbers.contour().get().cepstralWeight(k);
            }
        }
        put(cepstrum);
    }
}
