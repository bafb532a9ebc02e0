package ganglion.study.score;

import java.util.Map;
import java.util.TreeMap;

/** From the ticks of a MIDI file to seconds. */
final class TempoMap {

    /** 120 beats a minute, until a file says otherwise (Standard MIDI Files 1.0). */
    static final long USUAL_MICROSECONDS_A_BEAT = 500_000;

    private static final double MICROSECONDS = 1e6;

    /** By the tick from which it holds. */
    private final TreeMap<Long, Segment> segments = new TreeMap<>();

    private record Segment(double startSeconds, double secondsATick) {}

    private TempoMap() {}

    /** A file whose ticks are of one length throughout. */
    static TempoMap even(double ticksASecond) {
        TempoMap map = new TempoMap();
        map.segments.put(0L, new Segment(0, 1 / ticksASecond));
        return map;
    }

    /**
     * A file whose ticks are parts of a beat.
     *
     * @param tempi microseconds a beat by the tick from which they hold
     */
    static TempoMap ofBeats(int ticksABeat, TreeMap<Long, Long> tempi) {
        TempoMap map = even(ticksABeat * MICROSECONDS / USUAL_MICROSECONDS_A_BEAT);
        for (Map.Entry<Long, Long> tempo : tempi.entrySet()) {
            double start = map.seconds(tempo.getKey());
            map.segments.put(tempo.getKey(), new Segment(start, tempo.getValue() / MICROSECONDS / ticksABeat));
        }
        return map;
    }

    double seconds(long tick) {
        Map.Entry<Long, Segment> segment = segments.floorEntry(tick);
        return segment.getValue().startSeconds + (tick - segment.getKey()) * segment.getValue().secondsATick;
    }
}
