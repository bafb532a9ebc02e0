package ganglion.report.cause;

import com.fasterxml.jackson.databind.JsonNode;
import ganglion.documents.InputException;
import ganglion.documents.table.Table;
import ganglion.documents.table.Table.Cell;
import ganglion.documents.table.Table.Column;
import ganglion.report.cause.Answer.Part;
import ganglion.report.run.RecordedDecisions;
import ganglion.scenario.cause.Causes;
import ganglion.scenario.cause.Origins;
import ganglion.scenario.cause.Origins.InputNeuron;
import ganglion.scenario.model.PopulationSpec;
import ganglion.scenario.model.ReadOutRule;
import ganglion.scenario.model.Scenario;
import ganglion.scenario.result.Decision;
import ganglion.scenario.result.RunProgress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Asks of a finished run why a decision was taken: what the spikes of the winner came from, and those of the label beside it. */
public final class DecisionQuestion {

    private static final String OPTION = "--decision";

    /** Decisions that a message names. */
    private static final int NAMED_DECISIONS = 8;

    /** Neurons of inputs that a table names for each that spoke, and neurons that there is a column for. */
    private static final int ROWS = 16;

    private static final int COLUMNS = 6;

    private final AskedRun run;
    private final Decision decision;
    private final List<Voice> voices;
    private final Optional<RunnerUp> runnerUp;

    private DecisionQuestion(AskedRun run, Decision decision, List<Voice> voices, Optional<RunnerUp> runnerUp) {
        this.run = run;
        this.decision = decision;
        this.voices = voices;
        this.runnerUp = runnerUp;
    }

    /**
     * One neuron that spoke for a class.
     *
     * @param population index in the network
     * @param neuron its position there
     * @param label the class
     * @param spikes that it fired and that count
     * @param origins what these came from
     */
    record Voice(int population, int neuron, String label, int spikes, Origins<InputNeuron> origins) {}

    /**
     * The neuron that came next to the winner of a decision by counts of spikes.
     *
     * @param neuron its position in the read-out; of equals the lowest
     * @param label its class
     * @param spikes how many it fired within the ticks that count, at least 1
     * @param winnerSpikes how many the winner fired
     * @param others how many more neurons fired as many, the winner not counted
     */
    record RunnerUp(int neuron, String label, int spikes, int winnerSpikes, int others) {

        /** That of a decision; empty if no other neuron fired, or the neurons do not each stand for a class by their spikes. */
        private static Optional<RunnerUp> of(String winner, int[] counts, ReadOutRule rule, PopulationSpec readOut) {
            boolean byCounts =
                    rule.score() == ReadOutRule.Score.MOST_SPIKES || rule.score() == ReadOutRule.Score.SPIKE_COUNT;
            if (!byCounts || !rule.classes().isEmpty()) {
                return Optional.empty();
            }
            int next = -1;
            int others = 0;
            int most = 0;
            for (int neuron = 0; neuron < readOut.size(); neuron++) {
                int spikes = counts[neuron];
                if (readOut.neuronName(neuron).equals(winner)) {
                    most = spikes;
                } else if (spikes > 0 && (next < 0 || spikes > counts[next])) {
                    next = neuron;
                    others = 0;
                } else if (next >= 0 && spikes == counts[next]) {
                    others++;
                }
            }
            return next < 0
                    ? Optional.empty()
                    : Optional.of(new RunnerUp(next, readOut.neuronName(next), counts[next], most, others));
        }

        /** Whether it fired as often as the winner. */
        boolean tie() {
            return spikes == winnerSpikes;
        }
    }

