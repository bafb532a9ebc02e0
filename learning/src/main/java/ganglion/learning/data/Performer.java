package ganglion.learning.data;

/** Who plays a training note: a change of the sound before all others. */
public enum Performer {
    /** As recorded: no change. */
    AS_RECORDED,
    /** A player, with breath: drift of level and pitch, vibrato and breath noise that are not regular. */
    PLAYER,
    /** A synthesiser: layers out of tune, vibrato and tremolo that are exact. */
    SYNTHESISER;

    /** Attribute of sounds that names their performer; without it they are as recorded. */
    public static final String ATTRIBUTE = "ganglion:performer";
}
