package ganglion.study.score;

import ganglion.kernel.random.CounterRandom;
import ganglion.study.score.RandomWalk.Range;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * Composes at random: each part is a melody that walks up and down a scale, in one key and tempo for all. Stands in for the
 * learned composer of the founding study. The same seed gives the same notes; they are made on demand, so that a
 * long piece takes no memory.
 */
public final class RandomWalk {

    private static final int KEY = 0;
    private static final int TEMPO = 1;
    private static final int FIRST_MELODY = 2;
    private static final int SEMITONES = 12;
    private static final double SLOWEST_BEATS_A_MINUTE = 60;
    private static final double FASTEST_BEATS_A_MINUTE = 140;
    private static final double SECONDS_A_MINUTE = 60;

    private RandomWalk() {}

    /**
     * The instrument and the range of one part.
     *
     * @param family of the instrument
     * @param lowest pitch
     * @param highest pitch, not below the lowest
     */
    public record Range(String family, int lowest, int highest) {

        /** @throws IllegalArgumentException if it holds no pitch */
        public Range {
            if (lowest < 0 || highest > Note.HIGHEST || highest < lowest) {
                throw new IllegalArgumentException("pitches from " + lowest + " to " + highest);
            }
        }
    }

    /**
     * Composes a piece.
     *
     * @param random of all draws
     * @param parts one melody each
     * @param seconds length of the piece
     */
    public static Score compose(CounterRandom random, List<Range> parts, double seconds) {
        int key = random.below(KEY, SEMITONES);
        double beatsAMinute =
                SLOWEST_BEATS_A_MINUTE + random.uniform(TEMPO) * (FASTEST_BEATS_A_MINUTE - SLOWEST_BEATS_A_MINUTE);
        double beatSeconds = SECONDS_A_MINUTE / beatsAMinute;
        List<String> families = parts.stream().map(Range::family).toList();
        return new Score(seconds, families, () -> {
            List<Melody> melodies = new ArrayList<>();
            for (int part = 0; part < parts.size(); part++) {
                melodies.add(new Melody(random.branch(FIRST_MELODY + part), part, parts.get(part), key, beatSeconds));
            }
            return new Merged(melodies, seconds);
        });
    }

    /** The notes of all melodies in the order of their starts. */
    private static final class Merged implements Iterator<Note> {

        private final List<Melody> melodies;
        private final double untilSeconds;

        Merged(List<Melody> melodies, double untilSeconds) {
            this.melodies = melodies;
            this.untilSeconds = untilSeconds;
        }

        private Melody earliest() {
            Melody earliest = melodies.get(0);
            for (Melody melody : melodies) {
                if (melody.next().startSeconds() < earliest.next().startSeconds()) {
                    earliest = melody;
                }
            }
            return earliest;
        }

        @Override
        public boolean hasNext() {
            return !melodies.isEmpty() && earliest().next().startSeconds() < untilSeconds;
        }

        @Override
        public Note next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            Melody melody = earliest();
            Note note = melody.next();
            melody.advance();
            return note;
        }
    }

    /** One endless melody, note by note. */
    static final class Melody {

        /** Semitones of the major scale above its key note. */
        private static final List<Integer> MAJOR = List.of(0, 2, 4, 5, 7, 9, 11);

        private static final int SEMITONES = 12;
        private static final double[] BEATS = {0.5, 0.5, 1, 1, 1, 2};
        private static final double REST_CHANCE = 0.15;
        /** Notes end a little before the next begins. */
        private static final double SOUNDING_SHARE = 0.95;

        private static final int LARGEST_STEP = 2;
        private static final int LARGEST_VELOCITY_STEP = 8;
        private static final int SOFTEST = 40;
        private static final int LOUDEST = 120;

        private final CounterRandom random;
        private final int part;
        private final double beatSeconds;
        private final List<Integer> pitches;
        private long drawn;
        private int place;
        private int velocity;
        private double timeSeconds;
        private Note next;

        Melody(CounterRandom random, int part, Range range, int key, double beatSeconds) {
            this.random = random;
            this.part = part;
            this.beatSeconds = beatSeconds;
            this.pitches = scale(range, key);
            this.place = random.below(drawn++, pitches.size());
            this.velocity = SOFTEST + random.below(drawn++, LOUDEST - SOFTEST + 1);
            advance();
        }

        /** The pitches of the scale within a range; the lowest of a range too narrow to hold one. */
        private static List<Integer> scale(Range range, int key) {
            List<Integer> pitches = new ArrayList<>();
            for (int pitch = range.lowest(); pitch <= range.highest(); pitch++) {
                if (MAJOR.contains(Math.floorMod(pitch - key, SEMITONES))) {
                    pitches.add(pitch);
                }
            }
            return pitches.isEmpty() ? List.of(range.lowest()) : pitches;
        }

        Note next() {
            return next;
        }

        void advance() {
            while (random.uniform(drawn++) < REST_CHANCE) {
                timeSeconds += beats();
            }
            place = walked(place, LARGEST_STEP, 0, pitches.size() - 1);
            velocity = walked(velocity, LARGEST_VELOCITY_STEP, SOFTEST, LOUDEST);
            double seconds = beats();
            next = new Note(timeSeconds, timeSeconds + SOUNDING_SHARE * seconds, part, pitches.get(place), velocity);
            timeSeconds += seconds;
        }

        private double beats() {
            return BEATS[random.below(drawn++, BEATS.length)] * beatSeconds;
        }

        /** A random step up or down to a largest one, reflected at the bounds. */
        private int walked(int from, int largestStep, int lowest, int highest) {
            int to = from + random.below(drawn++, 2 * largestStep + 1) - largestStep;
            int reflected = to < lowest ? 2 * lowest - to : to > highest ? 2 * highest - to : to;
            return Math.max(lowest, Math.min(highest, reflected));
        }
    }
}