    /**
     * Makes a run again up to the end of a decision, or up to when it was taken before, and follows the spikes that it rests on.
     *
     * @param which the clip as the scenario names it, or the number of the decision, from 0
     * @throws InputException if there is no such decision, it has no winner, or it was not taken by spikes
     */
    public static Answer answer(AskedRun.Source source, String which, RunProgress progress) throws InputException {
        Scenario scenario = source.scenario();
        JsonNode node = source.decisions().get(find(source.decisions(), which));
        PopulationSpec readOut = scenario.decision()
                .flatMap(rule -> scenario.population(rule.population()))
                .orElseThrow(() -> problem("found a run without decisions"));
        ReadOutRule rule = scenario.decision().orElseThrow().readOut();
        if (rule.score().ofMembranes()) {
            throw problem(
                    "found decisions by membrane potentials, expected decisions by spikes; --missing takes the potential"
                            + " of a neuron of " + readOut.name() + " at a tick apart");
        }
        Decision decision = RecordedDecisions.decision(node, scenario.clock().tickSeconds());
        long from = node.path("fromTick").asLong(-1);
        long until = decision.restsUntilTick();
        if (decision.winner().isEmpty() || from < 0 || until <= from) {
            throw problem(
                    "found the decision '" + which + "', in which no neuron fired; --missing tells why one did not");
        }
        if (decision.untilTick()
                > Math.max(
                        source.ticks(),
                        source.recorded().result().at("/run/plannedTicks").asLong())) {
            throw problem(
                    "found the decision '" + which + "', which ends after the run, expected it as the run wrote it");
        }
        Map<Integer, String> speakers = speakers(decision, rule, readOut);
        AskedRun run = source.replay(until, progress);
        Causes causes = run.causes();
        int population = run.populations().indexOf(readOut.name());
        int[] counts = run.replay().spikes().get(population).countsByNeuron(from, until);
        Optional<RunnerUp> runnerUp = RunnerUp.of(decision.winner(), counts, rule, readOut);
        runnerUp.ifPresent(next -> speakers.putIfAbsent(next.neuron(), next.label()));
        List<Voice> voices = new ArrayList<>();
        for (Map.Entry<Integer, String> speaker : speakers.entrySet()) {
            int neuron = speaker.getKey();
            Origins<InputNeuron> origins = causes.origins(population, neuron, from, until)
                    .orElseThrow(() -> problem("found " + readOut.name() + " of the model "
                            + readOut.model().name() + ", whose potentials are no sums of their inputs"));
            voices.add(new Voice(population, neuron, speaker.getValue(), counts[neuron], origins));
        }
        return new DecisionQuestion(run, decision, voices, runnerUp).answer();
    }

    /**
     * The number of a decision, from 0.
     *
     * @param decisions all of the run, as its result lists them
     * @param which the clip as the scenario names it, or the number
     * @throws InputException if there is no such decision, or more than one
     */
    static int find(JsonNode decisions, String which) throws InputException {
        if (!decisions.isArray() || decisions.isEmpty()) {
            throw problem("found a run without decisions");
        }
        List<Integer> found = IntStream.range(0, decisions.size())
                .filter(i -> which.equals(Integer.toString(i))
                        || which.equals(decisions.get(i).path("file").asText()))
                .boxed()
                .toList();
        if (found.size() > 1) {
            throw problem("found " + found.size() + " decisions of '" + which + "', expected the number of one: "
                    + found.stream().map(String::valueOf).collect(Collectors.joining(", ")));
        }
        if (found.isEmpty()) {
            String known = IntStream.range(0, Math.min(NAMED_DECISIONS, decisions.size()))
                    .mapToObj(i -> i + " " + decisions.get(i).path("file").asText())
                    .collect(Collectors.joining(", "));
            throw problem("found no decision '" + which + "', expected the number or the clip of one: " + known
                    + (decisions.size() > NAMED_DECISIONS
                            ? ", and " + (decisions.size() - NAMED_DECISIONS) + " more"
                            : ""));
        }
        return found.get(0);
    }

    /** The neurons that speak for the winner, then those for the label, with their classes. */
    private static Map<Integer, String> speakers(Decision decision, ReadOutRule rule, PopulationSpec readOut)
            throws InputException {
        Map<Integer, String> speakers = new LinkedHashMap<>(speakers(decision.winner(), rule, readOut));
        if (speakers.isEmpty()) {
            throw problem("found a decision for '" + decision.winner() + "', which no neuron of " + readOut.name()
                    + " stands for; expected result.json as the run wrote it");
        }
        speakers(decision.label(), rule, readOut).forEach(speakers::putIfAbsent);
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
        return SpikeAddress.problem(OPTION, message);
    }

    private record Document(
            String file,
            String label,
            String winner,
            boolean correct,
            long fromTick,
            long untilTick,
            long restsUntilTick,
            Optional<RunnerUp> runnerUp,
            List<Voice> voices) {}

