package ganglion.live.picture;

import ganglion.live.event.LiveFrame;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;

/**
 * Packs ticks for browsers. All is little-endian, and every list starts at a multiple of its elements' size:
 *
 * <pre>
 * u32 session      number of the start to which the ticks belong
 * u32 ticks        T
 * f64 first tick
 * u32 bands        B
 * u32 watched      W, number of watched neurons
 * u32 populations  P
 * u32 spikes       S, number of those that are in the picture
 * u32 width        bytes of the number of a neuron, 2 or 4
 * u32 0
 * u32 [P]          spikes of each population, before thinning
 * u32 [W]          watched neurons
 * u32 [T]          spikes in the picture at each tick
 * f32 [T]          smallest sample
 * f32 [T]          largest sample
 * f32 [T]          confidence
 * i32 [T]          class that leads, or -1
 * f32 [T][B]       drives of the bands
 * f32 [T][W]       membrane potentials
 * u16 or u32 [S]   numbers of the neurons that fired
 * </pre>
 */
public final class PictureEncoder {

    /** Most spikes of a second of the session, about; those of each population are counted before they are thinned. */
    public static final int MOST_SPIKES_A_SECOND = 120_000;

    private static final int HEADER_BYTES = 40;
    private static final int TWO_BYTES = 0xFFFF;

    private final int session;
    private final PopulationPlaces places;
    private final double tickSeconds;

    /**
     * @param session number of the start
     * @param places of its populations
     * @param tickSeconds length of a tick
     */
    public PictureEncoder(int session, PopulationPlaces places, double tickSeconds) {
        this.session = session;
        this.places = places;
        this.tickSeconds = tickSeconds;
    }

    /**
     * @param frames consecutive ticks, at least one, with equally many bands and potentials
     * @param watched neurons whose potentials they carry
     */
    public Picture encode(List<LiveFrame> frames, int[] watched) {
        int[] counts = new int[places.populations()];
        frames.forEach(frame -> places.count(frame.spikes(), counts));
        int[][] spikes = thinned(frames, counts);
        int shown = 0;
        for (int[] ofTick : spikes) {
            shown += ofTick.length;
        }
        LiveFrame first = frames.get(0);
        int width = places.neurons() <= TWO_BYTES ? Short.BYTES : Integer.BYTES;
        int ticks = frames.size();
        int words = counts.length + watched.length + ticks * (5 + first.bands().length + watched.length);
        ByteBuffer out = ByteBuffer.allocate(HEADER_BYTES + words * Integer.BYTES + shown * width)
                .order(ByteOrder.LITTLE_ENDIAN);
        out.putInt(session).putInt(ticks).putDouble(first.tick());
        out.putInt(first.bands().length).putInt(watched.length).putInt(counts.length);
        out.putInt(shown).putInt(width).putInt(0);
        putAll(out, counts);
        putAll(out, watched);
        for (int[] ofTick : spikes) {
            out.putInt(ofTick.length);
        }
        frames.forEach(frame -> out.putFloat(frame.lowest()));
        frames.forEach(frame -> out.putFloat(frame.highest()));
        frames.forEach(frame -> out.putFloat(frame.confidence()));
        frames.forEach(frame -> out.putInt(frame.winner()));
        frames.forEach(frame -> putAll(out, frame.bands()));
        frames.forEach(frame -> putAll(out, watched.length == 0 ? new float[0] : frame.potentials()));
        for (int[] ofTick : spikes) {
            putNeurons(out, ofTick, width);
        }
        return new Picture(first.tick(), ticks, out.array());
    }

    /** The spikes of each tick that are drawn. */
    private int[][] thinned(List<LiveFrame> frames, int[] counts) {
        long all = 0;
        for (int count : counts) {
            all += count;
        }
        // By time and not by picture, or a picture that comes late would be paler than others.
        int most = (int) Math.ceil(MOST_SPIKES_A_SECOND * tickSeconds * frames.size());
        int[][] kept = new int[frames.size()][];
        SpikeThinning thinning = all > most ? new SpikeThinning(counts, most) : null;
        for (int t = 0; t < kept.length; t++) {
            LiveFrame frame = frames.get(t);
            kept[t] = thinning == null ? frame.spikes() : keptOf(frame, thinning);
        }
        return kept;
    }

    private int[] keptOf(LiveFrame frame, SpikeThinning thinning) {
        int[] kept = new int[frame.spikes().length];
        int size = 0;
        int population = 0;
        for (int neuron : frame.spikes()) {
            population = places.of(neuron, population);
            if (thinning.keeps(frame.tick(), neuron, population)) {
                kept[size++] = neuron;
            }
        }
        return Arrays.copyOf(kept, size);
    }

    private static void putAll(ByteBuffer out, int[] values) {
        for (int value : values) {
            out.putInt(value);
        }
    }

    private static void putAll(ByteBuffer out, float[] values) {
        for (float value : values) {
            out.putFloat(value);
        }
    }

    private static void putNeurons(ByteBuffer out, int[] neurons, int width) {
        for (int neuron : neurons) {
            if (width == Short.BYTES) {
                out.putShort((short) neuron);
            } else {
                out.putInt(neuron);
            }
        }
    }
}
