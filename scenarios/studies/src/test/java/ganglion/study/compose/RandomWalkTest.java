package ganglion.study.compose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.kernel.random.CounterRandom;
import ganglion.study.compose.RandomWalk.Note;
import ganglion.study.compose.RandomWalk.Range;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RandomWalkTest {

    private static final List<Range> DUET = List.of(new Range(60, 84), new Range(30, 42));

    private static List<Note> compose(long seed, double seconds) {
        return RandomWalk.compose(CounterRandom.of(seed, 0), DUET, seconds);
    }

    private static List<Note> part(List<Note> notes, int part) {
        return notes.stream().filter(note -> note.part() == part).toList();
    }

    @Test
    void theSameSeedGivesTheSameNotes() {
        assertEquals(compose(1, 20), compose(1, 20));
        assertNotEquals(compose(1, 20), compose(2, 20));
    }

    @Test
    void notesComeInTheOrderOfTimeUpToTheEndWithinTheirRanges() {
        List<Note> notes = compose(4, 300);

        double last = 0;
        for (Note note : notes) {
            Range range = DUET.get(note.part());
            assertTrue(note.startSeconds() >= last && note.startSeconds() < 300, note::toString);
            assertTrue(note.pitch() >= range.lowest() && note.pitch() <= range.highest(), note::toString);
            last = note.startSeconds();
        }
        assertTrue(last > 280, "the music stops after " + last + " s");
        assertTrue(!part(notes, 0).isEmpty() && !part(notes, 1).isEmpty());
    }

    @Test
    void aMelodyPlaysOneNoteAtATimeInSmallStepsWithRests() {
        List<Note> notes = part(compose(5, 500), 0);

        Set<Long> beats = new TreeSet<>();
        int rests = 0;
        double beat = notes.stream()
                        .mapToDouble(note -> note.endSeconds() - note.startSeconds())
                        .min()
                        .orElseThrow()
                / 0.95
                * 2;
        for (int i = 1; i < notes.size(); i++) {
            Note before = notes.get(i - 1);
            Note note = notes.get(i);
            double length = (before.endSeconds() - before.startSeconds()) / 0.95;
            beats.add(Math.round(10 * length / beat));
            rests += note.startSeconds() - before.startSeconds() > length + 1e-9 ? 1 : 0;
            assertTrue(before.endSeconds() < note.startSeconds(), "note " + i);
            assertTrue(Math.abs(note.pitch() - before.pitch()) <= 4, "a leap at " + note);
            assertTrue(note.velocity() >= 40 && note.velocity() <= 120, note::toString);
            assertTrue(Math.abs(note.velocity() - before.velocity()) <= 8, "step " + i);
        }
        assertEquals(Set.of(5L, 10L, 20L), beats, "a half, one and two beats, in tenths");
        assertEquals(0.15, rests / (notes.size() - 1.0), 0.05);
    }

    @Test
    void allPartsUseTheWholeOfOneMajorScale() {
        Set<Integer> classes =
                compose(5, 600).stream().map(note -> note.pitch() % 12).collect(Collectors.toSet());

        assertTrue(
                IntStream.range(0, 12)
                        .anyMatch(key -> classes.equals(List.of(0, 2, 4, 5, 7, 9, 11).stream()
                                .map(step -> (key + step) % 12)
                                .collect(Collectors.toSet()))),
                classes::toString);
    }
}
