package ganglion.live.server;

import ganglion.live.event.LiveEvent.LiveFrame;
import ganglion.live.event.LiveEvent.PopulationShape;
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
 * u32 populations  P
 * u32 spikes       S, number of those that are in the picture
 * u32 width        bytes of the number of a neuron, 2 or 4
 * u32 [P]          spikes of each population, before thinning
 * u32 [T]          spikes in the picture at each tick
 * f32 [T]          smallest sample
 * f32 [T]          largest sample
 * f32 [T]          confidence
 * i32 [T]          class that leads, or -1
 * f32 [T][B]       drives of the bands
 * u16 or u32 [S]   numbers of the neurons that fired
 * </pre>
 */
public final class PictureEncoder {

    /** Most spikes of a second of the session, about; those of each population are counted before they are thinned. */
    public static final int MOST_SPIKES_A_SECOND = 120_000;

    private static final int HEADER_BYTES = 32;
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
     * @param frames consecutive ticks, at least one, with equally many bands
     */
    public Picture encode(List<LiveFrame> frames) {
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
        int words = counts.length + ticks * (5 + first.bands().length);
        ByteBuffer out = ByteBuffer.allocate(HEADER_BYTES + words * Integer.BYTES + shown * width)
                .order(ByteOrder.LITTLE_ENDIAN);
        out.putInt(session).putInt(ticks).putDouble(first.tick());
        out.putInt(first.bands().length).putInt(counts.length);
        out.putInt(shown).putInt(width);
        putAll(out, counts);
        for (int[] ofTick : spikes) {
            out.putInt(ofTick.length);
        }
        frames.forEach(frame -> out.putFloat(frame.lowest()));
        frames.forEach(frame -> out.putFloat(frame.highest()));
        frames.forEach(frame -> out.putFloat(frame.confidence()));
        frames.forEach(frame -> out.putInt(frame.winner()));
        frames.forEach(frame -> putAll(out, frame.bands()));
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

    /**
     * Consecutive ticks as a browser gets them.
     *
     * @param firstTick the first of them
     * @param ticks how many
     * @param bytes the message, which is never written again; {@link PictureEncoder} says what is in it
     */
    public record Picture(long firstTick, int ticks, byte[] bytes) {}

    /** Which numbers the neurons of each population have. */
    public static final class PopulationPlaces {

        /** The first number of each population, and after them the number of all neurons. */
        private final int[] first;

        public PopulationPlaces(List<PopulationShape> populations) {
            first = new int[populations.size() + 1];
            for (int p = 0; p < populations.size(); p++) {
                first[p + 1] = Math.addExact(first[p], populations.get(p).size());
            }
        }

        int populations() {
            return first.length - 1;
        }

        public int neurons() {
            return first[first.length - 1];
        }

        /** Adds the number of spikes of each population to {@code counts}. {@code spikes} are numbers of neurons, ascending. */
        void count(int[] spikes, int[] counts) {
            int population = 0;
            for (int neuron : spikes) {
                population = of(neuron, population);
                counts[population]++;
            }
        }

        /** The population of a neuron, which is {@code from} or a later one. */
        int of(int neuron, int from) {
            int population = from;
            while (neuron >= first[population + 1]) {
                population++;
            }
            return population;
        }
    }

    /**
     * Which spikes of a picture are drawn if there are too many. Small populations keep all of theirs, so that a busy input does not hide the
     * read-out; the others share what is left equally. Within a population, whether a spike is drawn depends on its tick and neuron
     * alone, by a hash, so that no rhythm and no row of neurons is preferred.
     */
    private static final class SpikeThinning {

        /** Scale of {@link #shares}: 2^32 keeps all. */
        private static final long ALL = 1L << 32;

        private final long[] shares;

        /**
         * @param counts spikes of each population
         * @param most about how many are to be kept of all together
         */
        SpikeThinning(int[] counts, int most) {
            double level = level(counts, most);
            shares = new long[counts.length];
            for (int p = 0; p < counts.length; p++) {
                shares[p] = counts[p] <= level ? ALL : (long) (ALL * (level / counts[p]));
            }
        }

        /** The number of spikes beyond which a population is thinned, so that all keep {@code most} together. */
        private static double level(int[] counts, int most) {
            int[] ascending = counts.clone();
            Arrays.sort(ascending);
            double left = most;
            for (int i = 0; i < ascending.length; i++) {
                double share = left / (ascending.length - i);
                if (ascending[i] > share) {
                    return share;
                }
                left -= ascending[i];
            }
            return Double.POSITIVE_INFINITY;
        }

        boolean keeps(long tick, int neuron, int population) {
            return Integer.toUnsignedLong(mixed((int) tick * 0x9E3779B9 + neuron)) < shares[population];
        }

        /** The finaliser of MurmurHash3 (A. Appleby, public domain): every bit of the input changes half of the output's. */
        private static int mixed(int bits) {
            int h = bits;
            h = (h ^ (h >>> 16)) * 0x85EBCA6B;
            h = (h ^ (h >>> 13)) * 0xC2B2AE35;
            return h ^ (h >>> 16);
        }
    }
}
