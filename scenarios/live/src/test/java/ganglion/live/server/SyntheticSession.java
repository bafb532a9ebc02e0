package ganglion.live.server;

import ganglion.live.event.LiveEvent.DevicePower;
import ganglion.live.event.LiveEvent.LatencyFigures;
import ganglion.live.event.LiveEvent.LiveDecision;
import ganglion.live.event.LiveEvent.LiveEnd;
import ganglion.live.event.LiveEvent.LiveFrame;
import ganglion.live.event.LiveEvent.LiveListener;
import ganglion.live.event.LiveEvent.LiveNotice;
import ganglion.live.event.LiveEvent.LiveSecond;
import ganglion.live.event.LiveEvent.LiveStart;
import ganglion.live.event.LiveEvent.PopulationRate;
import ganglion.live.event.LiveEvent.PopulationShape;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A session without a network: a melody that is made up, heard by an ear, a hidden population and twelve outputs that are made up, too.
 * It tells the same events as a real one. Ticks are told one by one.
 */
final class SyntheticSession implements Runnable {

    static final double TICK_SECONDS = 0.008;
    private static final int BANDS = 64;
    private static final int OUTPUTS = 12;
    private static final int NOTE_TICKS = 130;
    private static final int SOUNDING_TICKS = 95;
    private static final List<String> CLASSES =
            List.of("C", "C#", "D", "D#", "E", "F", "F#", "G", "G#", "A", "A#", "B");
    private static final int[] MELODY = {9, 11, 0, 4, 7, 5, 2, 9};
    private static final String DETECTOR = "pitch-detector-live";

    private LiveListener listener;
    private int stops;
    private final int hidden;
    private final int hiddenSpikes;
    private int winner = -1;
    private long tick;
    private long spikes;

    /**
     * @param hidden number of hidden neurons
     * @param spikesPerSecond of all neurons together, about
     */
    SyntheticSession(int hidden, int spikesPerSecond) {
        this.hidden = hidden;
        this.hiddenSpikes = (int) Math.min(hidden, Math.max(1, spikesPerSecond * TICK_SECONDS - 12));
    }

    /** Begins to tell someone. */
    synchronized void begin(LiveListener told, String scenario) {
        listener = told;
        List<PopulationShape> populations = List.of(
                new PopulationShape("cochlea", BANDS, true),
                new PopulationShape("hidden", hidden, false),
                new PopulationShape("unreached", 16, false),
                new PopulationShape("pitch", OUTPUTS, false));
        listener.happened(new LiveStart(
                tick,
                scenario,
                "Which of the twelve pitch classes is whistled? Silence is nothing.",
                "microphone, 16 kHz",
                TICK_SECONDS,
                16_000,
                IntStream.range(0, BANDS)
                        .mapToObj(b -> 100 * Math.pow(2, b / 10.0))
                        .toList(),
                populations,
                CLASSES,
                List.of("EFR32MG24 (Cortex-M33, 78 MHz)", "SynSense Speck", "Intel Loihi", "SynSense Xylo Audio 2")));
    }

    /** Tells one tick. */
    synchronized void step() {
        int place = (int) (tick % NOTE_TICKS);
        int note = place < SOUNDING_TICKS ? MELODY[(int) (tick / NOTE_TICKS % MELODY.length)] : -1;
        float[] bands = bands(note, place);
        int leader = place > 12 ? note : -1;
        float confidence = leader < 0 ? 0 : (float) (0.55 + 0.43 * (1 - Math.exp(-place / 20.0)));
        float loud = note < 0 ? 0.01f : (float) (0.6 * Math.exp(-place / 60.0) * (0.8 + 0.2 * noise(1)));
        int[] fired = spikes(bands, leader);
        spikes += fired.length;
        listener.happened(new LiveFrame(tick, -loud, loud * 0.9f, bands, fired, leader, confidence));
        if (leader != winner) {
            winner = leader;
            String label = leader < 0 ? "" : CLASSES.get(leader);
            listener.happened(new LiveDecision(tick, leader, label, confidence, 1_300_000));
        }
        tick++;
        if (tick % 125 == 0) {
            second();
        }
    }

