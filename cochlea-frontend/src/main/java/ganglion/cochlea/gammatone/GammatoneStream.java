package ganglion.cochlea.gammatone;

import ganglion.cochlea.operation.OperationCounts;
import ganglion.cochlea.spectrum.BandStream;
import java.util.Arrays;

/**
 * The state of gammatone filters. Each band shifts the sound by its centre frequency down to 0 Hz, where a gammatone is
 * four equal one-pole low-passes in a row, on a complex signal whose magnitude is the envelope (M. Cooke, Modelling
 * auditory processing and organisation, 1993). Arrays run over bands: HotSpot turns loops over few arrays into vector
 * instructions.
 */
final class GammatoneStream implements BandStream {

    private static final int ORDER = 4;
    /** Bandwidth of a fourth-order gammatone whose equivalent rectangular bandwidth is 1. */
    private static final double BANDWIDTH_PER_ERB = 1.019;

    private static final double INAUDIBLE = 1e-100;

    private final int hopSamples;
    private final GammatoneBank.Output output;
    private final double[] turnReal;
    private final double[] turnImaginary;
    /** Phase of the shift of each band: a number on the unit circle. */
    private final double[] carrierReal;

    private final double[] carrierImaginary;
    /** Share of the way to its input that each low-pass moves per sample. */
    private final double[] follow;

    private final double[][] real;
    private final double[][] imaginary;
    private final double[] sums;
    /** Value of each band per sum of a hop. */
    private final double[] scales;

    /** @param factors of the output of each band */
    GammatoneStream(
            double[] centresHertz, double rateHertz, int hopSamples, GammatoneBank.Output output, double[] factors) {
        int bands = centresHertz.length;
        this.hopSamples = hopSamples;
        this.output = output;
        this.turnReal = new double[bands];
        this.turnImaginary = new double[bands];
        this.carrierReal = new double[bands];
        this.carrierImaginary = new double[bands];
        this.follow = new double[bands];
        for (int band = 0; band < bands; band++) {
            double angle = 2 * Math.PI * centresHertz[band] / rateHertz;
            turnReal[band] = Math.cos(angle);
            turnImaginary[band] = -Math.sin(angle);
            carrierReal[band] = 1;
            double bandwidthHertz = BANDWIDTH_PER_ERB * ErbScale.bandwidthHertz(centresHertz[band]);
            follow[band] = -Math.expm1(-2 * Math.PI * bandwidthHertz / rateHertz);
        }
        this.real = new double[ORDER][bands];
        this.imaginary = new double[ORDER][bands];
        this.sums = new double[bands];
        // A sine is half on either side of 0 Hz, and the low-pass keeps one side: twice the magnitude is the envelope.
        double scale = (output == GammatoneBank.Output.POWER ? 4.0 : 2.0) / hopSamples;
        this.scales = Arrays.stream(factors).map(factor -> scale * factor).toArray();
    }

    /** Of one band: the shift, three low-passes more, the output, and the turn of the carrier. */
    static OperationCounts operationsPerSample(GammatoneBank.Output output) {
        OperationCounts shift = OperationCounts.NONE.andMultiplyAdds(2L * 2);
        OperationCounts follow = OperationCounts.NONE.andMultiplyAdds(2L * 2).times(ORDER - 1);
        OperationCounts sum = output == GammatoneBank.Output.POWER
                ? OperationCounts.NONE.andMagnitudes(1).andMultiplyAdds(1)
                : OperationCounts.NONE.andMultiplyAdds(3).andComparisons(1);
        return shift.plus(follow).plus(sum).andMultiplyAdds(4);
    }

    /** Of one band: the carrier to magnitude 1, the end of subnormal numbers, and the scale. */
    static OperationCounts operationsPerHop() {
        return OperationCounts.NONE
                .andMultiplyAdds(5)
                .andComparisons(2L * ORDER)
                .andMultiplyAdds(1);
    }

    @Override
    public void next(double[] samples, int offset, double[] powers, int powersOffset) {
        Arrays.fill(sums, 0);
        for (int i = offset; i < offset + hopSamples; i++) {
            filter(samples[i]);
            if (output == GammatoneBank.Output.POWER) {
                addSquares(sums, real[ORDER - 1], imaginary[ORDER - 1]);
            } else {
                addHalfWaves();
            }
            turn(carrierReal, carrierImaginary, turnReal, turnImaginary);
        }
        normaliseCarriers();
        for (int stage = 0; stage < ORDER; stage++) {
            silence(real[stage]);
            silence(imaginary[stage]);
        }
        for (int band = 0; band < sums.length; band++) {
            powers[powersOffset + band] = scales[band] * sums[band];
        }
    }

    private void filter(double sample) {
        shift(real[0], carrierReal, follow, sample);
        shift(imaginary[0], carrierImaginary, follow, sample);
        for (int stage = 1; stage < ORDER; stage++) {
            follow(real[stage], real[stage - 1], follow);
            follow(imaginary[stage], imaginary[stage - 1], follow);
        }
    }

    private static void shift(double[] state, double[] carrier, double[] follow, double sample) {
        for (int i = 0; i < state.length; i++) {
            state[i] += follow[i] * (sample * carrier[i] - state[i]);
        }
    }

    private static void follow(double[] state, double[] input, double[] follow) {
        for (int i = 0; i < state.length; i++) {
            state[i] += follow[i] * (input[i] - state[i]);
        }
    }

    private static void addSquares(double[] sums, double[] x, double[] y) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += x[i] * x[i] + y[i] * y[i];
        }
    }

    private static void turn(double[] real, double[] imaginary, double[] turnReal, double[] turnImaginary) {
        for (int i = 0; i < real.length; i++) {
            double x = real[i] * turnReal[i] - imaginary[i] * turnImaginary[i];
            double y = real[i] * turnImaginary[i] + imaginary[i] * turnReal[i];
            real[i] = x;
            imaginary[i] = y;
        }
    }

    /** The filtered wave itself is the complex signal shifted back up. */
    private void addHalfWaves() {
        double[] x = real[ORDER - 1];
        double[] y = imaginary[ORDER - 1];
        for (int i = 0; i < sums.length; i++) {
            sums[i] += Math.max(0, x[i] * carrierReal[i] + y[i] * carrierImaginary[i]);
        }
    }

    /** One step of Newton's method towards magnitude 1, before rounding errors of the turns add up. */
    private void normaliseCarriers() {
        for (int i = 0; i < carrierReal.length; i++) {
            double x = carrierReal[i];
            double y = carrierImaginary[i];
            double correction = (3 - x * x - y * y) / 2;
            carrierReal[i] = x * correction;
            carrierImaginary[i] = y * correction;
        }
    }

    /** In silence, filters decay to subnormal numbers, which processors handle slowly. */
    private static void silence(double[] state) {
        for (int i = 0; i < state.length; i++) {
            state[i] = Math.abs(state[i]) < INAUDIBLE ? 0 : state[i];
        }
    }
}
