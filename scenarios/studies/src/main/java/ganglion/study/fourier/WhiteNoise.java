package ganglion.study.fourier;

import ganglion.kernel.random.CounterRandom;

/** Frames of independent samples, uniform from -1 to 1. */
record WhiteNoise(CounterRandom random, int size) {

    /** The frame of a number, always the same one. */
    double[] frame(long number) {
        double[] frame = new double[size];
        for (int i = 0; i < size; i++) {
            frame[i] = 2 * random.uniform(number * size + i) - 1;
        }
        return frame;
    }
}
