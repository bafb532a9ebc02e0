package ganglion.study.compose;

import java.util.List;

/**
 * A written mixture.
 *
 * @param name of its files, without extension
 * @param seconds length
 * @param families in it, in ascending order
 * @param instruments in it, in the order of the parts
 * @param notes number of played notes
 * @param leftOut number of notes of the score that could not be played
 * @param scale factor on all samples that prevents clipping; 1 if none is needed
 * @param peak largest magnitude of a sample, at most 0.99
 */
public record Mixture(
        String name,
        double seconds,
        List<String> families,
        List<String> instruments,
        long notes,
        long leftOut,
        double scale,
        double peak) {

    /** Takes copies of the lists. */
    public Mixture {
        families = List.copyOf(families);
        instruments = List.copyOf(instruments);
    }
}
