package ganglion.hardware.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.hardware.chip.HardwareProfile;
import ganglion.hardware.chip.Operation;
import ganglion.hardware.chip.PowerStates;
import ganglion.hardware.figure.Figure.FigureKind;
import ganglion.hardware.library.ProfileRows.Row;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The figures that ship, copied a second time from the sheet of evidence: a slip in a profile fails here. */
class ShippedFiguresTest {

    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            loihi | limits | neurons per core | 1024 | quoted
            loihi | limits | input axons per core | 4096 | quoted
            loihi | limits | output axons per core | 4096 | quoted
            loihi | limits | synapse memory per core | 128 KiB | quoted
            loihi | limits | bits of a weight | 9 | quoted
            loihi | limits | longest delay in ticks | 62 | quoted
            loihi | limits | chips in a system | 768 | quoted
            loihi | power | idle | 104 mW | fitted
            loihi | energy | synaptic operations | 23.6 pJ | quoted
            loihi | energy | neuron updates, active | 81 pJ | quoted
            loihi | energy | neuron updates, idle | 52 pJ | quoted
            loihi | energy | messages within a tile | 1.7 pJ | quoted
            loihi | energy | hops east | 3.0 pJ | quoted
            loihi | energy | hops west | 3.0 pJ | quoted
            loihi | energy | hops north | 4.0 pJ | quoted
            loihi | energy | hops south | 4.0 pJ | quoted
            loihi | time | synaptic operations | 3.5 ns | quoted
            loihi | time | neuron updates, active | 8.4 ns | quoted
            loihi | time | neuron updates, idle | 5.3 ns | quoted
            loihi | time | messages within a tile | 2.1 ns | quoted
            loihi | time | hops east | 4.1 ns | quoted
            loihi | time | hops west | 4.1 ns | quoted
            loihi | time | hops north | 6.5 ns | quoted
            loihi | time | hops south | 6.5 ns | quoted
            loihi | time-model | barrier of 1 tile | 113 ns | quoted
            loihi | time-model | barrier of 32 tiles | 465 ns | quoted
            loihi-host | power | idle | 96.0 mW | published
            loihi-host | energy | synaptic operations | 23.6 pJ | quoted
            loihi-host | energy | hops south | 4.0 pJ | quoted
            loihi-host | time | hops south | 6.5 ns | quoted
            truenorth | limits | neurons per core | 256 | quoted
            truenorth | limits | input axons per core | 256 | quoted
            truenorth | limits | longest delay in ticks | 15 | quoted
            truenorth | limits | bits of a membrane potential | 20 | quoted
            truenorth | energy | synaptic operations | 1.481 pJ | fitted
            truenorth | energy | hops east | 2.451 pJ | derived
            truenorth | power | idle | 64.43 mW | fitted
            xylo-audio-2 | limits | neurons per core | 1008 | derived
            xylo-audio-2 | limits | input neurons | 16 | published
            xylo-audio-2 | limits | output neurons | 8 | published
            xylo-audio-2 | limits | synapses out of a neuron | 72 | derived
            xylo-audio-2 | limits | bits of a weight | 8 | published
            xylo-audio-2 | limits | bits of a membrane potential | 16 | published
            xylo-audio-2 | energy | neuron accesses | 512 pJ | fitted
            xylo-audio-2 | energy | synaptic operations | 163 pJ | fitted
            xylo-audio-2 | power | idle | 219 uW | fitted
            xylo-audio-3 | limits | input neurons | 16 | published
            xylo-audio-3 | limits | output neurons | 32 | published
            xylo-audio-3 | energy | network steps | 8.3 nJ | derived
            loihi-2 | limits | neurons per core | 8192 | derived
            loihi-2 | energy | synaptic operations | 27.3 pJ | fitted
            loihi-2 | energy | neuron updates, active | 81 pJ | assumed
            loihi-2 | energy | network steps | 26.7 nJ | fitted
            loihi-2 | time | synaptic operations | 0.66 ns | quoted
            loihi-2 | time-model | barrier of 1 tile | 1.164 us | derived
            loihi-2 | power | idle | 214.6 mW | fitted
            speck | power | idle | 0.42 mW | published
            speck | energy | spikes | 4.90 nJ | fitted
            speck | limits | neurons per core | 16384 | published
            spinnaker | energy | synaptic operations | 8 nJ | quoted
            spinnaker | energy | neuron accesses | 26 nJ | quoted
            spinnaker | energy | spikes | 1.0 nJ | quoted
            spinnaker | energy | messages received | 95.9 nJ | fitted
            spinnaker | power | idle | 255 mW | quoted
            spinnaker | power | core | 16.2 mW | fitted
            spinnaker | limits | neurons per core | 255 | published
            spinnaker | limits | longest delay in ticks | 144 | published
            spinnaker-board | power | idle | 31.88 W | fitted
            spinnaker-board | power | core | 17.0 mW | fitted
            spinnaker-board | energy | messages received | 90.7 nJ | fitted
            spinnaker-board | energy | synaptic operations | 8 nJ | quoted
            spinnaker-2 | power | idle | 75 mW | quoted
            spinnaker-2 | power | core | 1.09 mW | derived
            spinnaker-2 | energy | synaptic operations | 0.23 nJ | quoted
            spinnaker-2 | energy | neuron accesses | 2.19 nJ | quoted
            dynap-se | energy | synaptic operations | 324 pJ | assumed
            dynap-se | energy | spikes | 1766 pJ | assumed
            dynap-se | energy | messages received | 6.84 nJ | assumed
            dynap-se | limits | synapses into a neuron | 64 | quoted
            akida | limits | neurons per core | 15000 | derived
            odin | energy | crossbar operations | 8.43 pJ | quoted
            odin | energy | leaks | 8.43 pJ | assumed
            odin | limits | slots in a row of the crossbar | 256 | published
            brainscales-2 | power | run | 0.2 W | fitted
            brainscales-2 | speed-up | speed-up | 1000 | quoted
            brainscales-2 | limits | synapses into a neuron | 256 | quoted
            stm32l4r5 | operating-point | clock | 120 MHz | published
            stm32l4r5 | power | run | 38.65 mW | fitted
            stm32l4r5 | processor | multiply-accumulate dense int8 | 19.92 ns | fitted
            stm32l4r5 | processor | multiply-accumulate dense float32 | 56 ns | derived
            stm32l4r5 | processor | signal logarithm | 2.408 µs | published
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
            quadro-k4000 | processor | launch | 91.5 us | fitted
            jetson-tx1 | power | idle | 2.638 W | published
            movidius-ncs | power | idle | 0.2103 W | published
            movidius-ncs2 | power | idle | 0.496 W | published
            rtx-3090 | power | idle | 30 W | published
            raspberry-pi-4 | power | idle | 3.85 W | derived
            tesla-k40c | power | idle | 84 W | published
            tesla-k40c | time-model | barrier of 1 tile | 139.7 us | fitted
            geforce-1050-ti | time | synaptic operations | 3.642 ns | fitted
            jetson-tx2 | power | run | 10.57 W | fitted
            ideal-45nm | energy | multiply-accumulates | 4.6 pJ | derived
            papers-45nm | energy | synaptic operations | 0.9 pJ | published
            papers-45nm | energy | multiply-accumulates | 4.6 pJ | derived
            ideal-45nm | arithmetic | int8 add | 0.03 pJ | published
            ideal-45nm | arithmetic | int8 multiply | 0.2 pJ | published
            ideal-45nm | arithmetic | float32 add | 0.9 pJ | published
            ideal-45nm | arithmetic | float32 multiply | 3.7 pJ | published
            ideal-45nm | memory | 8 KB SRAM | 10 pJ | published
            ideal-45nm | memory | 1 MB SRAM | 100 pJ | published
            ideal-45nm | memory | DRAM | 1.3 nJ | assumed
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
        "loihi-host, 8, 4, 4",
        "spinnaker-board, 1, 1, 768",
        "stm32l4r5, 1, 1, 1",
        "spinnaker, 1, 1, 16"
    })
    void describeTheMeshOfTheChip(String name, int width, int height, int coresPerTile) throws ProfileException {
        HardwareProfile profile = ProfileLibrary.find(name);

        assertEquals(width, profile.cores().mesh().widthTiles());
        assertEquals(height, profile.cores().mesh().heightTiles());
        assertEquals(coresPerTile, profile.cores().mesh().coresPerTile());
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
                + odin.figures()
                                .energy()
                                .get(Operation.CROSSBAR_OPERATION)
                                .figure()
                                .value()
                        * 37.5e6;
        assertEquals(477e-6, watts, 0.5e-6);
        assertEquals(
                2 / 75e6,
                odin.figures().time().get(Operation.CROSSBAR_OPERATION).value(),
                0.05e-9);
        assertEquals(27.3e-6 + 1.78e-6 * 75, odin.staticPower().orElseThrow().value(), 1e-9);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            odin | 1.3e6 | | 29.614e-6
            xylo-audio-3 | 50e6 | | 1.399e-3
            truenorth | | 0.70 | 49.33e-3
            truenorth | | 1.05 | 110.99e-3
            """)
    void followTheOperatingPoint(String name, Double hertz, Double volts, double idleWatts) throws ProfileException {
        OperatingPointRequest request = new OperatingPointRequest(optional(hertz), optional(volts), 1);

        double found =
                ProfileLibrary.find(name, request).staticPower().orElseThrow().value();

        assertEquals(idleWatts, found, 1e-3 * idleWatts);
    }

    private static OptionalDouble optional(Double value) {
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    @Test
    void keepTheCyclesOfAnOperationWhenTheClockIsLowered() throws ProfileException {
        OperatingPointRequest slow = new OperatingPointRequest(OptionalDouble.of(1.3e6), OptionalDouble.empty(), 1);

        HardwareProfile odin = ProfileLibrary.find("odin", slow);

        assertEquals(
                2 / 1.3e6,
                odin.figures().time().get(Operation.CROSSBAR_OPERATION).value(),
                1e-15);
    }

    @Test
    void leaveWhatIsUnknownAbsent() throws ProfileException {
        HardwareProfile akida = ProfileLibrary.find("akida");

        assertEquals(Map.of(), akida.figures().energy());
        assertEquals(PowerStates.UNKNOWN, akida.figures().power());
        for (String name : List.of("brainscales-2", "dynap-se")) {
            assertTrue(ProfileLibrary.find(name).staticPower().isEmpty(), name);
        }
    }
}
