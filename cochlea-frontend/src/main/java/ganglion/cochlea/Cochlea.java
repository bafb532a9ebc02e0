package ganglion.cochlea;

/** The front end as a whole: a clip goes in, spikes come out. Immutable and thread safe. */
public final class Cochlea {

    private final CochleaParameters parameters;

    /** @param parameters what to hear and how */
    public Cochlea(CochleaParameters parameters) {
        this.parameters = parameters;
    }

    /** The parameters that this ear was made with. */
    public CochleaParameters parameters() {
        return parameters;
    }

    /** Hears a clip of any sample rate. Silence gives no spikes; a clip shorter than a hop gives no frames. */
    public Hearing hear(AudioClip clip) {
        throw new UnsupportedOperationException("hearing is not there yet");
    }
}
