package ganglion.learning.data;

/** Who plays a note that is learned from: what is done to the sound before anything else. */
public enum Performer {
    /** Whoever played it: nothing is done. */
    AS_RECORDED,
    /** A player, with breath: drift of level and pitch, vibrato and breath noise that are not regular. */
    PLAYER,
    /** A synthesiser: layers out of tune, vibrato and tremolo that are exact. */
    SYNTHESISER;

    /** Attribute of sounds that tells their performer by name; without it they are as recorded. */
    public static final String ATTRIBUTE = "ganglion:performer";
}
