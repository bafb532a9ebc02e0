package ganglion.scenario.future;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.kernel.ActivityCounts;
import ganglion.kernel.RunState;
import ganglion.kernel.SimulationResult;
import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.parallel.TaskRunner;
import ganglion.kernel.random.CounterRandom;
import ganglion.runtime.ThreadedTasks;
import ganglion.scenario.expect.Decider;
import ganglion.scenario.format.ScenarioFiles;
import ganglion.scenario.model.ScenarioOverrides;
import ganglion.scenario.result.Decision;
import ganglion.scenario.result.RunProgress;
import ganglion.scenario.result.RunSettings;
import ganglion.scenario.run.Replay;
import ganglion.scenario.run.ScenarioRunner;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Futures of runs whose decisions can be told by hand, or that must come out as the run did. */
final class DecisionFuturesTest {

    private static final RunSettings ONE_THREAD = new RunSettings(1000, 1);

    @TempDir
    private Path folder;

    private Replay replay(String text, long ticks) throws Exception {
        Path file = Files.writeString(folder.resolve("s.yaml"), text);
        return Replay.of(ScenarioFiles.read(file, ScenarioOverrides.NONE), ticks, false, ONE_THREAD, RunProgress.NONE);
    }

    private static FutureRules rules(int futures, int moments, long jitterTicks, double deletion) {
        return new FutureRules(futures, moments, jitterTicks, deletion, 0.99);
    }

    private static DecisionFutures futures(Replay replay, FutureRules rules, TaskRunner threads) {
        return new DecisionFutures(
                replay.scenario(), replay.network(), replay.spikes(), replay.clips(), rules, threads);
    }

    /** The decisions of a replay, which holds no potentials. */
    private static List<Decision> decisions(Replay replay) {
        SimulationResult result = new SimulationResult(
                replay.network(), replay.ticks(), replay.spikes(), new ActivityCounts(0, 0, 0), List.of());
        return Decider.decide(replay.scenario(), replay.clips(), result);
    }

    /** Every kind of state that a network can have: adaptation, currents, drives, weights that change, generators, delays, loops. */
    private static final String MANIFOLD = """
            scenario: manifold
            seed: 7
            clock: {tick: 1 ms, duration: 300 ms}
            inputs:
              - {name: noise, poisson: {rate: 40 Hz}, size: 10}
              - {name: beat, regular: {period: 13 ms}, size: 2}
            network:
              populations:
                - {name: a, size: 12, model: lif, parameters: {beta: 0.95, threshold: 1, bias: 0.03, refractory: 3 ms}}
                - {name: b, size: 6, model: izhikevich, parameters: {bias: 4}}
                - {name: c, size: 6, model: adaptive-lif, parameters: {beta: 0.9, threshold: 1, adaptation: {increment: 0.2, decay: 0.98}}}
              projections:
                - {from: noise, to: a, weights: 0.3, delay: 2 ms, plasticity: {stdp: {largest-weight: 1, learning-rate: 0.05, depression: 1.1}}}
                - {from: a, to: a, connectivity: {rule: bernoulli, probability: 0.3}, weights: 0.2, delay: 7 ms}
                - {from: beat, to: b, weights: 9, delay: 4 ms}
                - {from: a, to: b, weights: 1.5, delay: 11 ms}
                - {from: b, to: c, connectivity: {rule: bernoulli, probability: 0.5}, weights: 0.3, delay: 3 ms}
                - {from: noise, to: c, connectivity: {rule: bernoulli, probability: 0.5}, weights: 0.7}
            decision: {population: c}
            """;

    /** A state is all that the future needs: with the same input it goes on as the run did, to the last spike. */
    @ParameterizedTest
    @ValueSource(longs = {0, 1, 37, 150, 299})
    void theFutureWithTheSameInputIsTheRun(long tick) throws Exception {
        Replay replay = replay(MANIFOLD, 300);
        assertTrue(replay.spikes().stream().allMatch(spikes -> spikes.size() > 10), replay.spikes()::toString);
        InputSpikes inputs = new InputSpikes(replay.network(), replay.spikes(), rules(1, 1, 0, 0));
        RunStates states = new RunStates(replay.network(), List.of());
        states.at(tick / 2);
        RunState state = states.at(tick);

        SimulationResult future = new OtherInput(replay.network(), inputs, List.of(), state)
                .until(300, population -> inputs.after(tick, population, Ending.own(300), CounterRandom.of(1, 1)));

        for (int p = 0; p < replay.spikes().size(); p++) {
            assertEquals(
                    replay.spikes().get(p).between(tick, 300),
                    future.spikes().get(p).between(tick, 300));
        }
    }

    /**
     * Neuron 0 fires at ticks 1 to 10 and neuron 1 at ticks 11 to 30, each a tick after its input. If the input falls silent before tick t, the
     * second has t - 10, as its input has fired at ticks 10 to t - 1, and wins with more than the 10 of the first.
     */
    private static final String TWO_VOICES = """
            scenario: two-voices
            clock: {tick: 1 ms, duration: 32 ms}
            inputs: [{name: taps, spikes: taps.csv, size: 2}]
            network:
              populations: [{name: out, size: 2, model: lif, parameters: {beta: 0, threshold: 1}, labels: [first, second]}]
              projections: [{from: taps, to: out, connectivity: one-to-one, weights: 1}]
            decision: {population: out}
            """;

