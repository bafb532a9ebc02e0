package ganglion.cochlea.expression;

import ganglion.cochlea.operation.OperationCounts;

/**
 * How much a level fluctuates at one rate: the magnitude of a pair of filters in quadrature, cosine and sine
 * under a Hann window, of which the cosine has no response to a steady level. A sine of amplitude A decibels at the rate
 * gives A.
 */
final class Fluctuation {

    private final double[] cosine;
    private final double[] sine;

    /**
     * @param hertz rate
     * @param frames length of the window, at least 2 frames
     * @param hopSeconds time from frame to frame
     */
    Fluctuation(double hertz, int frames, double hopSeconds) {
        cosine = new double[frames];
        sine = new double[frames];
        double windowSum = 0;
        double cosineSum = 0;
        for (int i = 0; i < frames; i++) {
            double phase = 2 * Math.PI * hertz * (i - (frames - 1) / 2.0) * hopSeconds;
            cosine[i] = window(i) * Math.cos(phase);
            sine[i] = window(i) * Math.sin(phase);
            windowSum += window(i);
            cosineSum += cosine[i];
        }
        for (int i = 0; i < frames; i++) {
            cosine[i] = (cosine[i] - window(i) * cosineSum / windowSum) * 2 / windowSum;
            sine[i] *= 2 / windowSum;
        }
    }

    private double window(int i) {
        return 0.5 - 0.5 * Math.cos(2 * Math.PI * (i + 0.5) / cosine.length);
    }

    /** Length of the window in frames. */
    int frames() {
        return cosine.length;
    }

    /** Response of the cosine at a frame, the last of the window; frames of a band are {@code stride} apart in the array. */
    double even(double[] levels, int frame, int offset, int stride) {
        return response(cosine, levels, frame, offset, stride);
    }

    /** Response of the sine. */
    double odd(double[] levels, int frame, int offset, int stride) {
        return response(sine, levels, frame, offset, stride);
    }

    private static double response(double[] kernel, double[] levels, int frame, int offset, int stride) {
        double sum = 0;
        int first = frame - kernel.length + 1;
        for (int i = 0; i < kernel.length; i++) {
            sum += kernel[i] * levels[(first + i) * stride + offset];
        }
        return sum;
    }

    /** Operations of both responses. */
    OperationCounts operations() {
        return OperationCounts.NONE.andMultiplyAdds(2L * frames());
    }

    /** Magnitude at a frame, in decibels; 0 until the window is full. */
    double at(double[] levels, int frame) {
        return frame < cosine.length - 1 ? 0 : Math.hypot(even(levels, frame, 0, 1), odd(levels, frame, 0, 1));
    }
}
