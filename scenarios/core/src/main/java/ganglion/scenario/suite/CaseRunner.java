package ganglion.scenario.suite;

import ganglion.documents.InputException;
import ganglion.documents.Problem;
import ganglion.documents.output.HiddenPlace;
import ganglion.documents.quantity.Dimension;
import ganglion.documents.quantity.QuantityFormat;
import ganglion.hardware.cost.ChipCost;
import ganglion.hardware.estimate.Boundary;
import ganglion.hardware.estimate.Computation;
import ganglion.hardware.estimate.DecisionEstimate;
import ganglion.kernel.network.Population;
import ganglion.runtime.ThreadedTasks;
import ganglion.scenario.bind.NamedFiles;
import ganglion.scenario.cost.DeviceEstimates;
import ganglion.scenario.cost.EnergyName;
import ganglion.scenario.format.ScenarioFiles;
import ganglion.scenario.model.RunPoint;
import ganglion.scenario.model.Scenario;
import ganglion.scenario.result.Checkpoints;
import ganglion.scenario.result.Decision;
import ganglion.scenario.result.RunProgress;
import ganglion.scenario.result.RunStorage;
import ganglion.scenario.result.ScenarioRun;
import ganglion.scenario.run.ScenarioRunner;
import ganglion.scenario.suite.RunResult.Winners;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Runs scenarios as tests, in this process. Every failure of a scenario becomes its result. */
public final class CaseRunner {

    private static final double NANOSECONDS = 1e-9;
    private static final String PROBES_NOT_KEPT =
            "what its probes saw is not kept, as its runs leave no run directories (\"ganglion run --keep-runs\""
                    + " leaves them)";

    private final CaseSettings settings;
    private final RunKeeper keeper;
    private final RunProgress progress;

    public CaseRunner(CaseSettings settings, RunKeeper keeper) {
        this(settings, keeper, RunProgress.NONE);
    }

    /** @param progress receives the share of runs that are done */
    public CaseRunner(CaseSettings settings, RunKeeper keeper, RunProgress progress) {
        this.settings = settings;
        this.keeper = keeper;
        this.progress = progress;
    }

    /** Runs a scenario with all points of its sweep and all its seeds. */
    public CaseResult run(SuiteCase test) {
        GoldenFiles golden = new GoldenFiles(settings.overrides().allowOutsidePaths());
        List<RunResult> runs;
        List<String> notes = new ArrayList<>();
        try {
            Scenario scenario = ScenarioFiles.read(test.file(), settings.overrides());
            runs = runAll(test, scenario.points(), golden);
            boolean kept =
                    runs.stream().allMatch(run -> run.isLost() || !run.report().isEmpty());
            if (!kept && !scenario.recording().probes().isEmpty()) {
                notes.add(PROBES_NOT_KEPT);
            }
        } catch (InputException e) {
            runs = List.of(RunResult.error(RunPoint.ONLY, Status.REFUSED, lines(e), 0));
        }
        notes.addAll(golden.notes());
        return new CaseResult(test.file().toString(), test.name(), test.tags(), runs, notes);
    }

    /**
     * Runs several scenarios.
     *
     * @param threads how many at once
     * @param listener receives each result as it arrives, from one thread at a time
     * @return their results, in the same order
     */
    public List<CaseResult> run(List<SuiteCase> tests, int threads, Consumer<CaseResult> listener) {
        CaseResult[] results = new CaseResult[tests.size()];
        new ThreadedTasks(threads).run(tests.size(), i -> {
            results[i] = run(tests.get(i));
            synchronized (results) {
                listener.accept(results[i]);
            }
        });
        return List.of(results);
    }

    private List<RunResult> runAll(SuiteCase test, List<RunPoint> points, GoldenFiles golden) {
        RunResult[] results = new RunResult[points.size()];
        AtomicInteger done = new AtomicInteger();
        new ThreadedTasks(settings.parallelRuns()).run(points.size(), i -> {
            results[i] = runOne(test, points.get(i), golden);
            reportProgress(done, points.size());
        });
        return List.of(results);
    }

