package ganglion.live.source;

/** Why samples were not heard. */
public enum LossCause {
    /** The queue to the network was full. */
    TOO_FAST("the sound came faster than it was heard"),
    /** There was no microphone for a time. */
    GONE("the microphone was gone"),
    /** They had been read for an ear in whose place another one hears now. */
    SWITCHED("another scenario took over");

    private final String words;

    LossCause(String words) {
        this.words = words;
    }

    /** The cause in words. */
    public String words() {
        return words;
    }
}
