package ganglion.study.compose;

import java.util.Comparator;
import java.util.List;

/**
 * One instrument of the library.
 *
 * @param name name in the library
 * @param family name in NSynth
 * @param recordings at least one
 */
record Instrument(String name, String family, List<WaveRecording> recordings) {

    /** Steps of velocity that weigh as much as a semitone in the search for the nearest recording. */
    private static final int VELOCITY_STEPS_A_SEMITONE = 32;

    int lowestPitch() {
        return recordings.stream().mapToInt(WaveRecording::pitch).min().orElseThrow();
    }

    int highestPitch() {
        return recordings.stream().mapToInt(WaveRecording::pitch).max().orElseThrow();
    }

    /** The recording that needs the least change; the first of equal ones. */
    WaveRecording nearest(int pitch, int velocity) {
        return recordings.stream()
                .min(Comparator.comparingInt(recording -> distance(recording, pitch, velocity)))
                .orElseThrow();
    }

    private static int distance(WaveRecording recording, int pitch, int velocity) {
        return VELOCITY_STEPS_A_SEMITONE * Math.abs(recording.pitch() - pitch)
                + Math.abs(recording.velocity() - velocity);
    }
}