    /** Counts and reports at once, so that the share of another thread never arrives after a larger one. */
    private synchronized void reportProgress(AtomicInteger done, int runs) {
        progress.advanced("running", (double) done.incrementAndGet() / runs);
    }

    private RunResult runOne(SuiteCase test, RunPoint point, GoldenFiles golden) {
        long start = System.nanoTime();
        if (progress.stopRequested()) {
            return error(point, Status.ABORTED, List.of(line(test, point, "stopped before it was run")), start);
        }
        try {
            return result(test, point, golden, start);
        } catch (InputException e) {
            return error(point, Status.REFUSED, lines(e), start);
        } catch (IOException e) {
            return error(point, Status.REFUSED, List.of(line(test, point, e.getMessage())), start);
        } catch (OutOfMemoryError e) {
            String limit = Runtime.getRuntime().maxMemory() / (1 << 20) + " MiB";
            String what = "needs more memory than it has, " + limit;
            return error(point, Status.ABORTED, List.of(line(test, point, what)), start);
        } catch (Exception | Error e) { // a crash must not end the suite, and its user needs a message
            String what = "this is a fault of Ganglion: " + at(e);
            return error(point, Status.FAULT, List.of(line(test, point, what)), start);
        }
    }

    private RunResult result(SuiteCase test, RunPoint point, GoldenFiles golden, long start)
            throws InputException, IOException {
        Scenario scenario = ScenarioFiles.read(test.file(), settings.overrides().at(point));
        if (!settings.update()) {
            NamedFiles.checkRasters(scenario);
        }
        Optional<HiddenPlace> recordings =
                scenario.recording().probes().isEmpty() ? Optional.empty() : keeper.recordings(scenario, point);
        try {
            RunStorage storage = new RunStorage(Checkpoints.NONE, recordings.map(HiddenPlace::path));
            ScenarioRun run = ScenarioRunner.run(scenario, settings.machine(), storage, stopping(start));
            return kept(test, point, updated(run, golden), start);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } finally {
            recordings.ifPresent(HiddenPlace::close);
        }
    }

    private RunResult kept(SuiteCase test, RunPoint point, ScenarioRun run, long start) throws IOException {
        String report = keeper.keep(run, point);
        RunFigures figures = new RunFigures(run);
        List<String> messages = new ArrayList<>();
        if (!run.complete()) {
            String limit = "took longer than "
                    + QuantityFormat.format(settings.limit().toNanos() * NANOSECONDS, Dimension.TIME)
                    + " and was stopped";
            messages.add(line(test, point, isLate(start) ? limit : "stopped before its end"));
        }
        Status end = run.complete() ? Status.FAILED : Status.ABORTED;
        Status status = run.passed() ? Status.PASSED : end;
        return new RunResult(
                point.label(),
                point.settings(),
                run.seed(),
                status,
                run.expectations(),
                messages,
                report,
                Winners.of(run.decisions().stream().map(Decision::winner)),
                figures.known,
                figures.unknown,
                seconds(start));
    }

    private boolean isLate(long start) {
        return System.nanoTime() - start > settings.limit().toNanos();
    }

    /** Forwards requests to stop, and stops what takes too long. The progress of single runs is not reported. */
    private RunProgress stopping(long start) {
        return new RunProgress() {

            @Override
            public void advanced(String phase, double fraction) {
                // the share of completed runs is reported instead
            }

            @Override
            public boolean stopRequested() {
                return progress.stopRequested() || isLate(start);
            }
        };
    }

    private ScenarioRun updated(ScenarioRun run, GoldenFiles golden) throws InputException {
        return settings.update() && golden.update(run) ? ScenarioRunner.checkedAgain(run) : run;
    }

    private static RunResult error(RunPoint point, Status status, List<String> messages, long start) {
        return RunResult.error(point, status, messages, seconds(start));
    }

