package ganglion.cli.print;

import static ganglion.cli.print.TextTable.Side.LEFT;
import static ganglion.cli.print.TextTable.Side.RIGHT;

import com.fasterxml.jackson.databind.JsonNode;
import ganglion.documents.quantity.QuantityFormat;
import ganglion.report.cause.DecisionQuestion;
import ganglion.report.cause.DecisionQuestion.Voice;
import ganglion.report.cause.RunnerUp;
import ganglion.scenario.cause.NeuronOrigins;
import ganglion.scenario.cause.NeuronOrigins.Source;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** What took a decision, as a table with a column for each neuron that spoke for the winner or the label. */
public final class DecisionCauseText {

    private static final int ROWS = 16;
    private static final int HERTZ_DIGITS = 3;

    /** Neurons that there is a column for. */
    private static final int COLUMNS = 6;

    private final DecisionQuestion question;
    private final double seconds;
    private final List<Voice> voices;

    /**
     * @param question with its answer
     * @param seconds how long the run took to be made again and the decision to be followed
     */
    public DecisionCauseText(DecisionQuestion question, double seconds) {
        this.question = question;
        this.seconds = seconds;
        List<Voice> all = question.voices();
        this.voices = all.size() <= COLUMNS
                ? all
                : all.stream()
                        .sorted(Comparator.comparingInt(
                                        (Voice voice) -> voice.origins().spikes())
                                .reversed())
                        .limit(COLUMNS)
                        .toList();
    }

    /** Prints the answer. */
    public void print(PrintStream out) {
        JsonNode decision = question.decision();
        String file = decision.path("file").asText();
        String label = decision.path("label").asText();
        out.println((file.isEmpty() ? "The run" : file) + " was decided as "
                + decision.path("winner").asText()
                + (label.isEmpty()
                        ? ""
                        : decision.path("correct").asBoolean() ? ", which is right" : "; its label is " + label));
        if (question.restsUntilTick() < decision.path("untilTick").asLong()) {
            out.println("  It was taken early: spikes from " + question.run().time(question.restsUntilTick())
                    + " on have no part in it.");
        }
        question.runnerUp().ifPresent(next -> Paragraph.print(out, "  ", words(next)));
        out.println();
        TextTable.Side[] sides = new TextTable.Side[voices.size() + 1];
        Arrays.fill(sides, RIGHT);
        sides[0] = LEFT;
        TextTable table = new TextTable(sides);
        table.row(cells("neuron (class)", voices, this::head));
        table.row(cells(
                "spikes", voices, voice -> Integer.toString(voice.origins().spikes())));
        Set<Source> sources = new LinkedHashSet<>();
        voices.forEach(
                voice -> voice.origins().inputs().keySet().stream().limit(ROWS).forEach(sources::add));
        for (Source source : sources) {
            table.row(cells(
                    name(source),
                    voices,
                    voice -> percent(voice, voice.origins().inputs().getOrDefault(source, 0.0))));
        }
        share(table, "lift from other neurons of inputs", voices, origins -> rest(origins, sources));
        share(table, "lift by drives, initial potentials and own spikes", voices, NeuronOrigins::drives);
        share(table, "lift by currents beside synapses", voices, NeuronOrigins::currents);
        share(table, "lift by spikes that were not followed", voices, NeuronOrigins::notFollowed);
        share(table, "lift by spikes of neurons whose potential is no sum", voices, NeuronOrigins::noSums);
        table.print(out, "  ");
        out.println();
        Paragraph.print(
                out,
                "  ",
                "Shares are means over the spikes of a neuron. "
                        + (voices.size() < question.voices().size()
                                ? "There are " + (question.voices().size() - voices.size())
                                        + " more neurons with no more spikes, which --json lists. "
                                : "")
                        + question.run().provenance() + ". This took "
                        + QuantityFormat.format(seconds, "s", 2)
                        + ". 'ganglion why --spike' takes one spike apart.");
    }

    private String words(RunnerUp next) {
        String others = next.others() == 0 ? "" : ", and " + next.others() + " more with as many";
        return next.isTie()
                ? "A tie: " + next.label() + " has as many spikes, " + next.spikes() + others
                        + ". The one that fires first wins, or the lower number if both do, or if the read-out counts spikes alone."
                : "The runner-up is " + next.label() + others + ": " + next.spikes() + " to " + next.winnerSpikes()
                        + " spikes.";
    }

    private static String[] cells(String name, List<Voice> voices, Function<Voice, String> cell) {
        String[] cells = new String[voices.size() + 1];
        cells[0] = name;
        for (int i = 0; i < voices.size(); i++) {
            cells[i + 1] = cell.apply(voices.get(i));
        }
        return cells;
    }

    private String head(Voice voice) {
        NeuronOrigins origins = voice.origins();
        return question.run().name(origins.population(), origins.neuron()) + " (" + voice.label() + ")";
    }

    private String name(Source source) {
        OptionalDouble hertz = question.bandHertz(source);
        return "lift from " + question.run().name(source.population(), source.neuron())
                + (hertz.isPresent()
                        ? ", band at " + QuantityFormat.format(hertz.getAsDouble(), "Hz", HERTZ_DIGITS)
                        : "");
    }

    private static double rest(NeuronOrigins origins, Set<Source> shown) {
        return origins.inputs().entrySet().stream()
                .filter(input -> !shown.contains(input.getKey()))
                .mapToDouble(input -> input.getValue())
                .sum();
    }

    private static void share(TextTable table, String name, List<Voice> voices, ToDoubleFunction<NeuronOrigins> of) {
        if (voices.stream().anyMatch(voice -> of.applyAsDouble(voice.origins()) > 0)) {
            table.row(cells(name, voices, voice -> percent(voice, of.applyAsDouble(voice.origins()))));
        }
    }

    /** Of a neuron without spikes nothing came from anywhere. */
    private static String percent(Voice voice, double share) {
        return voice.origins().spikes() == 0 ? "-" : String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }
}
