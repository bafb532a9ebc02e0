package ganglion.cochlea.encode;

import ganglion.cochlea.contour.Contour;
import ganglion.cochlea.expression.Expression;
import ganglion.cochlea.expression.Intonation;
import java.util.Optional;

/**
 * No spikes at all: numbers are the input currents of the network's first neurons. {@code ganglion.cochlea.FeatureRows} makes them. For
 * networks that were trained on raw features. In this order, as far as they are asked for: drives, one per band; the contour; cepstral
 * coefficients of drives or, where there is a contour, of its levels; expression; intonation.
 *
 * @param drives whether the drives are among the numbers; not together with a contour
 * @param contour how a contour is taken, if it is among the numbers
 * @param coefficients number of cepstral coefficients, at most one per band; 0 for none
 * @param expression whether expression is among the numbers
 * @param intonation whether intonation is among the numbers
 * @param framesPerRow frames from one row of numbers to the next, 1 unless there is a contour, expression or intonation
 */
public record CurrentInjection(
        boolean drives,
        Optional<Contour> contour,
        int coefficients,
        boolean expression,
        boolean intonation,
        int framesPerRow)
        implements SpikeEncoder {

    /** @throws IllegalArgumentException if there is no number at all, or settings contradict each other */
    public CurrentInjection {
        boolean shaped = contour.isPresent() || expression || intonation;
        if (coefficients < 0 || !drives && !shaped && coefficients == 0) {
            throw new IllegalArgumentException(
                    "currents of " + coefficients + " cepstral coefficients without drives, expected at least one");
        }
        if (drives && contour.isPresent()) {
            throw new IllegalArgumentException("found drives and a contour, expected one of them");
        }
        if (framesPerRow < 1 || framesPerRow > 1 && !shaped) {
            throw new IllegalArgumentException("found " + framesPerRow + " frames for each row, expected "
                    + (shaped ? "1 or more" : "1, as neither a contour nor expression is heard"));
        }
    }

    /** Numbers without intonation. */
    public CurrentInjection(
            boolean drives, Optional<Contour> contour, int coefficients, boolean expression, int framesPerRow) {
        this(drives, contour, coefficients, expression, false, framesPerRow);
    }

    /** Drives, cepstral coefficients, or both. */
    public CurrentInjection(boolean drives, int coefficients) {
        this(drives, Optional.empty(), coefficients, false, 1);
    }

    /** The drives alone. */
    public CurrentInjection() {
        this(true, 0);
    }

    @Override
    public int neurons(int bands) {
        return (drives ? bands : 0)
                + contour.map(it -> it.features(bands)).orElse(0)
                + coefficients
                + (expression ? Expression.features() : 0)
                + (intonation ? Intonation.features() : 0);
    }

    @Override
    public Optional<CurrentInjection> currents() {
        return Optional.of(this);
    }

    @Override
    public Encoding start(int bands) {
        return (values, offset, tick, spikes) -> {};
    }
}
