package ganglion.study.score;

import java.util.Optional;

/**
 * The family of instruments of a program of General MIDI (MIDI Association, General MIDI System Level 1, 1991), under the
 * names of the NSynth data set.
 */
public final class GeneralMidi {

    /** The channel, counted from 0, on which every key is another drum. */
    static final int DRUMS = 9;

    private static final int PROGRAMS_A_GROUP = 8;
    private static final int FIRST_VOICE = 52;
    private static final int LAST_VOICE = 54;
    private static final int ORCHESTRA_HIT = 55;

    /** The groups of eight programs; "" where NSynth has no family of recorded instruments. */
    private static final String[] GROUPS = {
        "keyboard",
        "mallet",
        "organ",
        "guitar",
        "bass",
        "string",
        "string",
        "brass",
        "reed",
        "flute",
        "synth_lead",
        "",
        "",
        "",
        "",
        ""
    };

    private GeneralMidi() {}

    /**
     * The family of a program.
     *
     * @param program 0 to 127
     * @return its family; empty for pads, effects, instruments of the world and percussion
     */
    public static Optional<String> family(int program) {
        if (program >= FIRST_VOICE && program <= LAST_VOICE) {
            return Optional.of("vocal");
        }
        String group = program == ORCHESTRA_HIT ? "" : GROUPS[program / PROGRAMS_A_GROUP];
        return Optional.of(group).filter(family -> !family.isEmpty());
    }
}
