package ganglion.scenario.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ganglion.documents.quantity.TickTimes;
import ganglion.documents.table.TableException;
import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.network.Synapses;
import ganglion.kernel.network.TargetSlice;
import ganglion.kernel.time.Clock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListsTest {

    private static final TickTimes TIMES = new TickTimes(new Clock(0.001));

    @TempDir
    private Path folder;

    private Path write(String content) throws IOException {
        return Files.writeString(folder.resolve("list.csv"), content.replace('~', '\n'));
    }

    private Synapses edges(String content) throws Exception {
        return EdgeLists.read(
                write(content),
                "",
                new EdgeLists.Limits(3, 2, 4),
                TargetSlice.whole(2).shares(2),
                new EdgeLists.Delays(5, TIMES::delayTicks));
    }

    private SpikeRaster spikes(String content) throws Exception {
        return SpikeLists.read(write(content), 3, 4, Long.MAX_VALUE, TIMES::nearestTick);
    }

    @Test
    void readsSynapsesWithTheirDelays() throws Exception {
        Synapses synapses = edges("source,target,weight,delay~2,1,0.5,3~0,1,-1,2 ms~0,0,2,1 tick~");

        assertEquals(3, synapses.count());
        assertEquals(2, synapses.outDegree(0));
        assertEquals(0, synapses.outDegree(1));
        assertEquals(2, synapses.weight(0, 0));
        assertEquals(1, synapses.delayTicks(0, 0));
        assertEquals(-1, synapses.weight(0, 1));
        assertEquals(2, synapses.delayTicks(0, 1));
        assertEquals(3, synapses.delayTicks(2, 0));
    }

    @Test
    void fillsInTheDelayOfTheProjection() throws Exception {
        assertEquals(5, edges("source, target, weight~1,1,0.5~").delayTicks(1, 0));
    }

    @Test
    void readsAListOfNoSynapses() throws Exception {
        assertEquals(0, edges("source,target,weight~").count());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        ``                             | is empty, expected the header source,target,weight or source,target,weight,delay
        from,to~                       | line 1: found the header "from,to", expected source,target,weight or source,target,weight,delay
        source,target,weight~3,0,1     | line 2: found source 3, expected 0 to 2
        source,target,weight~0,2,1     | line 2: found target 2, expected 0 to 1
        source,target,weight~-1,0,1    | line 2: found source "-1", expected a whole number from 0
        source,target,weight~0,0,NaN   | line 2: found "NaN", expected a finite number
        source,target,weight~0,0       | line 2: found 2 fields, expected source,target,weight
        source,target,weight,delay~0,0,1,0 | line 2: found a delay of "0", expected at least 1 tick (1 ms) and at most 2147483647 ticks
        source,target,weight,delay~0,0,1,1 kg | line 2: found "1 kg", expected a time such as 3.5 ns (s, ms, us, ns, ps)
        source,target,weight~0,0,1~0,0,1~0,0,1~0,0,1~0,0,1 | line 6: found more than 4 synapses
        """)
    void refusesSynapsesThatDoNotFit(String content, String message) {
        assertEquals(
                message,
                assertThrows(TableException.class, () -> edges(content == null ? "" : content))
                        .getMessage());
    }

    @Test
    void readsSpikesByTimeInAnyOrder() throws Exception {
        SpikeRaster expected =
                SpikeRaster.builder(3).add(2, 1).add(2, 2).add(10, 0).build();

        assertEquals(expected, spikes("time,neuron~0.01,0~2 ms,2~0.0023,1~"));
    }

    @Test
    void readsSpikesByTick() throws Exception {
        assertEquals(SpikeRaster.builder(3).add(7, 2).build(), spikes("tick,neuron~7,2~"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        neuron,time~            | line 1: found the header "neuron,time", expected time,neuron or tick,neuron
        time,neuron~-1,0        | line 2: found "-1 s", expected a time of at least 0 s
        time,neuron~x,0         | line 2: found "x", expected a time such as 3.5 ns (s, ms, us, ns, ps)
        time,neuron~1,3         | line 2: found neuron 3, expected 0 to 2
        tick,neuron~1.5,0       | line 2: found tick "1.5", expected a whole number from 0
        time,neuron~1,0~900,1   | found times up to 900 s, in whole numbers; are they milliseconds? Then give their unit, as in 12 ms, or else as in 12 s
        tick,neuron~1,0~2,0~3,0~4,0~5,0 | line 6: found more than 4 spikes
        """)
    void refusesSpikesThatDoNotFit(String content, String message) {
        assertEquals(
                message,
                assertThrows(TableException.class, () -> spikes(content)).getMessage());
    }
}
