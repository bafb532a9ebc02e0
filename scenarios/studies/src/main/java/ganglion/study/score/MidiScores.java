package ganglion.study.score;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javax.sound.midi.InvalidMidiDataException;
import javax.sound.midi.MidiEvent;
import javax.sound.midi.MidiSystem;
import javax.sound.midi.Sequence;
import javax.sound.midi.Track;

/** Reads Standard MIDI Files (types 0 and 1). */
public final class MidiScores {

    /** Largest file, in bytes. */
    static final long LARGEST_FILE = 16L << 20;

    /** Most events of one file. */
    static final int MOST_EVENTS = 1_000_000;

    private static final String DAMAGED =
            "no MIDI file, or a damaged one; expected a Standard MIDI File of type 0 or 1";
    private static final double DROP_FRAME_RATE = 30_000.0 / 1001;

    private MidiScores() {}

    /**
     * Reads a file. Drums (channel 10) and programs without a family of instruments in General MIDI are left out; pedals and
     * pitch bends are ignored. The score ends with its last note.
     *
     * @param file with extension or without
     * @throws ScoreException if it cannot be read, is no MIDI file, is beyond the limits, or has no notes for known families
     */
    public static Score read(Path file) throws ScoreException {
        Sequence sequence = sequence(content(file));
        MidiNotes notes = new MidiNotes(sequence.getDivisionType() == Sequence.PPQ);
        try {
            for (MidiEvent event : events(sequence)) {
                notes.take(event.getTick(), event.getMessage());
            }
        } catch (InvalidMidiDataException e) {
            throw new ScoreException(DAMAGED, e);
        }
        String name = file.getFileName().toString().replaceFirst("\\.[^.]*$", "");
        return notes.score(name, sequence.getTickLength(), ticks(sequence, notes))
                .from(file.toString());
    }

    private static Sequence sequence(byte[] content) throws ScoreException {
        try {
            return MidiSystem.getSequence(new ByteArrayInputStream(content));
        } catch (InvalidMidiDataException | IOException | RuntimeException e) {
            // The JDK's reader throws all kinds of exceptions for damaged files.
            throw new ScoreException(DAMAGED, e);
        }
    }

    private static byte[] content(Path file) throws ScoreException {
        if (!Files.isRegularFile(file)) {
            throw new ScoreException("no such file, expected a MIDI file");
        }
        try {
            if (Files.size(file) > LARGEST_FILE) {
                throw new ScoreException(
                        "the file has " + Files.size(file) + " bytes, expected at most " + LARGEST_FILE);
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new ScoreException("the file cannot be read: " + reason(e), e);
        }
    }

    /** Java says by the class of an exception that the reader has no right to a file. */
    private static String reason(IOException fault) {
        return fault instanceof AccessDeniedException ? "permission denied" : fault.getMessage();
    }

    /** All tracks as one, in time; what is at one tick stays in the order of the file. */
    private static List<MidiEvent> events(Sequence sequence) throws ScoreException {
        List<MidiEvent> events = new ArrayList<>();
        for (Track track : sequence.getTracks()) {
            if (events.size() + track.size() > MOST_EVENTS) {
                throw new ScoreException("the file has more events than " + MOST_EVENTS + ", the most that are read");
            }
            for (int i = 0; i < track.size(); i++) {
                events.add(track.get(i));
            }
        }
        events.sort(Comparator.comparingLong(MidiEvent::getTick));
        return events;
    }

    private static TempoMap ticks(Sequence sequence, MidiNotes notes) throws ScoreException {
        int resolution = sequence.getResolution();
        if (resolution <= 0) {
            throw new ScoreException("the file has " + resolution + " ticks a beat or frame, expected 1 or more");
        }
        float division = sequence.getDivisionType();
        if (division == Sequence.PPQ) {
            return TempoMap.ofBeats(resolution, notes.tempi());
        }
        return TempoMap.even(resolution * (division == Sequence.SMPTE_30DROP ? DROP_FRAME_RATE : division));
    }
}
