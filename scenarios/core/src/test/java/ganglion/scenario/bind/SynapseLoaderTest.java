package ganglion.scenario.bind;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ganglion.documents.place.DocumentPath;
import ganglion.documents.quantity.TickTimes;
import ganglion.kernel.connectivity.AllToAll;
import ganglion.kernel.connectivity.ConvolutionRule.Axis;
import ganglion.kernel.connectivity.Ends;
import ganglion.kernel.network.TargetSlice;
import ganglion.kernel.parallel.TaskRunner;
import ganglion.kernel.time.Clock;
import ganglion.scenario.bind.SynapseLoader.UnfitFileException;
import ganglion.scenario.model.Connectivity;
import ganglion.scenario.model.ProjectionSpec;
import ganglion.scenario.model.ProjectionSpec.DelaySource;
import ganglion.scenario.model.ProjectionSpec.WeightSource;
import ganglion.scenario.model.RandomStreams;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SynapseLoaderTest {

    @TempDir
    private Path folder;

    private static long synapses(Connectivity connectivity) throws UnfitFileException {
        ProjectionSpec projection = new ProjectionSpec(
                "/network/projections/0",
                "in",
                "out",
                connectivity,
                new WeightSource.Constant(0.5),
                new DelaySource.Constant(1),
                Optional.empty());
        SynapseLoader.Surroundings surroundings = new SynapseLoader.Surroundings(
                new TickTimes(new Clock(0.001)), new RandomStreams(1), TaskRunner.SEQUENTIAL);
        return new SynapseLoader(projection, 0, new Ends(4, 4, false), List.of(TargetSlice.whole(4)), surroundings)
                .load()
                .count();
    }

    /** No kind falls back to another: each has its own number of synapses from four neurons to four. */
    @Test
    void everyKindOfConnectivityIsLoaded() throws Exception {
        Path file = Files.writeString(folder.resolve("list.csv"), "source,target,weight\n0,1,1\n2,3,1\n");
        DocumentPath list = new DocumentPath("list.csv", file.toAbsolutePath());
        List<Connectivity> kinds = List.of(
                new Connectivity.AllToAll(),
                new Connectivity.OneToOne(),
                new Connectivity.EdgeList(list, ""),
                new Connectivity.Rule(new AllToAll(true)),
                new Connectivity.Convolved(1, 1, 1, Axis.NONE, new Axis(4, 3, 1, 1, 1, 0)));

        Set<Class<?>> permitted =
                Stream.of(Connectivity.class.getPermittedSubclasses()).collect(Collectors.toSet());
        assertEquals(permitted, kinds.stream().map(Object::getClass).collect(Collectors.toSet()));
        assertEquals(16, synapses(kinds.get(0)));
        assertEquals(4, synapses(kinds.get(1)));
        assertEquals(2, synapses(kinds.get(2)));
        assertEquals(16, synapses(kinds.get(3)));
        assertEquals(10, synapses(kinds.get(4)));
        assertThrows(IllegalArgumentException.class, () -> synapses(null));
    }
}
