package ganglion.study.compose;

import java.util.List;

/**
 * What was made.
 *
 * @param name of its files, without extension
 * @param score that it plays
 * @param seconds how long it lasts
 * @param families that are heard in it, in ascending order
 * @param instruments that are heard in it, in the order of the parts
 * @param notes how many were played
 * @param leftOut how many notes of the score could not be played
 * @param noise name of the noise, "" without
 * @param signalToNoiseDecibels level of the music above the noise; not a number without noise
 * @param scale by which everything was multiplied so that nothing clips; 1 if nothing would
 * @param peak largest magnitude of a sample, at most 0.99
 */
public record Mixture(
        String name,
        String score,
        double seconds,
        List<String> families,
        List<String> instruments,
        long notes,
        long leftOut,
        String noise,
        double signalToNoiseDecibels,
        double scale,
        double peak) {

    /** Takes copies of the lists. */
    public Mixture {
        families = List.copyOf(families);
        instruments = List.copyOf(instruments);
    }
}
