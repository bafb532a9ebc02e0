package ganglion.learning.model;

import ganglion.cochlea.spectrum.MelParameters;
import ganglion.cochlea.spectrum.MelScale;
import ganglion.cochlea.transfer.EarTransfer;
import ganglion.learning.model.Parameter.Initial;
import ganglion.learning.model.Parameter.ParameterShape;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The first half of a front end, whose bands are learned: sums a power spectrum, one value per bin, into triangular bands, and
 * gives the level of each band in decibels of full scale, as {@link ganglion.cochlea.gain.DecibelDrive} does:
 *
 * <pre>
 *   y_i = max(0, (10 log10(sum_k w_i(f_k) p_k / full-scale power) + range) / range)
 * </pre>
 *
 * <p>Triangle {@code i} has its peak at {@code c_i} and its edges at {@code c_i - h_i} and {@code c_i + h_i}, on a pitch scale,
 * cut to the range of the bank. Peaks stay in order and within the range, and half-widths positive, whatever the parameters
 * are: with {@code q = softmax(gap)}, {@code c_i = lowest + (highest - lowest) (q_0 + ... + q_i)}, and
 * {@code h_i = d exp(width_i)}, {@code d} the distance of evenly spaced bands. Parameters: {@code gap} [bands + 1] and
 * {@code width} [bands], 0 to start with, which is the evenly spaced bank of
 * {@link ganglion.cochlea.spectrum.MelFilterBank}.
 *
 * <p>Learned band edges, from a mel bank as a start: M. Ravanelli and Y. Bengio, Speaker recognition from raw waveform with
 * SincNet, SLT 2018; N. Zeghidour et al., LEAF: a learnable frontend for audio classification, ICLR 2021.
 *
 * @param bands number of bands, 1 to 4096
 * @param lowestHertz lower edge of the range, at least 0
 * @param highestHertz upper edge of the range
 * @param scale pitch scale of peaks and widths
 * @param transfer of the outer and middle ear, a factor of the weight of each bin
 * @param binHertz distance of the bins; the first lies at 0 Hz
 * @param rangeDecibels decibels below full scale at which the level is 0, above 0
 * @param fullScalePower power of 0 dB, above 0
 */
public record LearnedBands(
        int bands,
        double lowestHertz,
        double highestHertz,
        MelScale scale,
        EarTransfer transfer,
        double binHertz,
        double rangeDecibels,
        double fullScalePower)
        implements Layer {

    /** Two gaps differ by a factor of at most exp(4.6), about a hundred. */
    private static final double LARGEST_GAP = 2.3;
    /** Half-widths are about a quarter to four times those of the evenly spaced bank. */
    private static final double LARGEST_WIDTH = 1.4;

    /** @throws IllegalArgumentException if a number is out of its range */
    public LearnedBands {
        if (bands < 1 || bands > MelParameters.MOST_BANDS) {
            throw new IllegalArgumentException(
                    "found " + bands + " learned bands, expected 1 to " + MelParameters.MOST_BANDS);
        }
        if (!(lowestHertz >= 0 && lowestHertz < highestHertz && highestHertz < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("found learned bands from " + lowestHertz + " Hz to " + highestHertz
                    + " Hz, expected a range from 0 Hz or more upwards");
        }
        if (scale == MelScale.LOGARITHMIC && lowestHertz == 0) {
            throw new IllegalArgumentException(
                    "found learned bands in octaves from 0 Hz, expected a lowest frequency above 0 Hz");
        }
        if (!(binHertz > 0 && rangeDecibels > 0 && fullScalePower > 0)
                || !Double.isFinite(binHertz + rangeDecibels + fullScalePower)) {
            throw new IllegalArgumentException("found bins of " + binHertz + " Hz, a range of " + rangeDecibels
                    + " dB and a full-scale power of " + fullScalePower + ", expected positive, finite numbers");
        }
    }

    @Override
    public String kind() {
        return "learned-bands";
    }

    @Override
    public LayerShape outputShape(LayerShape input) {
        return LayerShape.of(bands);
    }

    @Override
    public List<ParameterShape> parameterShapes(LayerShape input) {
        return List.of(new ParameterShape("gap", true, bands + 1), new ParameterShape("width", true, bands));
    }

    @Override
    public Span rangeOf(String parameter) {
        double largest = parameter.equals("gap") ? LARGEST_GAP : LARGEST_WIDTH;
        return new Span(-largest, largest);
    }

    @Override
    public List<Parameter> createParameters(LayerShape input, SplittableRandom random) {
        return List.of(Initial.constant("gap", bands + 1, 0, true), Initial.constant("width", bands, 0, true));
    }
}