    private Replay twoVoices() throws Exception {
        StringBuilder taps = new StringBuilder("tick,neuron\n");
        IntStream.range(0, 30).forEach(tick -> taps.append(tick + "," + (tick < 10 ? 0 : 1) + "\n"));
        Files.writeString(folder.resolve("taps.csv"), taps);
        return replay(TWO_VOICES, 32);
    }

    @Test
    void aDecisionIsCertainWhenSilenceNoLongerTurnsIt() throws Exception {
        Replay replay = twoVoices();
        DecisionCurve curve = futures(replay, rules(3, 32, 0, 0), TaskRunner.SEQUENTIAL)
                .curves(decisions(replay), List.of(0), share -> {})
                .get(0);

        assertEquals("second", curve.decision().winner());
        assertEquals(32, curve.moments().size());
        assertEquals(1, curve.endings());
        for (FutureMoment moment : curve.moments()) {
            assertEquals(new SameWinner(3, 3), moment.own());
            assertEquals(new SameWinner(moment.tick() - 10 > 10 ? 1 : 0, 1), moment.other());
        }
        assertEquals(21, curve.certainFrom(0.99));
        assertEquals(
                0, new DecisionCurve(0, curve.decision(), 0, List.of(certain(0), certain(5)), 1).certainFrom(0.99));
        assertEquals(
                5,
                new DecisionCurve(0, curve.decision(), 0, List.of(certain(0), open(3), certain(5)), 1)
                        .certainFrom(0.99));
        assertEquals(32, new DecisionCurve(0, curve.decision(), 0, List.of(certain(0), open(3)), 1).certainFrom(0.99));
        assertEquals(0, new DecisionCurve(0, curve.decision(), 0, List.of(open(0)), 1).certainFrom(0.9));
    }

    private static FutureMoment certain(long tick) {
        return new FutureMoment(tick, new SameWinner(20, 20), new SameWinner(20, 20));
    }

    private static FutureMoment open(long tick) {
        return new FutureMoment(tick, new SameWinner(20, 20), new SameWinner(19, 20));
    }

    /** All later spikes are left out: the clip that goes on is silence. */
    @Test
    void spikesAreLeftOut() throws Exception {
        Replay replay = twoVoices();
        DecisionCurve curve = futures(replay, rules(2, 32, 0, 1), TaskRunner.SEQUENTIAL)
                .curves(decisions(replay), List.of(0), share -> {})
                .get(0);

        curve.moments()
                .forEach(moment ->
                        assertEquals(moment.tick() > 20 ? 2 : 0, moment.own().agreeing()));
    }

    @Test
    void curvesDependOnTheSeedAndNotOnThreads() throws Exception {
        Replay replay = replay(MANIFOLD.replace("{population: c}", "{population: c, read-out: spike-count}"), 300);
        List<Decision> decisions = decisions(replay);
        FutureRules rules = rules(12, 9, 20, 0.5);

        List<DecisionCurve> one = futures(replay, rules, TaskRunner.SEQUENTIAL).curves(decisions, List.of(0), s -> {});
        List<DecisionCurve> three = futures(replay, rules, new ThreadedTasks(3)).curves(decisions, List.of(0), s -> {});

        assertEquals(one.get(0).moments(), three.get(0).moments());
        assertTrue(one.get(0).moments().stream().anyMatch(moment -> moment.own().agreeing() < 12), one::toString);
        InputSpikes inputs = new InputSpikes(replay.network(), replay.spikes(), rules);
        SpikeRaster some = inputs.after(50, 0, Ending.own(300), CounterRandom.of(1, 2));
        assertEquals(some, inputs.after(50, 0, Ending.own(300), CounterRandom.of(1, 2)));
        assertNotEquals(some, inputs.after(50, 0, Ending.own(300), CounterRandom.of(1, 3)));
        assertTrue(some.size() > 0 && some.tick(0) >= 50 && some.tick(some.size() - 1) < 300);
        assertNotEquals(replay.spikes().get(0).between(50, 300), some);
    }

    /** Decisions by potentials need those of the run from its start. */
    @Test
    void potentialsDecideLikeInTheRun() throws Exception {
        String text = TWO_VOICES
                        .replace("{beta: 0, threshold: 1}", "{beta: 0.9, threshold: 100}")
                        .replace("decision: {population: out}", "decision: {population: out, read-out: mean-membrane}")
                + "record: {membrane: [out]}\n";
        twoVoices();
        Replay replay = replay(text, 32);
        List<Decision> decisions = ScenarioRunner.run(replay.scenario(), ONE_THREAD, RunProgress.NONE)
                .decisions();
        DecisionCurve curve = futures(replay, rules(1, 32, 0, 0), TaskRunner.SEQUENTIAL)
                .curves(decisions, List.of(0), share -> {})
                .get(0);

        assertEquals("second", curve.decision().winner());
        curve.moments().forEach(moment -> assertEquals(1, moment.own().agreeing()));
        assertEquals(0, curve.moments().get(15).other().agreeing());
        assertEquals(1, curve.moments().get(31).other().agreeing());
    }
}
