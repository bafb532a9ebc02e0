package ganglion.scenario.expect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ganglion.documents.place.SourceMap;
import ganglion.kernel.MembraneTrace;
import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.neuron.LifParameters;
import ganglion.kernel.neuron.model.Lif;
import ganglion.scenario.expect.Decider.GroupScores;
import ganglion.scenario.expect.Decider.ReadOutScores;
import ganglion.scenario.model.DecisionRule;
import ganglion.scenario.model.PopulationSpec;
import ganglion.scenario.model.RandomStreams;
import ganglion.scenario.model.ReadOutRule;
import ganglion.scenario.model.Recording;
import ganglion.scenario.model.RunPoint;
import ganglion.scenario.model.Scenario;
import ganglion.scenario.model.ScenarioOverrides;
import ganglion.scenario.result.Clip;
import ganglion.scenario.result.Decision;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class DeciderTest {

    private static final List<String> LABELS = List.of("A", "B", "C");

    private static Scenario scenario(List<String> labels, String input, long marginTicks) {
        PopulationSpec out = new PopulationSpec("", "out", 3, new Lif(LifParameters.of(0.5, 1)), labels);
        return new Scenario(
                Path.of("/s.yaml"),
                new SourceMap("s.yaml", Map.of()),
                "s",
                "",
                List.of(),
                new RandomStreams(1),
                EvidenceFixture.CLOCK,
                OptionalLong.empty(),
                List.of(),
                List.of(out),
                List.of(),
                new Recording(List.of(), List.of()),
                Optional.of(new DecisionRule("/decision", "out", input, marginTicks)),
                List.of(),
                Optional.empty(),
                List.of(),
                List.of(RunPoint.ONLY),
                ScenarioOverrides.NONE,
                Map.of());
    }

    /** Two clips of the input that is decided, at ticks 0 to 10 and 20 to 30, and one of another. */
    private static List<Clip> clips() {
        return List.of(
                new Clip("ear", "a", "A", 0, 10), new Clip("other", "c", "C", 5, 9), new Clip("ear", "b", "B", 20, 30));
    }

    private static List<Decision> decide(long marginTicks, int... spikes) {
        SpikeRaster raster = EvidenceFixture.spikes(spikes);
        return Decider.decide(scenario(LABELS, "ear", marginTicks), clips(), EvidenceFixture.result(raster));
    }

    @Test
    void takesTheNeuronWithMostSpikesOfEachClip() {
        List<Decision> decisions = decide(0, 1, 0, 2, 1, 3, 0, 22, 2, 23, 2, 24, 1);

        assertEquals("A", decisions.get(0).winner());
        assertEquals(true, decisions.get(0).correct());
        assertEquals(2, decisions.get(0).spikeCounts()[0]);
        assertEquals(OptionalLong.of(1), decisions.get(0).firstSpikeTick());
        assertEquals("C", decisions.get(1).winner());
        assertEquals(false, decisions.get(1).correct());
        assertEquals(OptionalLong.of(22), decisions.get(1).firstSpikeTick());
    }

    @Test
    void breaksTiesByTheEarlierSpikeThenTheLowerNeuron() {
        List<Decision> decisions = decide(0, 1, 2, 2, 0, 3, 2, 3, 0, 21, 1, 21, 2);

        assertEquals("C", decisions.get(0).winner());
        assertEquals("B", decisions.get(1).winner());
    }

    @Test
    void countsSpikesUpToTheMargin() {
        int[] spikes = {11, 1, 12, 2, 12, 1};

        assertEquals("", decide(0, spikes).get(0).winner());
        assertEquals("B", decide(2, spikes).get(0).winner());
        assertEquals(1, decide(2, spikes).get(0).spikeCounts()[1]);
        assertEquals(12, decide(2, spikes).get(0).untilTick());
    }

    @Test
    void leavesAClipWithoutSpikesUndecided() {
        Decision decision = decide(0).get(0);

        assertEquals("", decision.winner());
        assertEquals(OptionalLong.empty(), decision.firstSpikeTick());
        assertEquals(false, decision.correct());
    }

    @Test
    void endsWithTheRun() {
        assertEquals(EvidenceFixture.TICKS, decide(1000).get(1).untilTick());
    }

    @Test
    void decidesARunWithoutClipsAsAWhole() {
        SpikeRaster raster = EvidenceFixture.spikes(5, 1, 50, 1, 60, 0);

        List<Decision> decisions =
                Decider.decide(scenario(List.of(), "", 0), List.of(), EvidenceFixture.result(raster));

        assertEquals(1, decisions.size());
        assertEquals("1", decisions.get(0).winner());
        assertEquals(EvidenceFixture.TICKS, decisions.get(0).untilTick());
    }

    private static Decision decide(ReadOutRule readOut, int neurons, MembraneTrace membranes, int... spikes) {
        PopulationSpec out = new PopulationSpec("", "out", neurons, new Lif(LifParameters.of(0.5, 1)), List.of());
        ReadOutScores scores = new ReadOutScores(readOut.score(), neurons, EvidenceFixture.spikes(spikes), membranes);
        int winner = scores.decide(readOut.delayTicks(), readOut.delayTicks() + readOut.ticks());
        return new Decision("", "", 0, 0, Integer.toString(winner), new int[0], OptionalLong.empty(), false);
    }

    @Test
    void aReadOutOfTrainersCountsFromItsDelayOnAndTakesTheLowerOfEquals() {
        ReadOutRule count = new ReadOutRule(ReadOutRule.Score.SPIKE_COUNT, 2, 5, List.of());
        ReadOutRule first = new ReadOutRule(ReadOutRule.Score.FIRST_SPIKE, 2, 5, List.of());

        assertEquals("1", decide(count, 3, null, 0, 0, 1, 0, 3, 1, 4, 2, 7, 2).winner(), "only ticks 2 to 6 count");
        assertEquals("0", decide(count, 3, null).winner(), "the first, if none fires");
        assertEquals("2", decide(first, 3, null, 3, 2, 4, 1, 5, 1).winner());
        assertEquals("1", decide(first, 3, null, 3, 1, 3, 2).winner(), "the lower of equals");
    }

    @Test
    void aSingleNeuronTellsTheSecondClassIfItFiresInMoreThanHalfOfTheTicks() {
        ReadOutRule count = new ReadOutRule(ReadOutRule.Score.SPIKE_COUNT, 0, 4, List.of("no", "yes"));

        assertEquals("0", decide(count, 1, null, 0, 0, 1, 0).winner(), "half is not more than half");
        assertEquals("1", decide(count, 1, null, 0, 0, 1, 0, 2, 0).winner());
    }

    @Test
    void potentialsDecideByTheirMeanOrTheirMaximum() {
        MembraneTrace trace = new MembraneTrace("out", 2, new double[] {9, 0, 0, 0.3, 1, 0.4, 0, 0.6});
        ReadOutRule mean = new ReadOutRule(ReadOutRule.Score.MEAN_MEMBRANE, 1, 3, List.of());
        ReadOutRule highest = new ReadOutRule(ReadOutRule.Score.MAX_MEMBRANE, 1, 3, List.of());

        assertEquals("1", decide(mean, 2, trace).winner());
        assertEquals("0", decide(highest, 2, trace).winner());
    }

    private static MembraneTrace membranes(double[][] byTick) {
        return new MembraneTrace(
                "out", 3, Arrays.stream(byTick).flatMapToDouble(Arrays::stream).toArray());
    }

    private static int group(ReadOutRule.Score score, MembraneTrace membranes, int... spikes) {
        ReadOutRule rule =
                new ReadOutRule(score, 0, 0, List.of("a", "b", "c"), List.of(List.of(0), List.of(1, 2), List.of()));
        SpikeRaster raster = EvidenceFixture.spikes(spikes);
        return new GroupScores(rule, raster, membranes).decide(0, 4, raster.countsByNeuron(0, 4));
    }

    @Test
    void neuronsVoteOnceAndOfEqualsTheHigherPotentialsWin() {
        ReadOutRule.Score score = ReadOutRule.Score.VOTES;
        double[][] low = {{5, 1, 1}, {0, 0, 0}, {0, 9, 1}, {0, 0, 0}};
        double[][] high = {{5, 1, 1}, {0, 0, 0}, {0, 9, 2}, {0, 0, 0}};

        assertEquals(1, group(score, membranes(high), 0, 0, 1, 0, 2, 0, 2, 1, 3, 2), "3 spikes are one vote");
        assertEquals(0, group(score, membranes(low), 1, 0, 2, 1), "5 against the mean of 9 and 1");
        assertEquals(1, group(score, membranes(high), 1, 0, 2, 1), "5 against the mean of 9 and 2");
    }
}
