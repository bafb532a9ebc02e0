package ganglion.report.cause;

import ganglion.documents.quantity.QuantityFormat;
import ganglion.documents.table.Table;
import ganglion.documents.table.Table.Column;
import ganglion.kernel.cause.EventPart;
import ganglion.kernel.cause.PotentialParts;
import ganglion.kernel.cause.SpikeId;
import ganglion.scenario.cause.CauseAnswer;
import ganglion.scenario.cause.CauseNode;
import ganglion.scenario.cause.CauseNode.SourceShare;
import ganglion.scenario.cause.Origins;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What an answer says, in sentences and tables: for the terminal and for pages.
 *
 * @param run that was asked; it gives neurons and times their names
 * @param rows spikes that a table names, of each kind
 */
record CauseText(AskedRun run, int rows) {

    private static final int DIGITS = 6;
    private static final int HERTZ_DIGITS = 3;

    /** Amounts below this share of all together are summed. */
    private static final double LEAST_SHOWN = 5e-4;

    /** Amounts below this share of all together are what rounding leaves. */
    private static final double ROUNDING = 1e-12;

    /** What was asked: {@code out/3 fired at 128 ms (tick 16)}. */
    String title(SpikeId at, boolean fired) {
        return run.name(at) + (fired ? " fired at " : " did not fire at ") + run.time(at.tick()) + " (tick " + at.tick()
                + ")";
    }

    /** Potential and threshold. */
    String comparison(CauseAnswer answer) {
        PotentialParts parts = answer.cause().parts();
        String potential = "Its potential is " + number(parts.potential());
        if (parts.isOutOfReach()) {
            return (run.firedBefore(answer.cause().at())
                            ? "It is in its refractory period, in which it cannot fire. "
                            : "It never fires: it has no threshold within reach. ")
                    + potential + ".";
        }
        return potential
                + (answer.fired() ? "" : ", and " + number(parts.level() - parts.potential()) + " short of")
                + (answer.fired() ? ", the threshold " : " the threshold of ")
                + number(parts.level()) + ".";
    }

    /** The parts of a potential: spikes that lift it and that lower it, the others, and the sum. */
    Table parts(CauseNode node) {
        Table table = new Table(
                Column.text("part"),
                Column.number("amount"),
                Column.number("of the lift"),
                Column.number("weights"),
                Column.number("delays"));
        Comparator<SourceShare> largest =
                Comparator.comparingDouble((SourceShare source) -> -Math.abs(source.amount()));
        for (boolean lifts : new boolean[] {true, false}) {
            List<SourceShare> sources = node.sources().stream()
                    .filter(source -> source.amount() > 0 == lifts && source.amount() != 0)
                    .sorted(largest)
                    .toList();
            List<SourceShare> shown = sources.stream()
                    .limit(rows)
                    .takeWhile(source -> Math.abs(source.amount())
                            >= LEAST_SHOWN * node.parts().size())
                    .toList();
            shown.forEach(source -> part(table, node, run.at(source.spike()), source.amount(), source.spike()));
            double rest = sources.stream()
                    .skip(shown.size())
                    .mapToDouble(SourceShare::amount)
                    .sum();
            String others = (sources.size() - shown.size()) + " other spikes that " + (lifts ? "lift it" : "lower it");
            part(table, node, others, rest, null);
        }
        node.parts()
                .others()
                .forEach((name, amount) -> part(table, node, partName(node.at().population(), name), amount, null));
        return table.row("sum", number(node.parts().sum()), "", "", "");
    }

    /** A part in words. */
    String partName(int population, String part) {
        return switch (part) {
            case "initial" -> "initial potential";
            case "drive" -> "leak towards rest and bias";
            case "own-spikes" -> "resets after own spikes";
            case "reference" -> "reset or resting potential, from which the others are counted";
            default -> run.currents(population).get(Integer.parseInt(part.substring(part.indexOf('-') + 1)));
        };
    }

