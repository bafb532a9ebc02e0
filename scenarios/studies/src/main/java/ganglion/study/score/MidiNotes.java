package ganglion.study.score;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import javax.sound.midi.InvalidMidiDataException;
import javax.sound.midi.MetaMessage;
import javax.sound.midi.MidiMessage;
import javax.sound.midi.ShortMessage;

/** Collects the notes of a MIDI file, event by event in the order of time. */
final class MidiNotes {

    private static final int CHANNELS = 16;
    private static final int TEMPO = 0x51;
    private static final int TEMPO_BYTES = 3;

    private final boolean beats;
    private final TreeMap<Long, Long> tempi = new TreeMap<>();
    private final int[] programs = new int[CHANNELS];
    /** The note that sounds, by channel and key. */
    private final Begun[][] begun = new Begun[CHANNELS][Note.HIGHEST + 1];

    private final List<Played> played = new ArrayList<>();
    private final List<Voice> voices = new ArrayList<>();

    /** A part of the score: a channel may change its instrument in the course of the piece. */
    private record Voice(int channel, String family) {}

    private record Begun(long tick, Voice voice, int velocity) {}

    private record Played(long startTick, long endTick, int part, int pitch, int velocity) {}

    /** @param beats whether ticks are parts of a beat, so that tempi matter */
    MidiNotes(boolean beats) {
        this.beats = beats;
    }

    /** @throws InvalidMidiDataException if a message of a channel has a data byte beyond 127, as in damaged files */
    void take(long tick, MidiMessage message) throws InvalidMidiDataException {
        if (message instanceof MetaMessage meta && meta.getType() == TEMPO && meta.getData().length == TEMPO_BYTES) {
            byte[] data = meta.getData();
            long microseconds = (data[0] & 0xffL) << 16 | (data[1] & 0xffL) << 8 | data[2] & 0xffL;
            if (beats && microseconds > 0) {
                tempi.put(tick, microseconds);
            }
        } else if (message instanceof ShortMessage note) {
            take(tick, note);
        }
    }

    private void take(long tick, ShortMessage message) throws InvalidMidiDataException {
        int channel = message.getChannel();
        int largest = Math.max(message.getData1(), message.getData2());
        if (largest > Note.HIGHEST) {
            throw new InvalidMidiDataException("a data byte of " + largest);
        }
        switch (message.getCommand()) {
            case ShortMessage.PROGRAM_CHANGE -> programs[channel] = message.getData1();
            case ShortMessage.NOTE_OFF -> end(tick, channel, message.getData1());
            case ShortMessage.NOTE_ON -> {
                end(tick, channel, message.getData1());
                // A velocity of 0 is another way to write that a note ends.
                if (message.getData2() > 0) {
                    begin(tick, channel, message.getData1(), message.getData2());
                }
            }
            default -> {}
        }
    }

    private void begin(long tick, int channel, int pitch, int velocity) {
        Optional<String> family = GeneralMidi.family(programs[channel]);
        if (channel != GeneralMidi.DRUMS && family.isPresent()) {
            begun[channel][pitch] = new Begun(tick, new Voice(channel, family.get()), velocity);
        }
    }

    private void end(long tick, int channel, int pitch) {
        Begun note = begun[channel][pitch];
        begun[channel][pitch] = null;
        if (note != null && tick > note.tick) {
            if (!voices.contains(note.voice)) {
                voices.add(note.voice);
            }
            played.add(new Played(note.tick, tick, voices.indexOf(note.voice), pitch, note.velocity));
        }
    }

    TreeMap<Long, Long> tempi() {
        return tempi;
    }

    /** @param lengthTicks when notes without an end are ended */
    Score score(String name, long lengthTicks, TempoMap ticks) throws ScoreException {
        for (int channel = 0; channel < CHANNELS; channel++) {
            for (int pitch = 0; pitch <= Note.HIGHEST; pitch++) {
                end(lengthTicks, channel, pitch);
            }
        }
        if (played.isEmpty()) {
            throw new ScoreException("found no notes, expected some for an instrument that is not a drum");
        }
        double seconds =
                ticks.seconds(played.stream().mapToLong(Played::endTick).max().getAsLong());
        if (seconds > Score.LONGEST_SECONDS) {
            throw new ScoreException("the notes end after " + Math.round(seconds) + " s, expected at most "
                    + Score.LONGEST_SECONDS + " s");
        }
        List<Note> notes = new ArrayList<>();
        for (Played note : played) {
            double start = ticks.seconds(note.startTick);
            notes.add(new Note(start, ticks.seconds(note.endTick), note.part, note.pitch, note.velocity));
        }
        notes.sort(Comparator.comparingDouble(Note::startSeconds)
                .thenComparingInt(Note::part)
                .thenComparingInt(Note::pitch));
        return new Score(name, seconds, voices.stream().map(Voice::family).toList(), notes);
    }

    /**
     * The family of instruments of a program of General MIDI (MIDI Association, General MIDI System Level 1, 1991), under the
     * names of the NSynth data set.
     */
    static final class GeneralMidi {

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
}
