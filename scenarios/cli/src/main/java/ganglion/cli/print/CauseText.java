package ganglion.cli.print;

import static ganglion.cli.print.TextTable.Side.LEFT;
import static ganglion.cli.print.TextTable.Side.RIGHT;

import ganglion.documents.quantity.QuantityFormat;
import ganglion.kernel.cause.PotentialParts;
import ganglion.kernel.cause.SpikeId;
import ganglion.report.cause.FateWords;
import ganglion.report.cause.HeardSpike;
import ganglion.report.cause.ReplayedRun;
import ganglion.scenario.cause.CauseAnswer;
import ganglion.scenario.cause.CauseNode;
import ganglion.scenario.cause.KnockOut;
import ganglion.scenario.cause.Origins;
import ganglion.scenario.cause.Pruning;
import ganglion.scenario.cause.SourceShare;
import ganglion.scenario.cause.SpikeFate;
import java.io.PrintStream;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The answer to why a neuron fired, or did not, in words and tables. */
public final class CauseText {

    private static final int ROWS = 12;

    /** Amounts below this share of all together are summed. */
    private static final double LEAST_SHOWN = 5e-4;

    /** Amounts below this share of all together are what rounding leaves. */
    private static final double ROUNDING = 1e-12;

    private static final int DIGITS = 6;

    private final ReplayedRun run;
    private final CauseAnswer explanation;
    private final String nearest;
    private final double seconds;

    /**
     * @param run that was asked; it gives neurons and times their names
     * @param nearest the spikes around a moment without one, in words; empty for a spike
     * @param seconds how long it took to find the answer
     */
    public CauseText(ReplayedRun run, CauseAnswer explanation, String nearest, double seconds) {
        this.run = run;
        this.seconds = seconds;
        this.explanation = explanation;
        this.nearest = nearest;
    }

    /** Prints the whole answer. */
    public void print(PrintStream out) {
        CauseNode root = explanation.root();
        PotentialParts parts = root.parts();
        out.println(run.name(root.at()) + (explanation.fired() ? " fired at " : " did not fire at ")
                + run.time(root.at().tick()) + " (tick " + root.at().tick() + ")");
        if (!nearest.isEmpty()) {
            Paragraph.print(out, "  ", "In the run, " + nearest + ".");
        }
        Paragraph.print(out, "  ", comparison(parts));
        out.println();
        parts(root).print(out, "  ");
        explanation.origins().ifPresent(origins -> print(origins, out));
        out.println();
        explanation.knockOut().ifPresent(knockOut -> Paragraph.print(out, "  ", tried(knockOut)));
        explanation.inNetwork().ifPresent(fate -> Paragraph.print(out, "  ", inNetwork(fate)));
        Paragraph.print(
                out,
                "  ",
                (explanation.repeated()
                                ? "Checked: given the spikes that reached it, the neuron fires as in the run."
                                : "Not certain: given the spikes that reached it, the neuron fires otherwise than in the run.")
                        + " The run was made again up to "
                        + run.time(run.replay().ticks())
                        + (explanation.inNetwork().isPresent() ? ", with that spike and without, in " : ", in ")
                        + QuantityFormat.format(seconds, "s", 2) + ".");
    }

    private String comparison(PotentialParts parts) {
        if (parts.isOutOfReach()) {
            return (run.firedBefore(explanation.root().at())
                            ? "It is in its refractory period, in which it cannot fire."
                            : "It never fires: it has no threshold within reach.")
                    + " Its potential is " + number(parts.potential()) + ":";
        }
        return explanation.fired()
                ? "Its potential is " + number(parts.potential()) + ", the threshold " + number(parts.level())
                        + ". The potential is the sum of:"
                : "Its potential is " + number(parts.potential()) + ", and " + number(parts.level() - parts.potential())
                        + " short of the threshold of " + number(parts.level()) + ". The potential is the sum of:";
    }