    private void part(Table table, CauseNode node, String name, double amount, SpikeId spike) {
        if (Math.abs(amount) <= ROUNDING * node.parts().size()) {
            return;
        }
        List<EventPart> events = node.parts().events().stream()
                .filter(event -> event.spike().equals(spike))
                .toList();
        boolean lifts = amount > 0 && !name.startsWith("reset or resting");
        table.row(
                name,
                number(amount),
                lifts ? percent(amount / node.lift()) : "",
                joined(events, event -> number(event.weight())),
                joined(events, event -> run.time(event.delayTicks())));
    }

    private static String joined(List<EventPart> events, Function<EventPart, String> text) {
        return events.stream().map(text).distinct().collect(Collectors.joining(", "));
    }

    /** Where the lift of a spike came from in the end. */
    Table origins(Origins<SpikeId> origins) {
        Table table =
                new Table(Column.text("came from"), Column.number("of the lift"), Column.text("where it was heard"));
        origins.inputs().entrySet().stream()
                .limit(rows)
                .forEach(input -> table.row(run.at(input.getKey()), percent(input.getValue()), heard(input.getKey())));
        double rest = origins.inputs().values().stream()
                .skip(rows)
                .mapToDouble(Double::doubleValue)
                .sum();
        origin(table, rest, (origins.inputs().size() - rows) + " other spikes of inputs");
        kinds(origins).forEach((name, share) -> origin(table, share, name));
        return table;
    }

    private static void origin(Table table, double share, String name) {
        if (share > 0) {
            table.row(name, percent(share), "");
        }
    }

    /** What a lift came from that is no input, by name. */
    static Map<String, Double> kinds(Origins<?> origins) {
        Map<String, Double> kinds = new LinkedHashMap<>();
        kinds.put("drives, initial potentials and own spikes", origins.drives());
        kinds.put("currents beside synapses, numbers of sounds", origins.currents());
        kinds.put("spikes that were not followed", origins.notFollowed());
        kinds.put("spikes of neurons whose potential is no sum", origins.noSums());
        return kinds;
    }

    /** Where in a sound a spike of an input was heard; empty for others. */
    private String heard(SpikeId spike) {
        return run.heard(spike)
                .map(heard -> run.bandHertz(spike.population(), spike.neuron())
                                .map(hertz -> band(hertz) + ", ")
                                .orElse("")
                        + QuantityFormat.format(heard.seconds(), "s", DIGITS) + " into " + heard.file())
                .orElse("");
    }

    /** A band of sound: {@code band at 1.56 kHz}. */
    static String band(double hertz) {
        return "band at " + QuantityFormat.format(hertz, "Hz", HERTZ_DIGITS);
    }

    /** What was tried and checked, one sentence or two each. */
    List<String> trials(CauseAnswer answer) {
        return answer.withoutMainSource()
                .map(trial -> List.of(tried(trial), checked(answer.repeatedAlone())))
                .orElse(List.of(checked(answer.repeatedAlone())));
    }

    private String tried(CauseAnswer.Trial trial) {
        return "Tried: without " + run.at(trial.spike()) + ", which lifted it most, the neuron alone "
                + (trial.stillFires() ? "still fires at that time." : "does not fire then" + later(trial));
    }

    private String later(CauseAnswer.Trial trial) {
        return trial.nextTick().isPresent()
                ? "; it next fires at " + run.time(trial.nextTick().getAsLong()) + "."
                : ", nor later, up to " + run.time(run.replay().ticks()) + ".";
    }

    /** Whether a neuron alone, given the spikes that reached it, fired as in its run. */
    static String checked(boolean repeated) {
        return repeated
                ? "Checked: given the spikes that reached it, the neuron fires as in the run."
                : "Not certain: given the spikes that reached it, the neuron fires otherwise than in the run.";
    }

    /** A potential with six digits. */
    static String number(double value) {
        return String.format(Locale.ROOT, "%." + DIGITS + "g", value);
    }

    /** A share in per cent. */
    static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }
}
