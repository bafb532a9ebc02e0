package ganglion.scenario.expect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ganglion.kernel.event.SpikeRaster;
import ganglion.scenario.data.RasterFile;
import ganglion.scenario.result.ExpectationOutcome.RasterDivergence;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class RasterDifferenceTest {

    private static RasterFile file(SpikeRaster... rasters) {
        Map<String, SpikeRaster> byName = new LinkedHashMap<>();
        for (int i = 0; i < rasters.length; i++) {
            byName.put("p" + i, rasters[i]);
        }
        return new RasterFile(0.001, 100, byName);
    }

    private static Optional<String> difference(RasterFile found, RasterFile wanted) {
        return RasterDifference.between(found, wanted, "the other").map(RasterDifference::text);
    }

    @Test
    void findsNothingBetweenEquals() {
        SpikeRaster one = SpikeRaster.builder(3).add(4, 1).build();

        assertEquals(Optional.empty(), difference(file(one, one), file(one, one)));
    }

    @Test
    void looksOnlyAtThePopulationsThatAreWanted() {
        SpikeRaster one = SpikeRaster.builder(3).add(4, 1).build();

        assertEquals(Optional.empty(), difference(file(one, SpikeRaster.empty(5)), file(one)));
        assertEquals(Optional.of("no population p1, which the other has"), difference(file(one), file(one, one)));
    }

    @Test
    void namesThePopulationThatDiffersFirst() {
        SpikeRaster one = SpikeRaster.builder(3).add(4, 1).build();
        SpikeRaster late = SpikeRaster.builder(3).add(5, 1).build();

        RasterDifference difference = RasterDifference.between(file(one, late, late), file(one, one, one), "the other")
                .orElseThrow();

        assertEquals("a spike missing in p1 at tick 4 (4 ms), neuron 1 (1 spikes, the other has 1)", difference.text());
        assertEquals("p1", difference.place().orElseThrow().population());
    }

    /** Against the plain definition: the first spike, in order of tick and neuron, that only one of them has. */
    @Test
    void findsTheFirstSpikeThatOnlyOneHas() {
        Random random = new Random(3);
        for (int trial = 0; trial < 500; trial++) {
            TreeSet<Integer> one = spikes(random);
            TreeSet<Integer> other = new TreeSet<>(one);
            change(other, random);
            TreeSet<Integer> odd = new TreeSet<>(one);
            odd.addAll(other);
            odd.removeIf(spike -> one.contains(spike) && other.contains(spike));

            Optional<RasterDivergence> departure = RasterDifference.between(
                            file(raster(one)), file(raster(other)), "the other")
                    .flatMap(RasterDifference::place);

            Optional<Integer> found = departure.map(place -> (int) place.tick() * 5 + place.neuron());
            assertEquals(odd.stream().findFirst(), found, "seed 3, trial " + trial);
        }
    }

    private static TreeSet<Integer> spikes(Random random) {
        TreeSet<Integer> spikes = new TreeSet<>();
        for (int i = random.nextInt(30); i > 0; i--) {
            spikes.add(random.nextInt(500));
        }
        return spikes;
    }

    private static void change(TreeSet<Integer> spikes, Random random) {
        for (int i = random.nextInt(3); i > 0; i--) {
            int spike = random.nextInt(500);
            if (!spikes.remove(spike)) {
                spikes.add(spike);
            }
        }
    }

    /** A spike is five times its tick, plus its neuron. */
    private static SpikeRaster raster(TreeSet<Integer> spikes) {
        SpikeRaster.Builder builder = SpikeRaster.builder(5);
        spikes.forEach(spike -> builder.add(spike / 5, spike % 5));
        return builder.build();
    }
}
