package ganglion.kernel.neuron;

/**
 * How a variable that decays comes to an end. Multiplied by a factor below 1 at every tick, a double would come to the
 * numbers below {@link Double#MIN_NORMAL}, with which processors compute a hundred times slower, and stay there: {@code
 * 0.99 x} rounds to {@code x} for the smallest of them. So what a tick leaves of a variable is rounded to a multiple of a
 * tiny number, which is part of the definition of every model.
 *
 * <p>The bounds leave room on both sides: 1e-194 is far below any potential, current or weight in any unit, and a number
 * that is not zero can still be multiplied by 1e-80 before it comes near the slow numbers.
 */
public final class Fading {

    /** 2^-700, about 2e-211. What is left after {@link #settled} is 0 or at least 2^-53 of it. */
    public static final double GRAIN = 0x1p-700;

    private Fading() {}

    /**
     * What a decay leaves, for loops over many neurons: two additions, no branch. From 2^-646 (about 3e-195) on the number
     * itself, to the last bit; below, it is rounded to a multiple of 2^-752 or, if negative, of 2^-753.
     */
    public static double settled(double decayed) {
        return decayed + GRAIN - GRAIN;
    }

    /**
     * What a decay leaves of one coordinate of a rotation: zero below {@link #GRAIN}, else the number itself. A rotation
     * among multiples of a tiny number would not come to rest.
     */
    public static double cut(double decayed) {
        return Math.abs(decayed) < GRAIN ? 0 : decayed;
    }
}