    /** A message that says which of the runs it is about. */
    private static String line(SuiteCase test, RunPoint point, String what) {
        return test.file() + ": " + (point.label().isEmpty() ? "" : point.label() + ": ") + what;
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) * NANOSECONDS;
    }

    private static List<String> lines(InputException refusal) {
        return Problem.lines(refusal.problems());
    }

    /** A crash and where it happened, for a bug report. */
    private static String at(Throwable crash) {
        StackTraceElement[] trace = crash.getStackTrace();
        return crash + (trace.length == 0 ? "" : " at " + trace[0]);
    }

    /** The figures by which the runs of a sweep are compared. */
    private static final class RunFigures {

        private static final double NANOSECONDS_PER_SECOND = 1e9;

        /** By name, with units in the names. */
        final Map<String, Double> known = new LinkedHashMap<>();

        /** What is missing of an energy, by its name. */
        final Map<String, String> unknown = new LinkedHashMap<>();

        RunFigures(ScenarioRun run) {
            for (int p = 0; p < run.network().populations().size(); p++) {
                Population population = run.network().population(p);
                double spikes = run.spikeCount(p);
                known.put("spikes of " + population.name(), spikes);
                known.put(
                        "rate of " + population.name() + " (Hz)",
                        spikes / population.size() / run.clock().seconds(run.ranTicks()));
            }
            if (run.decisions().stream().anyMatch(decision -> !decision.label().isEmpty())) {
                long labelled = run.decisions().stream()
                        .filter(decision -> !decision.label().isEmpty())
                        .count();
                long right = run.decisions().stream().filter(Decision::correct).count();
                known.put(RunResult.RIGHT_DECISIONS, (double) right);
                known.put(RunResult.WRONG_DECISIONS, (double) (labelled - right));
            }
            addEnergies(run);
            for (ChipCost cost : run.costs()) {
                String name = cost.profile().name();
                if (cost.timing().isKnown()) {
                    double seconds = cost.timing().tickLatency().getValueAtPercentile(99) / NANOSECONDS_PER_SECOND;
                    known.put("99 % of ticks on " + name + " (s)", seconds);
                }
            }
        }

        /** What expectations about energy are held against: each device as it is used unless said otherwise. */
        private void addEnergies(ScenarioRun run) {
            if (run.costs().isEmpty()) {
                return;
            }
            List<DecisionEstimate> estimates = DeviceEstimates.of(run).ofDecision();
            boolean ofDecision = !run.decisions().isEmpty();
            for (ChipCost cost : run.costs()) {
                String device = cost.profile().name();
                DecisionEstimate estimate = DeviceEstimates.select(estimates, cost.profile(), Optional.empty());
                boolean artificial = estimate.computation() == Computation.ARTIFICIAL;
                for (Boundary boundary : Boundary.values()) {
                    String name = new EnergyName(boundary, ofDecision, device, artificial).text();
                    estimate.energy(boundary)
                            .joules()
                            .ifPresentOrElse(
                                    joules -> known.put(name, joules),
                                    () -> unknown.put(
                                            name,
                                            String.join(
                                                    "; ",
                                                    estimate.energy(boundary).missing())));
                }
                String work = "work " + EnergyName.work(ofDecision) + " on " + device + " (s)";
                estimate.workSeconds().ifPresent(seconds -> known.put(work, seconds));
                estimate.inTime().ifPresent(inTime -> known.put(EnergyName.keepsPace(device), inTime ? 1.0 : 0.0));
            }
        }
    }

    /** Stores the result of a run, for example as a run directory. Called from several threads at the same time. */
    @FunctionalInterface
    public interface RunKeeper {

        /** Stores nothing. */
        RunKeeper NONE = (run, point) -> "";

        /**
         * @param point which run of its scenario it is
         * @return where it is stored, human-readable and for links; empty if nowhere
         * @throws IOException saying in one line why it cannot be stored
         */
        String keep(ScenarioRun run, RunPoint point) throws IOException;

        /**
         * Where probes write during a run that is to be stored; empty if it is not.
         *
         * @throws IOException if there is no such place
         */
        default Optional<HiddenPlace> recordings(Scenario scenario, RunPoint point) throws IOException {
            return Optional.empty();
        }
    }
}
