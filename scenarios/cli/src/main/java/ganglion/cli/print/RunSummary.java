package ganglion.cli.print;

import ganglion.documents.InputException;
import ganglion.documents.quantity.Dimension;
import ganglion.documents.quantity.QuantityFormat;
import ganglion.documents.table.Table;
import ganglion.documents.table.Table.Column;
import ganglion.equations.EquationNeurons;
import ganglion.hardware.precision.RasterChange;
import ganglion.kernel.ActivityCounts;
import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.network.Population;
import ganglion.kernel.time.Clock;
import ganglion.report.result.CostedRun;
import ganglion.report.result.RunWarnings;
import ganglion.report.result.Verdict;
import ganglion.report.run.RunOrigin;
import ganglion.scenario.model.Scenario;
import ganglion.scenario.result.Decision;
import ganglion.scenario.result.PrecisionChange;
import ganglion.scenario.result.Recorded;
import ganglion.scenario.result.ScenarioRun;
import ganglion.scenario.result.SpreadExecution;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The results of a run, for a terminal. Computes nothing but the text of the numbers. */
public final class RunSummary {

    private static final String INDENT = "  ";

    /** Simulations from which it is said where their time went. */
    private static final double LONG_SECONDS = 1;

    private final ScenarioRun run;
    private final Marks marks;

    /** @param run to print */
    public RunSummary(ScenarioRun run, Marks marks) {
        this.run = run;
        this.marks = marks;
    }

    /**
     * Prints everything.
     *
     * @param report where the report was written
     */
    public void print(PrintStream out, Path report) {
        printHead(out);
        if (run.costs().isEmpty() && !run.isStreamed()) {
            new RasterSketch(recordedSpikes(), run.ranTicks(), run.clock().tickSeconds()).print(out, INDENT);
        }
        out.println(INDENT + Verdict.of(run).text());
        RunWarnings.of(run).forEach(warning -> out.println(INDENT + "warning: " + warning));
        if (!run.costs().isEmpty()) {
            out.println();
            new DeviceAnswer(CostedRun.of(run)).print(out, INDENT);
        }
        if (!run.decisions().isEmpty()) {
            out.println();
            new DecisionTable(run.decisions(), run.clock(), marks).print(out, INDENT);
        }
        run.precision().ifPresent(change -> {
            out.println();
            new PrecisionTable(run, change).print(out, INDENT);
        });
        new TickTable(run.costs()).print(out, INDENT);
        if (!run.expectations().isEmpty()) {
            out.println();
            new ExpectationList(run.expectations(), marks).print(out, INDENT);
        }
        out.println();
        whyNot().ifPresent(clip -> out.println(INDENT + "why: ganglion why "
                + ResumeCommand.quoted(report.getParent().toString()) + " --decision " + ResumeCommand.quoted(clip)
                + trust(report.getParent())));
        if (run.costs().isEmpty() && !run.isStreamed() && mayBePriced()) {
            Path activity = report.resolveSibling("activity.json");
            out.println(INDENT + "energy: ganglion cost " + ResumeCommand.quoted(activity.toString()));
        }
        out.println(INDENT + "report: " + report);
    }

    /** No device has a price for neurons of equations. */
    private boolean mayBePriced() {
        return run.network().populations().stream()
                .noneMatch(population -> population.model() instanceof EquationNeurons);
    }

    private Map<String, SpikeRaster> recordedSpikes() {
        Map<String, SpikeRaster> rasters = new LinkedHashMap<>();
        Set<String> recorded = Set.copyOf(run.scenario().recording().spikes());
        for (int p = 0; p < run.network().populations().size(); p++) {
            String name = run.network().populations().get(p).name();
            if (recorded.contains(name)) {
                rasters.put(name, run.result().spikes().get(p));
            }
        }
        return rasters;
    }

    /** The first clip that was decided wrongly, if its causes can be asked for: by spikes that are all in the run directory. */
    private Optional<String> whyNot() {
        boolean bySpikes = run.scenario()
                .decision()
                .filter(rule -> !rule.readOut().score().ofMembranes())
                .isPresent();
        boolean streamed = run.recorded().filter(Recorded::streamed).isPresent();
        return run.decisions().stream()
                .filter(decision -> bySpikes && !streamed && !decision.correct())
                .filter(decision ->
                        !decision.label().isEmpty() && !decision.winner().isEmpty())
                .map(Decision::file)
                .filter(file -> !file.isEmpty())
                .findFirst();
    }

    /** What the command needs besides, if the scenario is not where a run directory may lead unasked. */
    private String trust(Path directory) {
        Scenario scenario = run.scenario();
        try {
            if (scenario.overrides().allowOutsidePaths()) {
                return " --allow-outside-paths";
            }
            return RunOrigin.leadsOut(directory, scenario.file())
                    ? " --scenario " + ResumeCommand.quoted(scenario.file().toString())
                    : "";
        } catch (InputException e) { // nothing to be found out about the place of a file that has just been run
            return "";
        }
    }

