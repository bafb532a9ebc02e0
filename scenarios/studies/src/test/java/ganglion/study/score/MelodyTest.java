package ganglion.study.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.kernel.random.CounterRandom;
import ganglion.study.score.RandomWalk.Melody;
import ganglion.study.score.RandomWalk.Range;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** One melody of a random walk, note by note. */
class MelodyTest {

    private static final double BEAT_SECONDS = 0.5;
    private static final Range RANGE = new Range("flute", 60, 84);

    private static Melody melody(long seed, Range range) {
        return new Melody(new CounterRandom(seed), 3, range, 0, BEAT_SECONDS);
    }

    private static List<Note> notes(Melody melody, int count) {
        List<Note> notes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            notes.add(melody.next());
            melody.advance();
        }
        return notes;
    }

    @Test
    void aNoteEndsBeforeTheNextBegins() {
        List<Note> notes = notes(melody(2, RANGE), 300);

        for (int i = 1; i < notes.size(); i++) {
            assertTrue(notes.get(i - 1).endSeconds() < notes.get(i).startSeconds(), "note " + i);
        }
    }

    @Test
    void notesLastAHalfToTwoBeatsWithAGapOfOneTwentieth() {
        Set<Long> millis = new TreeSet<>();
        for (Note note : notes(melody(3, RANGE), 300)) {
            millis.add(Math.round(1e4 * (note.endSeconds() - note.startSeconds())));
        }

        assertEquals(Set.of(2375L, 4750L, 9500L), millis, "0.95 of 0.25, 0.5 and 1 s, in units of 0.1 ms");
    }

    @Test
    void someNotesFollowARest() {
        List<Note> notes = notes(melody(4, RANGE), 400);
        int rests = 0;
        for (int i = 1; i < notes.size(); i++) {
            Note before = notes.get(i - 1);
            double length = (before.endSeconds() - before.startSeconds()) / 0.95;
            rests += notes.get(i).startSeconds() - before.startSeconds() > length + 1e-9 ? 1 : 0;
        }

        assertEquals(0.15, rests / 399.0, 0.05);
    }

    @Test
    void velocitiesStayInBoundsAndMoveInSmallSteps() {
        List<Note> notes = notes(melody(5, RANGE), 500);

        for (int i = 1; i < notes.size(); i++) {
            int velocity = notes.get(i).velocity();
            assertTrue(velocity >= 40 && velocity <= 120, "velocity " + velocity);
            assertTrue(Math.abs(velocity - notes.get(i - 1).velocity()) <= 8, "step " + i);
        }
    }

    @Test
    void theWholeRangeIsReached() {
        Set<Integer> pitches = new HashSet<>();
        notes(melody(6, new Range("bass", 40, 52)), 500).forEach(note -> pitches.add(note.pitch()));

        assertEquals(Set.of(40, 41, 43, 45, 47, 48, 50, 52), pitches, "the white keys from E2 to E3");
    }
}
