package ganglion.report.cause;

import com.fasterxml.jackson.databind.JsonNode;
import ganglion.documents.InputException;
import ganglion.documents.Problem;
import ganglion.kernel.cause.SpikeId;
import ganglion.report.run.RecordedDecisions;
import ganglion.scenario.cause.Causes;
import ganglion.scenario.cause.NeuronOrigins;
import ganglion.scenario.cause.Pruning;
import ganglion.scenario.model.PopulationSpec;
import ganglion.scenario.model.ReadOutRule;
import ganglion.scenario.model.Scenario;
import ganglion.scenario.result.RunProgress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** Asks of a finished run why a decision was taken: what the spikes of the winner came from, and those of the label beside it. */
public final class DecisionQuestion {

    private static final String OPTION = "--decision";

    private final AskedRun run;
    private final JsonNode decision;
    private final long restsUntilTick;
    private final List<Voice> voices;
    private final Optional<RunnerUp> runnerUp;

    private DecisionQuestion(
            AskedRun run, JsonNode decision, long restsUntilTick, List<Voice> voices, Optional<RunnerUp> runnerUp) {
        this.runnerUp = runnerUp;
        this.run = run;
        this.decision = decision;
        this.restsUntilTick = restsUntilTick;
        this.voices = voices;
    }

    /**
     * One neuron that spoke for a class.
     *
     * @param label the class
     * @param origins what its spikes came from
     */
    public record Voice(String label, NeuronOrigins origins) {}

    /**
     * Makes a run again up to the end of a decision, or up to when it was taken before.
     *
     * @param which the clip as the scenario names it, or the number of the decision, from 0
     * @throws InputException if there is no such decision, it has no winner, or it was not taken by spikes
     */
    public static DecisionQuestion of(AskedRun.Source source, String which, Pruning pruning, RunProgress progress)
            throws InputException {
        Scenario scenario = source.scenario();
        JsonNode decision = source.decisions().get(NamedDecisions.find(OPTION, source.decisions(), which));
        PopulationSpec readOut = scenario.decision()
                .flatMap(rule -> scenario.population(rule.population()))
                .orElseThrow(() -> problem("found a run without decisions"));
        ReadOutRule rule = scenario.decision().orElseThrow().readOut();
        if (rule.score().ofMembranes()) {
            throw problem(
                    "found decisions by membrane potentials, expected decisions by spikes; --missing takes the potential"
                            + " of a neuron of " + readOut.name() + " at a tick apart");
        }
        long from = decision.path("fromTick").asLong(-1);
        long until = RecordedDecisions.decision(decision, scenario.clock().tickSeconds())
                .restsUntilTick();
        if (decision.path("winner").asText().isEmpty() || from < 0 || until <= from) {
            throw problem(
                    "found the decision '" + which + "', in which no neuron fired; --missing tells why one did not");
        }
        if (decision.path("untilTick").asLong()
                > Math.max(
                        source.ticks(),
                        source.recorded().result().at("/run/plannedTicks").asLong())) {
            throw problem(
                    "found the decision '" + which + "', which ends after the run, expected it as the run wrote it");
        }
        Map<Integer, String> speakers = speakers(decision, rule, readOut);
        AskedRun run = source.replay(until, progress);
        Causes causes = run.causes(pruning);
        int population = run.populations().indexOf(readOut.name());
        int[] counts = run.replay().spikes().get(population).countsByNeuron(from, until);
        Optional<RunnerUp> runnerUp = RunnerUp.of(decision.path("winner").asText(), counts, rule, readOut);
        runnerUp.ifPresent(next -> speakers.putIfAbsent(next.neuron(), next.label()));
        List<Voice> voices = new ArrayList<>();
        for (Map.Entry<Integer, String> speaker : speakers.entrySet()) {
            voices.add(new Voice(
                    speaker.getValue(),
                    causes.origins(population, speaker.getKey(), from, until)
                            .orElseThrow(() -> problem("found " + readOut.name() + " of the model "
                                    + readOut.model().name() + ", whose potentials are no sums of their inputs"))));
        }
        return new DecisionQuestion(run, decision, until, voices, runnerUp);
    }

    /** The neurons that speak for the winner, then those for the label, with their classes. */
    private static Map<Integer, String> speakers(JsonNode decision, ReadOutRule rule, PopulationSpec readOut)
            throws InputException {
        String winner = decision.path("winner").asText();
        Map<Integer, String> speakers = new LinkedHashMap<>(speakers(winner, rule, readOut));
        if (speakers.isEmpty()) {
            throw problem("found a decision for '" + winner + "', which no neuron of " + readOut.name()
                    + " stands for; expected result.json as the run wrote it");
        }
        speakers(decision.path("label").asText(), rule, readOut).forEach(speakers::putIfAbsent);
        return speakers;
    }

    /** The neurons that a class is decided by, and the class that each speaks for: of two that one neuron tells, the second. */
    static Map<Integer, String> speakers(String label, ReadOutRule rule, PopulationSpec readOut) {
        int place = rule.classes().indexOf(label);
        Map<Integer, String> speakers = new LinkedHashMap<>();
        if (rule.classes().isEmpty()) {
            IntStream.range(0, readOut.size())
                    .filter(neuron -> readOut.neuronName(neuron).equals(label))
                    .forEach(neuron -> speakers.put(neuron, label));
        } else if (place >= 0 && rule.groups().isEmpty()) {
            speakers.put(0, rule.classes().get(rule.classes().size() - 1));
        } else if (place >= 0) {
            rule.groups().get(place).forEach(neuron -> speakers.put(neuron, label));
        }
        return speakers;
    }

    /** What is wrong with the question. */
    static InputException problem(String message) {
        return new InputException(new Problem(OPTION, 0, "", message));
    }

    /** The run, made again. */
    public AskedRun run() {
        return run;
    }

    /** The decision as the result of the run has it. */
    public JsonNode decision() {
        return decision;
    }

    /** The tick before which all spikes came that the decision rests on: its end, unless it was taken before. */
    public long restsUntilTick() {
        return restsUntilTick;
    }

    /** The neuron that fired most but for the winner; empty where neurons do not stand for classes by their spikes. */
    public Optional<RunnerUp> runnerUp() {
        return runnerUp;
    }

    /** The neurons of the winner, those of the label if that is another, and the runner-up. */
    public List<Voice> voices() {
        return voices;
    }

    /** The middle of the band of sound that a neuron of an input hears; empty for other inputs. */
    public OptionalDouble bandHertz(NeuronOrigins.Source source) {
        long tick = decision.path("fromTick").asLong();
        Optional<HeardSpike> heard = run.heard(new SpikeId(source.population(), source.neuron(), tick));
        return heard.map(HeardSpike::bandHertz).orElse(OptionalDouble.empty());
    }
}
