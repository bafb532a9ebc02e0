package ganglion.hardware;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.hardware.ProfileSheet.Row;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The figures that ship, copied a second time from the sheet of evidence: a slip in a profile fails here. */
class ShippedFiguresTest {

    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            loihi | limits | neurons per core | 1024 | published
            loihi | limits | input axons per core | 4096 | published
            loihi | limits | output axons per core | 4096 | published
            loihi | limits | synapse memory per core | 128 KiB | published
            loihi | limits | bits of a weight | 9 | published
            loihi | limits | longest delay in ticks | 62 | unverified
            loihi | limits | chips in a system | 768 | published
            loihi | static power | one chip | 104 mW | derived
            loihi | energy | synaptic operations | 23.6 pJ | published
            loihi | energy | neuron updates, active | 81 pJ | published
            loihi | energy | neuron updates, idle | 52 pJ | published
            loihi | energy | messages within a tile | 1.7 pJ | published
            loihi | energy | hops east | 3.0 pJ | published
            loihi | energy | hops west | 3.0 pJ | published
            loihi | energy | hops north | 4.0 pJ | published
            loihi | energy | hops south | 4.0 pJ | published
            loihi | time | synaptic operations | 3.5 ns | published
            loihi | time | neuron updates, active | 8.4 ns | published
            loihi | time | neuron updates, idle | 5.3 ns | published
            loihi | time | messages within a tile | 2.1 ns | published
            loihi | time | hops east | 4.1 ns | published
            loihi | time | hops west | 4.1 ns | published
            loihi | time | hops north | 6.5 ns | published
            loihi | time | hops south | 6.5 ns | published
            loihi | time | barrier of 1 tile | 113 ns | published
            loihi | time | barrier of 32 tiles | 465 ns | published
            truenorth | limits | neurons per core | 256 | published
            truenorth | limits | input axons per core | 256 | published
            truenorth | limits | longest delay in ticks | 15 | published
            truenorth | energy | synaptic operations | 2.297 pJ | derived
            truenorth | energy | hops north | 2.3 pJ | published
            truenorth | static power | one chip | 64.43 mW | derived
            xylo-audio-2 | limits | neurons per core | 1000 | published
            xylo-audio-2 | limits | bits of a weight | 8 | published
            xylo-audio-2 | energy | network steps | 93 nJ | published
            xylo-audio-2 | static power | one chip | 219 uW | published
            cortex-m4 | energy | multiply-accumulates | 12.3 pJ | unverified
            """)
    void areThoseOfTheEvidence(String profile, String section, String name, String value, String kind)
            throws ProfileException {
        List<Row> found = ProfileSheet.of(ProfileLibrary.find(profile)).rows().stream()
                .filter(row -> row.section().equals(section) && row.name().equals(name))
                .toList();

        assertEquals(1, found.size());
        assertEquals(value, found.get(0).value());
        assertEquals(kind, found.get(0).kind());
    }

    @ParameterizedTest
    @CsvSource({"loihi, 8, 4, 4", "truenorth, 64, 64, 1", "xylo-audio-2, 1, 1, 1", "cortex-m4, 1, 1, 1"})
    void describeTheMeshOfTheChip(String name, int width, int height, int coresPerTile) throws ProfileException {
        HardwareProfile profile = ProfileLibrary.find(name);

        assertEquals(width, profile.mesh().widthTiles());
        assertEquals(height, profile.mesh().heightTiles());
        assertEquals(coresPerTile, profile.mesh().coresPerTile());
    }

    @Test
    void explainEveryDerivedAssumedOrUnverifiedFigure() {
        for (HardwareProfile profile : ProfileLibrary.builtIn()) {
            for (Row row : ProfileSheet.of(profile).rows()) {
                assertTrue(
                        row.kind().equals("published") || row.note().length() > 20,
                        profile.name() + ": " + row.toString());
            }
        }
    }
}
