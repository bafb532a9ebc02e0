package ganglion.study.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.kernel.random.CounterRandom;
import ganglion.study.score.RandomWalk.Range;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RandomWalkTest {

    private static final List<Range> DUET = List.of(new Range("flute", 60, 84), new Range("bass", 30, 40));

    private static Score compose(long seed, double seconds) {
        return RandomWalk.compose(CounterRandom.of(seed, 0), DUET, seconds);
    }

    private static List<Note> notes(Score score) {
        List<Note> notes = new ArrayList<>();
        score.notes().forEach(notes::add);
        return notes;
    }

    @Test
    void theSameSeedGivesTheSameNotesEachTimeTheyAreAskedFor() {
        Score score = compose(1, 20);

        assertEquals(notes(score), notes(score));
        assertEquals(notes(score), notes(compose(1, 20)));
        assertNotEquals(notes(score), notes(compose(2, 20)));
    }

    @Test
    void everyPartStaysInItsRangeAndNoPartIsSilent() {
        Set<Integer> parts = new HashSet<>();
        for (Note note : notes(compose(3, 600))) {
            Range range = DUET.get(note.part());
            parts.add(note.part());
            assertTrue(note.pitch() >= range.lowest() && note.pitch() <= range.highest(), note::toString);
            assertTrue(note.velocity() >= 40 && note.velocity() <= 120, note::toString);
        }
        assertEquals(Set.of(0, 1), parts);
    }

    @Test
    void notesComeInTheOrderOfTimeAndPartsPlayOneNoteAtATime() {
        double last = 0;
        double[] silentFrom = new double[2];
        for (Note note : notes(compose(4, 300))) {
            assertTrue(note.startSeconds() >= last && note.startSeconds() < 300, note::toString);
            assertTrue(note.startSeconds() >= silentFrom[note.part()], note::toString);
            last = note.startSeconds();
            silentFrom[note.part()] = note.endSeconds();
        }
        assertTrue(last > 280, "the music stops after " + last + " s");
    }

    @Test
    void allPitchesAreOfOneMajorScale() {
        Set<Integer> classes = new HashSet<>();
        notes(compose(5, 900)).forEach(note -> classes.add(note.pitch() % 12));

        boolean found = false;
        for (int key = 0; key < 12; key++) {
            int tonic = key;
            found |= classes.stream()
                    .allMatch(pitch -> List.of(0, 2, 4, 5, 7, 9, 11).contains(Math.floorMod(pitch - tonic, 12)));
        }
        assertTrue(found, classes::toString);
        assertEquals(7, classes.size(), "a long walk visits every degree of the scale");
    }

    @Test
    void aMelodyWalksInSmallSteps() {
        int before = -1;
        for (Note note : notes(compose(6, 300))) {
            if (note.part() == 0) {
                assertTrue(before < 0 || Math.abs(note.pitch() - before) <= 4, "a leap at " + note);
                before = note.pitch();
            }
        }
    }

    @Test
    void aRangeTooNarrowForTheScaleIsPlayedAllTheSame() {
        for (int seed = 0; seed < 20; seed++) {
            List<Range> narrow = List.of(new Range("mallet", 61, 61));
            Score score = RandomWalk.compose(CounterRandom.of(seed, 0), narrow, 30);
            assertTrue(notes(score).stream().allMatch(note -> note.pitch() == 61));
        }
    }

    @Test
    void endsWhereItIsToEnd() {
        Iterator<Note> notes = compose(7, 1).notes().iterator();
        while (notes.hasNext()) {
            notes.next();
        }

        assertFalse(notes.hasNext());
        assertThrows(NoSuchElementException.class, notes::next);
    }

    @Test
    void impossibleRangesAndScoresAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Range("flute", 60, 59));
        assertThrows(IllegalArgumentException.class, () -> new Range("flute", 60, 128));
        assertThrows(IllegalArgumentException.class, () -> compose(1, 0));
        assertThrows(IllegalArgumentException.class, () -> compose(1, Score.LONGEST_SECONDS + 1));
        assertThrows(IllegalArgumentException.class, () -> new Note(1, 1, 0, 60, 64));
        assertThrows(IllegalArgumentException.class, () -> new Note(0, 1, 0, 128, 64));
        assertThrows(IllegalArgumentException.class, () -> new Note(0, 1, 0, 60, 0));
    }
}
