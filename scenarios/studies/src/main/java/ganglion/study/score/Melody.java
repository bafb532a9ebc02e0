package ganglion.study.score;

import ganglion.kernel.random.CounterRandom;
import ganglion.study.score.RandomWalk.Range;
import java.util.ArrayList;
import java.util.List;

/** One endless melody, note by note. */
final class Melody {

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
