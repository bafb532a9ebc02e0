package ganglion.study.compose;

import ganglion.kernel.random.CounterRandom;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Music at random: each part walks up and down a major scale, in one key and tempo for all. Stands in for the learned composer of
 * the founding study.
 */
final class RandomWalk {

    /** Highest pitch and velocity of MIDI. */
    static final int HIGHEST = 127;

    private static final int KEY = 0;
    private static final int TEMPO = 1;
    private static final int FIRST_MELODY = 2;
    private static final int SEMITONES = 12;
    private static final double SLOWEST_BEATS_A_MINUTE = 60;
    private static final double FASTEST_BEATS_A_MINUTE = 140;
    private static final double SECONDS_A_MINUTE = 60;

    /** Semitones of the major scale above its key note. */
    private static final List<Integer> MAJOR = List.of(0, 2, 4, 5, 7, 9, 11);

    private static final double[] BEATS = {0.5, 0.5, 1, 1, 1, 2};
    private static final double REST_CHANCE = 0.15;

    /** Notes end a little before the next begins. */
    private static final double SOUNDING_SHARE = 0.95;

    private static final int LARGEST_STEP = 2;
    private static final int LARGEST_VELOCITY_STEP = 8;
    private static final int SOFTEST = 40;
    private static final int LOUDEST = 120;

    private final CounterRandom random;
    private final double beatSeconds;
    private long drawn;

    private RandomWalk(CounterRandom random, double beatSeconds) {
        this.random = random;
        this.beatSeconds = beatSeconds;
    }

    /**
     * A note.
     *
     * @param startSeconds when its key is pressed
     * @param endSeconds when its key is released
     * @param part that plays it, counted from 0
     * @param pitch MIDI key number
     * @param velocity 1 to 127
     */
    record Note(double startSeconds, double endSeconds, int part, int pitch, int velocity) {}

    /** Pitches that a part may play, both bounds included. */
    record Range(int lowest, int highest) {}

    /** The notes of a piece of {@code seconds}, in the order of their starts; one melody for each of the parts. */
    static List<Note> compose(CounterRandom random, List<Range> parts, double seconds) {
        int key = random.below(KEY, SEMITONES);
        double beatsAMinute =
                SLOWEST_BEATS_A_MINUTE + random.uniform(TEMPO) * (FASTEST_BEATS_A_MINUTE - SLOWEST_BEATS_A_MINUTE);
        List<Note> notes = new ArrayList<>();
        for (int part = 0; part < parts.size(); part++) {
            new RandomWalk(random.branch(FIRST_MELODY + part), SECONDS_A_MINUTE / beatsAMinute)
                    .addMelody(part, scale(parts.get(part), key), seconds, notes);
        }
        notes.sort(Comparator.comparingDouble(Note::startSeconds));
        return notes;
    }

    /** The pitches of the scale within a range; the lowest of a range too narrow to hold one. */
    private static List<Integer> scale(Range range, int key) {
        List<Integer> pitches = IntStream.rangeClosed(range.lowest(), range.highest())
                .filter(pitch -> MAJOR.contains(Math.floorMod(pitch - key, SEMITONES)))
                .boxed()
                .toList();
        return pitches.isEmpty() ? List.of(range.lowest()) : pitches;
    }

    private void addMelody(int part, List<Integer> pitches, double untilSeconds, List<Note> notes) {
        int place = random.below(drawn++, pitches.size());
        int velocity = SOFTEST + random.below(drawn++, LOUDEST - SOFTEST + 1);
        double timeSeconds = 0;
        while (true) {
            while (random.uniform(drawn++) < REST_CHANCE) {
                timeSeconds += beats();
            }
            if (timeSeconds >= untilSeconds) {
                return;
            }
            place = walked(place, LARGEST_STEP, 0, pitches.size() - 1);
            velocity = walked(velocity, LARGEST_VELOCITY_STEP, SOFTEST, LOUDEST);
            double seconds = beats();
            notes.add(
                    new Note(timeSeconds, timeSeconds + SOUNDING_SHARE * seconds, part, pitches.get(place), velocity));
            timeSeconds += seconds;
        }
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
