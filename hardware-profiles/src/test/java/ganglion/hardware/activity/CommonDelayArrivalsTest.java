package ganglion.hardware.activity;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.hardware.activity.CommonDelayArrivals.ReachedRows;
import ganglion.hardware.placement.NetworkTargets;
import ganglion.hardware.placement.TargetWords;
import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.Population;
import ganglion.kernel.network.Projection;
import ganglion.kernel.network.SparseSynapses;
import ganglion.kernel.neuron.LifParameters;
import ganglion.kernel.neuron.model.Lif;
import ganglion.kernel.neuron.source.SpikeSource;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Spikes of one delay mark the same neurons, whether synapses are looked up one by one, as words, or as rows of words. */
class CommonDelayArrivalsTest {

    private static final int SOURCES = 9;
    private static final int TARGETS = 500;

    /** Neurons before the targets, so that these do not start at the start of a word. */
    private static final int FIRST_TARGET = SOURCES + 75;

    private static final int DELAY = 4;
    private static final int TICKS = 40;

    /** Ranges of targets, in which each source reaches most; source 5 reaches none. */
    private static SparseSynapses ranges(long seed, int width, int spread) {
        SplittableRandom random = new SplittableRandom(seed);
        SparseSynapses.Builder builder = SparseSynapses.builder(SOURCES, TARGETS);
        for (int source = 0; source < SOURCES; source++) {
            int from = 60 + random.nextInt(spread);
            for (int target = from; target < from + width && source != 5; target++) {
                if (random.nextInt(8) > 0) {
                    builder.add(source, target, 1, DELAY);
                }
            }
        }
        return builder.build();
    }

    private static SpikeRaster spikes(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        SpikeRaster.Builder raster = SpikeRaster.builder(SOURCES);
        for (int tick = 0; tick < TICKS - DELAY; tick++) {
            // From none to all of the sources in a tick, odd and even numbers of them.
            int most = random.nextInt(SOURCES + 1);
            for (int source = 0; source < SOURCES; source++) {
                if (random.nextInt(SOURCES) < most) {
                    raster.add(tick, source);
                }
            }
        }
        return raster.build();
    }

    private static TargetWords words(SparseSynapses synapses) {
        Projection projection = new Projection("in", "out", synapses);
        Network network = new Network(
                List.of(
                        new Population("in", SOURCES, new SpikeSource(SpikeRaster.empty(SOURCES))),
                        new Population("between", FIRST_TARGET - SOURCES, new Lif(LifParameters.of(0.9, 1))),
                        new Population("out", TARGETS, new Lif(LifParameters.of(0.9, 1)))),
                List.of(projection));
        return new NetworkTargets(network).words(projection).orElseThrow();
    }

    /** The set that a tick marks; null if nobody asked for a set, which makes the tick idle. */
    private static long[] marked(CommonDelayArrivals arrivals, long tick) {
        long[] set = new long[(FIRST_TARGET + TARGETS + 63) / 64];
        boolean[] asked = {false};
        arrivals.mark(tick, () -> {
            asked[0] = true;
            return set;
        });
        return asked[0] ? set : null;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void rowsMarkWhatSynapsesMark(long seed) {
        SparseSynapses synapses = ranges(seed, 200, 40);
        SpikeRaster spikes = spikes(seed);
        TargetWords words = words(synapses);
        assertNotNull(ReachedRows.of(words, SOURCES), "most words hold a target");
        CommonDelayArrivals rows = CommonDelayArrivals.ofWords(spikes, words, SOURCES);
        CommonDelayArrivals oneByOne = CommonDelayArrivals.ofSynapses(spikes, DELAY, synapses, FIRST_TARGET);
        int ticksWithSeveral = 0;
        for (int tick = 0; tick < TICKS; tick++) {
            long[] expected = marked(oneByOne, tick);
            long[] found = marked(rows, tick);
            // A spike of the source without targets asks for a set of rows, and marks nothing.
            assertArrayEquals(expected == null ? new long[10] : expected, found == null ? new long[10] : found);
            ticksWithSeveral += spikes.between(tick, tick + 1).size() > 2 ? 1 : 0;
        }
        assertTrue(ticksWithSeveral > 5);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void wordsMarkWhatSynapsesMarkAndLeaveIdleTicksAlone(long seed) {
        SparseSynapses synapses = ranges(seed, 20, 400);
        SpikeRaster spikes = spikes(seed);
        TargetWords words = words(synapses);
        assertNull(ReachedRows.of(words, SOURCES), "most words hold no target");
        CommonDelayArrivals byWord = CommonDelayArrivals.ofWords(spikes, words, SOURCES);
        CommonDelayArrivals oneByOne = CommonDelayArrivals.ofSynapses(spikes, DELAY, synapses, FIRST_TARGET);
        for (int tick = 0; tick < TICKS; tick++) {
            assertArrayEquals(marked(oneByOne, tick), marked(byWord, tick), "tick " + tick);
        }
    }

    @Test
    void leavesATickIdleAtWhichOnlyASourceWithoutTargetsHasFired() {
        SparseSynapses synapses = ranges(1, 20, 400);
        SpikeRaster alone = SpikeRaster.builder(SOURCES).add(3, 5).add(8, 6).build();

        for (CommonDelayArrivals arrivals : List.of(
                CommonDelayArrivals.ofWords(alone, words(synapses), SOURCES),
                CommonDelayArrivals.ofSynapses(alone, DELAY, synapses, FIRST_TARGET))) {
            assertNull(marked(arrivals, 3 + DELAY));
            assertNotNull(marked(arrivals, 8 + DELAY));
            assertNull(marked(arrivals, 8));
        }
    }

    /** Six targets in two words: rows of two words for two sources are twice as many, for three sources more. */
    @Test
    void keepsRowsUpToTwiceTheWords() {
        SparseSynapses.Builder builder = SparseSynapses.builder(SOURCES, TARGETS);
        for (int target = 0; target < 3; target++) {
            builder.add(0, target, 1, DELAY).add(0, 64 + target, 1, DELAY);
        }
        TargetWords words = words(builder.build());

        assertEquals(2, words.first(SOURCES));
        assertNotNull(ReachedRows.of(words, 2));
        assertNull(ReachedRows.of(words, 3));
    }
}