    private void printHead(PrintStream out) {
        ActivityCounts activity = run.result().activity();
        out.println(run.scenario().name());
        out.println(INDENT + time(run.clock().seconds(run.ranTicks())) + " in "
                + QuantityFormat.count(run.ranTicks(), "tick") + " of "
                + time(run.clock().tickSeconds()) + ", "
                + QuantityFormat.count(run.network().neuronCount(), "neuron") + ", "
                + QuantityFormat.count(run.synapses().synapseCount(), "synapse") + ", seed " + run.seed());
        out.println(INDENT + QuantityFormat.count(activity.spikes(), "spike") + ", "
                + QuantityFormat.count(activity.synapticEvents(), "synaptic event") + ", simulated in "
                + time(run.times().simulateSeconds()) + " of "
                + time(run.times().totalSeconds()));
        if (run.times().simulateSeconds() >= LONG_SECONDS && !run.times().work().isEmpty()) {
            out.println(INDENT + WorkLine.of(run.times().work(), run.network()));
        }
        run.nodes().ifPresent(nodes -> out.println(INDENT + where(nodes)));
    }

    private static String where(SpreadExecution execution) {
        return "on " + QuantityFormat.count(execution.nodes().size(), "node")
                + (execution.losses() == 0 ? "" : ", after " + execution.losses() + " losses");
    }

    private static String time(double seconds) {
        return QuantityFormat.format(seconds, Dimension.TIME);
    }

    /** What a chip's precision changed in spikes and decisions. */
    private static final class PrecisionTable {

        private final ScenarioRun run;
        private final PrecisionChange change;

        PrecisionTable(ScenarioRun run, PrecisionChange change) {
            this.run = run;
            this.change = change;
        }

        void print(PrintStream out, String indent) {
            Table table = new Table(
                    Column.text("in the bits of " + change.profile().name()),
                    Column.number("spikes"),
                    Column.number("as given"),
                    Column.number("the same"),
                    Column.number("first other"));
            List<Population> populations = run.network().populations();
            for (int p = 0; p < change.rasters().size(); p++) {
                if (populations.get(p).model().takesInput()) {
                    addRow(table, populations.get(p).name(), change.rasters().get(p));
                }
            }
            table.print(out, indent);
            if (!change.decisionsAsGiven().isEmpty()) {
                out.println(indent + change.changedDecisions(run.decisions()) + " of "
                        + QuantityFormat.count(change.decisionsAsGiven().size(), "decision") + " changed"
                        + (run.decisions().stream()
                                        .allMatch(decision -> decision.label().isEmpty())
                                ? ""
                                : "; right: " + right(run.decisions()) + ", as given "
                                        + right(change.decisionsAsGiven())));
            }
            change.notes().forEach(note -> Paragraph.print(out, indent, note));
        }

        private void addRow(Table table, String population, RasterChange raster) {
            table.row(
                    population,
                    Long.toString(raster.spikesAfter()),
                    Long.toString(raster.spikesBefore()),
                    Long.toString(raster.spikesCommon()),
                    raster.firstDifferentTick().isPresent()
                            ? QuantityFormat.format(
                                    run.clock()
                                            .seconds(raster.firstDifferentTick().getAsLong()),
                                    Dimension.TIME)
                            : "-");
        }

        private static long right(List<Decision> decisions) {
            return decisions.stream().filter(Decision::correct).count();
        }
    }

    /** What the network decided for each clip, and whether it was right where the clip has a label. */
    public static final class DecisionTable {

        private static final String NONE = "-";

        private final List<Decision> decisions;
        private final Clock clock;
        private final Marks marks;

        /** @param decisions to print */
        public DecisionTable(List<Decision> decisions, Clock clock, Marks marks) {
            this.decisions = decisions;
            this.clock = clock;
            this.marks = marks;
        }

        /** Prints everything. */
        public void print(PrintStream out, String indent) {
            Table table = new Table(
                    Column.text(" "),
                    Column.text("clip"),
                    Column.text("label"),
                    Column.text("winner"),
                    Column.number("first spike after"));
            decisions.forEach(decision -> addRow(table, decision));
            table.print(out, indent);
        }

        private void addRow(Table table, Decision decision) {
            String mark = isLabelled(decision) ? marks.of(decision.correct()) : " ";
            table.row(
                    mark,
                    decision.file().isEmpty() ? "the whole run" : decision.file(),
                    orNone(decision.label()),
                    orNone(decision.winner()),
                    decision.firstSpikeTick().isPresent()
                            ? after(decision.firstSpikeTick().getAsLong() - decision.fromTick())
                            : NONE);
        }

        private String after(long ticks) {
            return QuantityFormat.format(clock.seconds(ticks), Dimension.TIME);
        }

        private static boolean isLabelled(Decision decision) {
            return !decision.label().isEmpty();
        }

        private static String orNone(String text) {
            return text.isEmpty() ? NONE : text;
        }
    }
}
