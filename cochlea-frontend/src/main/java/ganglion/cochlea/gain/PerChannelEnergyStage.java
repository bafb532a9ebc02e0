package ganglion.cochlea.gain;

import java.util.Arrays;

/** The smoothed powers of a {@link PerChannelEnergy}. */
final class PerChannelEnergyStage implements GainStage {

    /** Smoothed powers below are zero. */
    private static final double SMALLEST_SMOOTHED = 1e-100;

    private final PerChannelEnergy parameters;
    private final double smoothing;
    private final double[] smoothed;
    private final double biasPower;

    PerChannelEnergyStage(PerChannelEnergy parameters, int bands, double hopSeconds) {
        this.parameters = parameters;
        double frames = parameters.timeConstantSeconds() / hopSeconds;
        this.smoothing = (Math.sqrt(1 + 4 * frames * frames) - 1) / (2 * frames * frames);
        this.smoothed = new double[bands];
        Arrays.fill(smoothed, 1);
        this.biasPower = Math.pow(parameters.bias(), parameters.exponent());
    }

    @Override
    public void apply(double[] values, int offset) {
        double gain = parameters.gain();
        double smallest = parameters.smallest();
        for (int band = 0; band < smoothed.length; band++) {
            double power = parameters.scale() * values[offset + band];
            smoothed[band] += smoothing * (power - smoothed[band]);
            if (smoothed[band] < SMALLEST_SMOOTHED) {
                smoothed[band] = 0;
            }
            values[offset + band] = compressed(power * Math.pow(smallest + smoothed[band], -gain));
        }
    }

    private double compressed(double power) {
        double bias = parameters.bias();
        double exponent = parameters.exponent();
        if (exponent == 0) {
            return Math.log1p(power);
        }
        if (bias == 0) {
            return Math.pow(power, exponent);
        }
        // (power + bias)^exponent - bias^exponent, without losing the digits of faint powers.
        return biasPower * Math.expm1(exponent * Math.log1p(power / bias));
    }
}