    private Answer answer() {
        List<Part> parts = new ArrayList<>();
        if (decision.isEarly()) {
            parts.add(Part.of("It was taken early: spikes from " + run.time(decision.restsUntilTick())
                    + " on have no part in it."));
        }
        runnerUp.ifPresent(next -> parts.add(Part.of(words(next))));
        parts.add(Part.of("", table()));
        int more = voices.size() - COLUMNS;
        parts.add(Part.of("Shares are means over the spikes of a neuron. "
                + (more > 0 ? "There are " + more + " more neurons with no more spikes, which --json lists. " : "")
                + run.provenance() + ". 'ganglion why --spike' takes one spike apart."));
        String label = decision.label().isEmpty() ? "" : "; its label is " + decision.label();
        String title = (decision.file().isEmpty() ? "The run" : decision.file()) + " was decided as "
                + decision.winner() + (decision.correct() ? ", which is right" : label);
        return new Answer(
                title,
                parts,
                AnswerJson.document(
                        "ganglion-causes",
                        run,
                        new Document(
                                decision.file(),
                                decision.label(),
                                decision.winner(),
                                decision.correct(),
                                decision.fromTick(),
                                decision.untilTick(),
                                decision.restsUntilTick(),
                                runnerUp,
                                voices)));
    }

    private static String words(RunnerUp next) {
        String others = next.others() == 0 ? "" : ", and " + next.others() + " more with as many";
        return next.tie()
                ? "A tie: " + next.label() + " has as many spikes, " + next.spikes() + others
                        + ". The one that fires first wins, or the lower number if both do, or if the read-out counts spikes alone."
                : "The runner-up is " + next.label() + others + ": " + next.spikes() + " to " + next.winnerSpikes()
                        + " spikes.";
    }

    /** A column for each neuron that spoke, of those that fired most. */
    private Table table() {
        List<Voice> shown = voices.size() <= COLUMNS
                ? voices
                : voices.stream()
                        .sorted(Comparator.comparingInt(Voice::spikes).reversed())
                        .limit(COLUMNS)
                        .toList();
        List<Column> columns = new ArrayList<>(List.of(Column.text("neuron (class)")));
        shown.forEach(voice ->
                columns.add(Column.number(run.name(voice.population(), voice.neuron()) + " (" + voice.label() + ")")));
        Table table = new Table(columns);
        row(table, "spikes", shown, voice -> Integer.toString(voice.spikes()));
        Set<InputNeuron> sources = new LinkedHashSet<>();
        shown.forEach(
                voice -> voice.origins().inputs().keySet().stream().limit(ROWS).forEach(sources::add));
        for (InputNeuron source : sources) {
            String name = run.name(source.population(), source.neuron())
                    + run.bandHertz(source.population(), source.neuron())
                            .map(hertz -> ", " + CauseText.band(hertz))
                            .orElse("");
            row(
                    table,
                    "lift from " + name,
                    shown,
                    voice -> percent(voice, voice.origins().inputs().getOrDefault(source, 0.0)));
        }
        share(
                table,
                "other neurons of inputs",
                shown,
                voice -> voice.origins().inputs().entrySet().stream()
                        .filter(input -> !sources.contains(input.getKey()))
                        .mapToDouble(Map.Entry::getValue)
                        .sum());
        for (String kind : CauseText.kinds(voices.get(0).origins()).keySet()) {
            share(table, kind, shown, voice -> CauseText.kinds(voice.origins()).get(kind));
        }
        return table;
    }

    private static void row(Table table, String name, List<Voice> voices, Function<Voice, String> cell) {
        List<Cell> cells = new ArrayList<>(List.of(Cell.of(name)));
        voices.forEach(voice -> cells.add(Cell.of(cell.apply(voice))));
        table.row(cells);
    }

    private static void share(Table table, String name, List<Voice> voices, Function<Voice, Double> of) {
        if (voices.stream().anyMatch(voice -> of.apply(voice) > 0)) {
            row(table, "lift from " + name, voices, voice -> percent(voice, of.apply(voice)));
        }
    }

    /** Of a neuron without spikes nothing came from anywhere. */
    private static String percent(Voice voice, double share) {
        return voice.spikes() == 0 ? "-" : CauseText.percent(share);
    }
}