    private TextTable parts(CauseNode root) {
        PotentialParts parts = root.parts();
        TextTable table = new TextTable(LEFT, RIGHT, RIGHT).row("part", "amount", "of the lift");
        List<SourceShare> lifting =
                root.sources().stream().filter(source -> source.amount() > 0).toList();
        List<SourceShare> lowering = root.sources().stream()
                .filter(source -> source.amount() < 0)
                .sorted(Comparator.comparingDouble(SourceShare::amount))
                .toList();
        sources(table, root, lifting, "that lift it");
        sources(table, root, lowering, "that lower it");
        row(table, "initial potential", parts.initial(), root);
        row(table, "leak towards rest and bias", parts.drive(), root);
        row(table, "resets after own spikes", parts.ownSpikes(), root);
        List<String> currents = run.currents(root.at().population());
        for (int i = 0; i < parts.currents().size(); i++) {
            row(table, currents.get(i), parts.currents().get(i), root);
        }
        if (parts.reference() != 0) {
            table.row("reset or resting potential, from which the others are counted", number(parts.reference()), "");
        }
        return table.row("sum", number(parts.sum()), "");
    }

    private void sources(TextTable table, CauseNode root, List<SourceShare> sources, String which) {
        List<SourceShare> shown = sources.stream()
                .limit(ROWS)
                .takeWhile(source ->
                        Math.abs(source.amount()) >= LEAST_SHOWN * root.parts().size())
                .toList();
        for (SourceShare source : shown) {
            row(
                    table,
                    run.name(source.spike()) + " at " + run.time(source.spike().tick()),
                    source.amount(),
                    root);
        }
        if (sources.size() > shown.size()) {
            double rest = sources.stream()
                    .skip(shown.size())
                    .mapToDouble(SourceShare::amount)
                    .sum();
            row(table, (sources.size() - shown.size()) + " other spikes " + which, rest, root);
        }
    }

    private static void row(TextTable table, String name, double amount, CauseNode root) {
        if (Math.abs(amount) > ROUNDING * root.parts().size()) {
            table.row(name, number(amount), amount > 0 ? percent(amount / root.lift()) : "");
        }
    }

    private void print(Origins origins, PrintStream out) {
        out.println();
        out.println("Followed back to the inputs");
        out.println();
        TextTable table = new TextTable(RIGHT, LEFT, LEFT).row("of the lift", "came from", "");
        int row = 0;
        double rest = 0;
        for (Map.Entry<SpikeId, Double> input : origins.inputs().entrySet()) {
            if (row++ < ROWS) {
                SpikeId spike = input.getKey();
                table.row(percent(input.getValue()), run.name(spike) + " at " + run.time(spike.tick()), heard(spike));
            } else {
                rest += input.getValue();
            }
        }
        if (rest > 0) {
            table.row(percent(rest), (row - ROWS) + " other spikes of inputs", "");
        }
        origin(table, origins.drives(), "drives, initial potentials and own spikes");
        origin(table, origins.currents(), "currents beside synapses, numbers of sounds");
        origin(table, origins.notFollowed(), notFollowed());
        origin(table, origins.noSums(), "spikes of neurons whose potential is no sum");
        table.print(out, "  ");
    }

    private String notFollowed() {
        boolean many = explanation.followed().size() == Pruning.USUAL.mostSpikes();
        return "spikes that were not followed, of less than --least-share each"
                + (many ? " or beyond the first " + Pruning.USUAL.mostSpikes() : "");
    }

    private static void origin(TextTable table, double share, String name) {
        if (share > 0) {
            table.row(percent(share), name, "");
        }
    }

    private String heard(SpikeId spike) {
        Optional<HeardSpike> found = run.heard(spike);
        return found.map(heard -> (heard.bandHertz().isPresent()
                                ? "band at "
                                        + QuantityFormat.format(
                                                heard.bandHertz().getAsDouble(), "Hz", 3) + ", "
                                : "")
                        + QuantityFormat.format(heard.seconds(), "s", DIGITS) + " into " + heard.file())
                .orElse("");
    }

    private String tried(KnockOut knockOut) {
        String without = "Tried: without " + run.name(knockOut.left()) + " at "
                + run.time(knockOut.left().tick()) + ", which lifted it most, ";
        if (knockOut.fires()) {
            return without + "the neuron alone still fires at that time.";
        }
        return without + "the neuron alone does not fire then"
                + (knockOut.next().isPresent()
                        ? "; it next fires at " + run.time(knockOut.next().getAsLong()) + "."
                        : ", nor later, up to " + run.time(run.replay().ticks()) + ".");
    }

    private String inNetwork(SpikeFate fate) {
        boolean madeUp = fate.fires()
                && explanation.knockOut().filter(knockOut -> !knockOut.fires()).isPresent();
        return "In the whole network without it, " + FateWords.of(run, fate)
                + (madeUp ? ": other spikes make up for it." : ".");
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%." + DIGITS + "g", value);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }
}
