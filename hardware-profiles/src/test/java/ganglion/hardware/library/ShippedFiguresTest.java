package ganglion.hardware.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.hardware.chip.HardwareProfile;
import ganglion.hardware.chip.Operation;
import ganglion.hardware.figure.FigureKind;
import ganglion.hardware.text.ProfileRows;
import ganglion.hardware.text.ProfileRows.Row;
import java.util.List;
import java.util.Map;
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
            loihi | limits | longest delay in ticks | 62 | quoted
            loihi | limits | chips in a system | 768 | published
            loihi | power | idle | 104 mW | derived
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
            truenorth | power | idle | 64.43 mW | derived
            xylo-audio-2 | limits | neurons per core | 1000 | published
            xylo-audio-2 | limits | bits of a weight | 8 | published
            xylo-audio-2 | energy | network steps | 93 nJ | published
            xylo-audio-2 | power | idle | 219 uW | published
            xylo-audio-2 | limits | bits of a membrane potential | 16 | published
            loihi-sanafe | energy | neuron accesses | 51.2 pJ | published
            loihi-sanafe | energy | neuron updates on top of accesses | 21.6 pJ | published
            loihi-sanafe | energy | spikes | 69.3 pJ | published
            loihi-sanafe | energy | messages sent | 111 pJ | published
            loihi-sanafe | energy | hops west | 3.0 pJ | published
            loihi-sanafe | energy | hops south | 4.2 pJ | published
            loihi-sanafe | time | spikes | 30 ns | published
            loihi-sanafe | time | messages received | 16 ns | published
            loihi-sanafe | time | messages sent | 5.1 ns | published
            loihi-sanafe | time | barrier of 29 tiles | 1.8 us | published
            loihi-sanafe | limits | messages in a link | 16 | published
            loihi-sanafe | unit dense-synapse | energy of synaptic operations | 35.5 pJ | published
            loihi-sanafe | unit sparse-synapse | energy of synaptic operations | 33.6 pJ | published
            loihi-sanafe | unit convolution-synapse | energy of synaptic operations | 24.0 pJ | published
            loihi-sanafe | unit sparse-synapse | time of synaptic operations | 4.7 ns | published
            loihi-2 | limits | neurons per core | 8192 | derived
            spinnaker | energy | synaptic operations | 13.3 nJ | quoted
            spinnaker | energy | neuron accesses | 26 nJ | quoted
            spinnaker | energy | spikes | 0.8 nJ | quoted
            spinnaker | power | idle | 0.36 W | quoted
            spinnaker | limits | longest delay in ticks | 16 | published
            spinnaker-2 | energy | synaptic operations | 0.45 nJ | quoted
            spinnaker-2 | energy | neuron accesses | 2.19 nJ | quoted
            dynap-se | energy | synaptic operations | 324 pJ | assumed
            dynap-se | energy | spikes | 1766 pJ | assumed
            dynap-se | energy | messages received | 6.84 nJ | assumed
            dynap-se | limits | synapses into a neuron | 64 | published
            akida | limits | neurons per core | 15000 | derived
            odin | energy | crossbar operations | 8.43 pJ | published
            odin | power | idle | 160.8 µW | derived
            odin | operating point | clock | 75 MHz | published
            odin | time | crossbar operations | 26.67 ns | published
            odin | limits | slots in a row of the crossbar | 256 | published
            brainscales-2 | time | speed-up | 1000 | published
            brainscales-2 | limits | synapses into a neuron | 256 | published
            stm32l4r5 | operating point | clock | 120 MHz | published
            stm32l4r5 | power | run | 38.65 mW | fitted
            stm32l4r5 | processor | int8 multiply-accumulate, dense | 19.92 ns | fitted
            stm32l4r5 | processor | float32 multiply-accumulate, dense | 56 ns | derived
            stm32l4r5 | signal processing | logarithm | 2.408 µs | published
            stm32u575 | power | run | 23.87 mW | fitted
            stm32h7a3 | power | run | 135.2 mW | fitted
            efr32mg24 | power | run | 8.716 mW | fitted
            efr32mg24 | power | idle | 4.52 mW | derived
            rx65n | power | run | 51.14 mW | fitted
            gap9 | power | run | 19.38 mW | fitted
            gap9 | power | sleep | 45 uW | quoted
            ndp120 | power | run | 6.374 mW | fitted
            xeon-e5-2630 | power | idle | 17 W | published
            xeon-e5-2630 | processor | call | 411 us | fitted
            quadro-k4000 | power | idle | 14.97 W | published
            quadro-k4000 | processor | launch of a layer | 91.5 us | fitted
            jetson-tx1 | power | idle | 2.638 W | published
            movidius-ncs | power | idle | 0.2103 W | published
            movidius-ncs2 | power | idle | 0.496 W | published
            rtx-3090 | power | idle | 30 W | published
            raspberry-pi-4 | power | idle | 3.85 W | derived
            tesla-k40c | power | idle | 84 W | published
            tesla-k40c | time | barrier of 1 tile | 139.7 us | fitted
            geforce-1050-ti | time | synaptic operations | 3.642 ns | fitted
            jetson-tx2 | power | run | 10.57 W | fitted
            ideal-45nm | energy | multiply-accumulates | 4.6 pJ | derived
            ideal-45nm | arithmetic | int8 addition | 0.03 pJ | published
            ideal-45nm | arithmetic | int8 multiplication | 0.2 pJ | published
            ideal-45nm | arithmetic | float32 addition | 0.9 pJ | published
            ideal-45nm | arithmetic | float32 multiplication | 3.7 pJ | published
            ideal-45nm | memory | access to 8 KB SRAM | 10 pJ | published
            ideal-45nm | memory | access to 1 MB SRAM | 100 pJ | published
            ideal-45nm | memory | access to DRAM | 1.3 nJ | assumed
            """)
    void areThoseOfTheEvidence(String profile, String section, String name, String value, String kind)
            throws ProfileException {
        List<Row> found = ProfileRows.of(ProfileLibrary.find(profile)).rows().stream()
                .filter(row -> row.section().equals(section) && row.name().equals(name))
                .toList();

        assertEquals(1, found.size());
        assertEquals(value, found.get(0).figure().text());
        assertEquals(kind, found.get(0).figure().kind().word());
    }

    @ParameterizedTest
    @CsvSource({
        "loihi, 8, 4, 4",
        "truenorth, 64, 64, 1",
        "xylo-audio-2, 1, 1, 1",
        "stm32l4r5, 1, 1, 1",
        "loihi-sanafe, 8, 4, 4",
        "spinnaker, 1, 1, 16"
    })
    void describeTheMeshOfTheChip(String name, int width, int height, int coresPerTile) throws ProfileException {
        HardwareProfile profile = ProfileLibrary.find(name);

        assertEquals(width, profile.mesh().widthTiles());
        assertEquals(height, profile.mesh().heightTiles());
        assertEquals(coresPerTile, profile.mesh().coresPerTile());
    }

    @Test
    void explainEveryFigureThatWasNotRead() {
        for (HardwareProfile profile : ProfileLibrary.builtIn()) {
            for (Row row : ProfileRows.of(profile).rows()) {
                assertTrue(
                        row.figure().kind() == FigureKind.PUBLISHED
                                || row.figure().kind() == FigureKind.QUOTED
                                || row.note().length() > 20,
                        profile.name() + ": " + row.toString());
            }
        }
    }

    @Test
    void addUpWhereTheSourceGivesTheSum() throws ProfileException {
        HardwareProfile odin = ProfileLibrary.find("odin");

        double watts = odin.staticPower().orElseThrow().value()
                + odin.energy().get(Operation.CROSSBAR_OPERATION).figure().value() * 37.5e6;
        assertEquals(477e-6, watts, 0.5e-6);
        assertEquals(2 / 75e6, odin.time().get(Operation.CROSSBAR_OPERATION).value(), 0.05e-9);
        assertEquals(27.3e-6 + 1.78e-6 * 75, odin.staticPower().orElseThrow().value(), 1e-9);
    }

    @Test
    void leaveWhatIsUnknownAbsent() throws ProfileException {
        for (String name : List.of("loihi-2", "akida")) {
            assertEquals(Map.of(), ProfileLibrary.find(name).energy(), name);
            assertTrue(ProfileLibrary.find(name).staticPower().isEmpty(), name);
        }
        for (String name : List.of("spinnaker-2", "dynap-se", "loihi-sanafe")) {
            assertTrue(ProfileLibrary.find(name).staticPower().isEmpty(), name);
        }
    }
}