    private float[] bands(int note, int place) {
        float[] bands = new float[BANDS];
        for (int b = 0; b < BANDS; b++) {
            double drive = 0.03 * noise(b + 7);
            for (int partial = 1; note >= 0 && partial <= 4; partial++) {
                double centre = 14 + note * 10 / 12.0 + 10 * Math.log(partial) / Math.log(2);
                drive += Math.exp(-Math.pow((b - centre) / 0.9, 2)) / partial * Math.exp(-place / 90.0);
            }
            bands[b] = (float) drive;
        }
        return bands;
    }

    private int[] spikes(float[] bands, int leader) {
        int[] fired = new int[BANDS + 2 * hiddenSpikes + 1];
        int size = 0;
        for (int b = 0; b < BANDS; b++) {
            if (noise(b + 100) < bands[b]) {
                fired[size++] = b;
            }
        }
        int wanted = hiddenSpikes(leader);
        int[] ofHidden = new int[wanted];
        for (int i = 0; i < wanted; i++) {
            // Half of them belong to an assembly for what is heard.
            boolean assembly = leader >= 0 && i % 2 == 0;
            double place = assembly ? (leader + noise(i + 1000)) / OUTPUTS : noise(i + 1000);
            ofHidden[i] = BANDS + (int) (place * hidden);
        }
        for (int neuron : Arrays.stream(ofHidden).sorted().distinct().toArray()) {
            fired[size++] = neuron;
        }
        if (leader >= 0 && tick % 3 == 0) {
            fired[size++] = BANDS + hidden + 16 + leader;
        }
        return Arrays.copyOf(fired, size);
    }

    /** More while something is heard, the same on average. Some hit the same neuron and count once. */
    private int hiddenSpikes(int leader) {
        return (int) (hiddenSpikes * (leader >= 0 ? 1.25 : 0.75));
    }

    /** From 0 to 1, the same for a tick and a place. */
    private double noise(int place) {
        long h = (tick * 0x9E3779B97F4A7C15L + place) * 0xBF58476D1CE4E5B9L;
        return ((h ^ (h >>> 29)) * 0x94D049BB133111EBL >>> 11) * 0x1p-53;
    }

    private void second() {
        double perSecond = spikes * 1.0;
        spikes = 0;
        List<PopulationRate> rates = List.of(
                new PopulationRate("cochlea", 11.4, false, 2),
                new PopulationRate("hidden", perSecond / hidden, false, 0),
                new PopulationRate("unreached", 0, true, 0),
                new PopulationRate("pitch", 3.2, false, 0));
        List<DevicePower> devices = List.of(
                new DevicePower("EFR32MG24 (Cortex-M33, 78 MHz)", 1.34e-3, 5.9e-3, "B", ""),
                new DevicePower("SynSense Speck", 3.2e-3, 7.1e-3, "B", ""),
                new DevicePower("Intel Loihi", 4.4e-6, 0.108, "A", ""),
                new DevicePower(
                        "SynSense Xylo Audio 2",
                        Double.NaN,
                        Double.NaN,
                        "",
                        "the network has 64 inputs, the chip takes 16"));
        LatencyFigures latency = new LatencyFigures(tick, 1_210_000, 2_900_000, 6_100_000, 11_800_000, 0);
        listener.happened(new LiveSecond(tick, rates, devices, latency, 0.17, 0));
    }

    /** How often it was stopped. */
    synchronized int stops() {
        return stops;
    }

    synchronized long tick() {
        return tick;
    }

    synchronized void notice(LiveNotice.Kind kind, String text) {
        listener.happened(new LiveNotice(tick, kind, text));
    }

    /** Stops, as the page asks for. */
    @Override
    public synchronized void run() {
        stops++;
        listener.happened(new LiveEnd(tick, "stopped by the page; the run is in runs/live-1"));
    }

    void begin(LiveListener told) {
        begin(told, DETECTOR);
    }

    /** Tells many ticks at once. */
    void step(int ticks) {
        for (int i = 0; i < ticks; i++) {
            step();
        }
    }
}
