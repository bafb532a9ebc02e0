package ganglion.scenario.nodes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ganglion.documents.InputException;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.NetworkSlice;
import ganglion.kernel.network.NetworkSummary;
import ganglion.kernel.parallel.TaskRunner;
import ganglion.kernel.schedule.ProjectionOutline;
import ganglion.scenario.bind.NetworkBinder;
import ganglion.scenario.bind.SampleClips;
import ganglion.scenario.bind.Stimulus;
import ganglion.scenario.clip.SoundClips;
import ganglion.scenario.format.ScenarioFiles;
import ganglion.scenario.model.Scenario;
import ganglion.scenario.model.ScenarioOverrides;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is known before the synapses are there, against the synapses. */
class ProjectionOutlinesTest {

    @TempDir
    private Path folder;

    private Scenario scenario;
    private Network network;

    private List<ProjectionOutline> outlines(String projections) throws IOException, InputException {
        Path file = Files.writeString(folder.resolve("s.yaml"), """
            scenario: outlines
            seed: 3
            clock: {tick: 1 ms, duration: 100 ms}
            network:
              populations:
                - {name: a, size: 200, model: lif, parameters: {beta: 0.9, threshold: 1}}
                - {name: b, size: 300, model: lif, parameters: {beta: 0.9, threshold: 1}}
              projections:
            """ + projections.indent(4));
        scenario = ScenarioFiles.read(file, ScenarioOverrides.NONE);
        Stimulus stimulus = SoundClips.hear(scenario, TaskRunner.SEQUENTIAL, fraction -> {})
                .with(SampleClips.read(scenario, fraction -> {}));
        network = NetworkBinder.bind(scenario, stimulus, TaskRunner.SEQUENTIAL, fraction -> {});
        return ProjectionOutlines.of(
                scenario,
                NetworkBinder.bind(scenario, stimulus, NetworkSlice.SKELETON, TaskRunner.SEQUENTIAL, fraction -> {}));
    }

    @Test
    void agreesWithTheSynapses() throws Exception {
        List<ProjectionOutline> outlines = outlines("""
            - {from: a, to: b, weights: 0.1, delay: 7 ms}
            - {from: a, to: b, connectivity: {rule: fixed-in-degree, degree: 12}, weights: 0.1, delay: 3 ms}
            - {from: b, to: b, connectivity: {rule: bernoulli, probability: 0.2}, weights: 0.1}
            """);

        NetworkSummary whole = NetworkSummary.of(network);
        assertEquals(3, outlines.size());
        for (int p = 0; p < outlines.size(); p++) {
            long synapses = whole.projections().get(p).count();
            assertEquals(synapses, outlines.get(p).synapses(), 0.1 * synapses);
            assertEquals(
                    whole.projections().get(p).smallestDelayTicks(),
                    outlines.get(p).leadTicks());
        }
    }

    @Test
    void countsADelayAsShortWhereItIsTakenUpWithShorterOnes() throws Exception {
        List<ProjectionOutline> outlines = outlines("""
            - {from: b, to: a, connectivity: {rule: fixed-in-degree, degree: 12}, weights: 0.1, delay: 50 ms}
            - from: b
              to: a
              connectivity: {rule: fixed-in-degree, degree: 12}
              weights: {distribution: normal, mean: 0, deviation: 0.02}
              delay: 40 ms
            - from: a
              to: a
              connectivity: {rule: fixed-in-degree, degree: 12}
              weights: 0.1
              delay: {distribution: uniform, low: 2 ms, high: 9 ms}
            - from: a
              to: b
              connectivity: {rule: fixed-in-degree, degree: 12}
              weights: {distribution: normal, mean: 0, deviation: 0.02}
              delay: 40 ms
            """);

        assertEquals(
                List.of(50, 2, 2, 40),
                outlines.stream().map(ProjectionOutline::leadTicks).toList());
    }

    @Test
    void knowsNothingOfListedSynapses() throws Exception {
        Files.writeString(folder.resolve("edges.csv"), "source,target,weight\n0,0,1\n");

        assertEquals(List.of(), outlines("""
            - {from: a, to: b, connectivity: edges.csv}
            """));
    }
}
