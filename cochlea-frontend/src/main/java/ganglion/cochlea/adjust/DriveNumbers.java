package ganglion.cochlea.adjust;

import ganglion.cochlea.encode.CurrentInjection;
import ganglion.cochlea.spectrum.CepstralCoefficients;
import java.util.Optional;

/**
 * The numbers of a {@link CurrentInjection} frame by frame, with the bits of {@link ganglion.cochlea.FeatureRows}: drives, their cepstral coefficients, or both. Not
 * thread safe.
 */
final class DriveNumbers {

    private final int drives;
    private final Optional<CepstralCoefficients> cepstrum;
    private final double[] coefficients;
    private final float[] numbers;

    private DriveNumbers(CurrentInjection injection, int bands) {
        this.drives = injection.drives() ? bands : 0;
        this.cepstrum = injection.coefficients() == 0
                ? Optional.empty()
                : Optional.of(new CepstralCoefficients(bands, injection.coefficients(), 0));
        this.coefficients = new double[injection.coefficients()];
        this.numbers = new float[injection.neurons(bands)];
    }

    /**
     * The numbers of an encoder that injects currents; empty of one that gives spikes.
     *
     * @throws IllegalArgumentException if the numbers need more than the drives of a frame
     */
    static Optional<DriveNumbers> of(Optional<CurrentInjection> injection, int bands) {
        if (injection.isPresent()
                && (injection.get().contour().isPresent()
                        || injection.get().expression()
                        || injection.get().intonation())) {
            throw new IllegalArgumentException(
                    "the currents are a contour, expression or intonation, which look at later sound; expected drive, cepstrum or"
                            + " drive-and-cepstrum for sound that is still going on");
        }
        return injection.map(present -> new DriveNumbers(present, bands));
    }

    /** The numbers of a frame; overwritten by the next call. */
    float[] of(double[] frame) {
        for (int band = 0; band < drives; band++) {
            numbers[band] = (float) frame[band];
        }
        cepstrum.ifPresent(transform -> {
            transform.apply(frame, 0, coefficients, 0);
            for (int k = 0; k < coefficients.length; k++) {
                numbers[drives + k] = (float) coefficients[k];
            }
        });
        return numbers;
    }
}
