package ganglion.live.event;

import java.util.regex.Pattern;

/**
 * Something that a watcher should know: samples were lost, the microphone is gone or back.
 *
 * @param tick when it was noticed
 * @param kind what it is about
 * @param text one line
 */
public record LiveNotice(long tick, Kind kind, String text) implements LiveEvent {

    private static final Pattern OF_RECORDING = Pattern.compile("\\b(recording|records)\\b");

    /** Whether it says that what was recorded ends there, or that nothing is recorded. The end that was asked for is no problem. */
    public boolean isEndOfRecording() {
        return kind == Kind.PROBLEM && OF_RECORDING.matcher(text).find();
    }

    /** What a notice is about. */
    public enum Kind {
        /** The source of sound is gone. */
        SOURCE_GONE,
        /** It is there again. */
        SOURCE_BACK,
        /** Samples were lost. */
        SAMPLES_LOST,
        /** The session went on although something was refused or failed. */
        PROBLEM,
        /** Something that was asked for is done. */
        DONE
    }
}
