package ganglion.learning.model;

/**
 * A threshold that rises with each spike and falls back: {@code threshold + strength a}, where {@code a <- decay a + s} and
 * {@code s} is the spike of the step before (Bellec et al., "Long short-term memory and learning-to-learn in networks of
 * spiking neurons", NeurIPS 2018). A reset by subtraction takes off the threshold without {@code a}.
 *
 * @param decay share of {@code a} that is left after one step, 0 to 1
 * @param strength rise of the threshold with one spike; 0 for none
 */
public record Adaptation(double decay, double strength) {

    /** A threshold that stays where it is. */
    public static final Adaptation NONE = new Adaptation(0, 0);

    /** @throws IllegalArgumentException if a number is out of range */
    public Adaptation {
        if (!(decay >= 0 && decay <= 1) || !Double.isFinite(strength)) {
            throw new IllegalArgumentException("an adaptation with decay " + decay + " and strength " + strength
                    + ", expected a decay from 0 to 1 and a finite strength");
        }
    }

    /** Whether the threshold moves at all. */
    public boolean active() {
        return strength != 0;
    }
}
