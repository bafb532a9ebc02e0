package ganglion.cli.verb;

import ganglion.cli.option.LeastShare;
import ganglion.cli.option.OriginOptions;
import ganglion.cli.print.CauseText;
import ganglion.cli.print.DecisionCauseText;
import ganglion.cli.print.JsonOutput;
import ganglion.cli.print.cause.DivergenceText;
import ganglion.cli.print.cause.ReplayAnswerText;
import ganglion.cli.print.cause.WithoutText;
import ganglion.cli.terminal.Console;
import ganglion.cli.terminal.ExitCode;
import ganglion.cli.terminal.ProgressLine;
import ganglion.documents.InputException;
import ganglion.documents.OutputException;
import ganglion.documents.Problem;
import ganglion.documents.output.FilePublisher;
import ganglion.documents.output.OwnFile;
import ganglion.report.cause.CauseDocument;
import ganglion.report.cause.CausePage;
import ganglion.report.cause.DecisionQuestion;
import ganglion.report.cause.DivergenceDocument;
import ganglion.report.cause.DivergenceQuestion;
import ganglion.report.cause.MomentQuestion;
import ganglion.report.cause.ReplayAnswerDocument;
import ganglion.report.cause.ReplayedRun;
import ganglion.report.cause.WithoutDocument;
import ganglion.report.cause.WithoutQuestion;
import ganglion.scenario.cause.CauseAnswer;
import ganglion.scenario.cause.Pruning;
import ganglion.scenario.cause.ReplayAnswer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ganglion why}. */
@Command(
        name = "why",
        header =
                "Tells why a neuron of a recorded run fired, why it did not, or what a run would have been without something.",
        description =
                "Makes the run again up to that time, and takes the membrane potential apart: a term for each synaptic event that"
                        + " reached the neuron, and for its drive, its resets and its initial potential. Their sum is the potential"
                        + " that was compared with the threshold. Spikes that lifted it are followed back to the inputs. Finally the"
                        + " spike that lifted it most is withheld from the neuron, and knocked out of the whole network, to see"
                        + " whether the neuron then still fires. With --without, the whole network is run with and without something."
                        + " The potential of Izhikevich neurons is no sum: these are run without one after the other of the spikes that"
                        + " reached them.",
        exitCodeList = {
            "0:fine",
            "2:bad input, bad usage, or an output that cannot be written",
            "3:a fault of Ganglion, or a full heap",
            "130:ended early by Ctrl-C; 143 by SIGTERM, 129 by SIGHUP"
        },
        footer = {
            "  ganglion why runs/mine --spike 'out/3@128 ms'",
            "  ganglion why runs/mine --missing out/0@1000 --json",
            "  ganglion why runs/mine --decision audio/clarinet-c5.flac",
            "  ganglion why runs/mine --spike out/3@128ms --least-share 0.1%%",
            "  ganglion why runs/mine --without hidden/7@120ms --spike out/3@128ms",
            "  ganglion why runs/mine --without 'hidden/7->out/3'",
            "  ganglion why --divergence runs/before runs/after"
        })
public final class WhyCommand implements Callable<Integer> {

    private static final double NANOSECOND = 1e-9;

    private final Console console;

    @Spec
    private CommandSpec specification;

    @Parameters(
            arity = "0..1",
            paramLabel = "RUN_DIR",
            description = "A run directory that ganglion run has written; none with --divergence.")
    private Path directory;

    @ArgGroup(multiplicity = "0..1")
    private Question question = new Question();

    @Option(
            names = "--without",
            paramLabel = "WHAT",
            description =
                    "Run the whole network again without a spike (hidden/7@120ms), a neuron (hidden/7), or all synapses from one"
                            + " neuron to another ('hidden/7->out/3'), and tell what changes; with --spike, --missing or"
                            + " --decision also what becomes of that. May be repeated: without all of them.")
    private List<String> without = List.of();

    @Option(
            names = "--least-share",
            paramLabel = "SHARE",
            converter = LeastShare.class,
            description =
                    "Follow the causes of a spike only if at least this part of the lift came through it, such as 0.5 %%."
                            + " Default: 1 %%.")
    private double leastShare = Pruning.USUAL.leastShare();

    @Mixin
    private OriginOptions origin;

    @Option(
            names = "--html",
            paramLabel = "FILE",
            description =
                    "Write the answer to --spike or --missing as a page, with the spikes as a graph under the sound.")
    private Path html;

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    /** What is asked. */
    private static final class Question {

        @Option(
                names = "--spike",
                paramLabel = "POP/NEURON@TIME",
                required = true,
                description = "Why this neuron fired at this time: out/3@128ms, or out/3@1280 for a tick.")
        private String spike;

        @Option(
                names = "--missing",
                paramLabel = "POP/NEURON@TIME",
                required = true,
                description = "Why this neuron did not fire at this time.")
        private String missing;

        @Option(
                names = "--decision",
                paramLabel = "CLIP|N",
                required = true,
                description =
                        "Where the spikes that decided a clip came from: the clip as the scenario names it, or the number"
                                + " of the decision, from 0.")
        private String decision;

        @Option(
                names = "--divergence",
                arity = "2",
                paramLabel = "RUN_DIR",
                required = true,
                description =
                        "Where the neurons of two runs first fire differently, and which parts of the potential differ. With"
                                + " --scenario, that is the scenario of both.")
        private List<Path> divergence;

        private boolean isEmpty() {
            return spike == null && missing == null && decision == null && divergence == null;
        }
    }

    /** @param console to print on */
    public WhyCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws InputException, OutputException {
        if (question.divergence != null) {
            return divergence();
        }
        if (directory == null) {
            throw new ParameterException(specification.commandLine(), "found no RUN_DIR, which is required");
        }
        if (without.isEmpty() && question.isEmpty()) {
            throw new ParameterException(
                    specification.commandLine(),
                    "found none of --decision CLIP|N, --divergence RUN_DIR RUN_DIR, --missing POP/NEURON@TIME, --spike POP/NEURON@TIME, --without WHAT, expected"
                            + " one of them");
        }
        checkPage();
        ReplayedRun.Source source = source(directory);
        long start = System.nanoTime();
        Pruning pruning = new Pruning(leastShare, Pruning.USUAL.mostSpikes());
        if (!without.isEmpty()) {
            WithoutQuestion asked = without(source);
            answer(asked, seconds(start));
        } else if (question.decision != null) {
            DecisionQuestion asked = decision(source, pruning);
            answer(asked, seconds(start));
        } else {
            moment(source, pruning, start);
        }
        return ExitCode.FINE.number();
    }

    private int divergence() throws InputException {
        if (directory != null || !without.isEmpty()) {
            throw new ParameterException(
                    specification.commandLine(),
                    "--divergence: found "
                            + (directory != null ? "'" + directory + "' beside it" : "--without beside it")
                            + ", expected two run directories and no more");
        }
        long start = System.nanoTime();
        DivergenceQuestion asked;
        try (ProgressLine progress = new ProgressLine(console, "why")) {
            asked = DivergenceQuestion.of(
                    source(question.divergence.get(0)), source(question.divergence.get(1)), progress);
        }
        if (json) {
            JsonOutput.print(DivergenceDocument.of(asked), console.out());
        } else {
            new DivergenceText(asked, seconds(start)).print(console.out());
        }
        return ExitCode.FINE.number();
    }

    private ReplayedRun.Source source(Path run) throws InputException {
        return ReplayedRun.Source.read(run, origin.movedTo(), origin.allowOutsidePaths());
    }

    private WithoutQuestion without(ReplayedRun.Source source) throws InputException {
        WithoutQuestion.Asked asked = new WithoutQuestion.Asked(question.spike, question.missing, question.decision);
        try (ProgressLine progress = new ProgressLine(console, "why")) {
            return WithoutQuestion.of(source, without, asked, progress);
        }
    }

    private DecisionQuestion decision(ReplayedRun.Source source, Pruning pruning) throws InputException {
        try (ProgressLine progress = new ProgressLine(console, "why")) {
            return DecisionQuestion.of(source, question.decision, pruning, progress);
        }
    }

    private void moment(ReplayedRun.Source source, Pruning pruning, long start) throws InputException, OutputException {
        boolean fired = question.spike != null;
        MomentQuestion asked;
        Optional<CauseAnswer> sum = Optional.empty();
        Optional<ReplayAnswer> replay = Optional.empty();
        try (ProgressLine progress = new ProgressLine(console, "why")) {
            asked = fired
                    ? MomentQuestion.of(source, "--spike", question.spike, pruning, progress)
                    : MomentQuestion.of(source, "--missing", question.missing, pruning, progress);
            if (html != null && !asked.isSum()) {
                throw new InputException(
                        new Problem(
                                "--html",
                                0,
                                "",
                                "found it with a neuron whose potential is no sum, expected one of another model than izhikevich"));
            }
            if (asked.isSum()) {
                sum = Optional.of(fired ? asked.spike() : asked.missing());
            } else {
                replay = Optional.of(fired ? asked.spikeByReplay() : asked.missingByReplay());
            }
        }
        String nearest = fired ? "" : asked.nearest();
        double seconds = seconds(start);
        if (sum.isPresent()) {
            answer(asked.run(), sum.get(), nearest, seconds);
        } else {
            answer(asked.run(), replay.orElseThrow(), nearest, seconds);
        }
    }

    private void answer(ReplayedRun run, ReplayAnswer answer, String nearest, double seconds) {
        if (json) {
            JsonOutput.print(ReplayAnswerDocument.of(run, answer), console.out());
        } else {
            new ReplayAnswerText(run, answer, nearest, seconds).print(console.out());
        }
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) * NANOSECOND;
    }

    private void answer(WithoutQuestion asked, double seconds) {
        if (json) {
            JsonOutput.print(WithoutDocument.of(asked), console.out());
        } else {
            new WithoutText(asked, seconds).print(console.out());
        }
    }

    private void answer(DecisionQuestion asked, double seconds) {
        if (json) {
            JsonOutput.print(CauseDocument.of(asked), console.out());
        } else {
            new DecisionCauseText(asked, seconds).print(console.out());
        }
    }

    /** Before the run is made again. */
    private void checkPage() throws InputException, OutputException {
        if (html == null) {
            return;
        }
        if (question.decision != null || !without.isEmpty()) {
            throw new InputException(new Problem(
                    "--html",
                    0,
                    "",
                    "found it with " + (without.isEmpty() ? "--decision" : "--without")
                            + ", expected --spike or --missing alone with it"));
        }
        try {
            OwnFile.check(html, CausePage.SIGN, "a page of causes");
        } catch (IOException e) {
            throw new OutputException(html.toString(), e);
        }
    }

    private void writePage(ReplayedRun run, CauseAnswer explanation, String nearest) throws OutputException {
        try {
            String about = nearest.isEmpty() ? "" : "In the run, " + nearest + ".";
            String page = CausePage.of(run, explanation, about, directory.toString());
            FilePublisher.publishText(html, page);
        } catch (IOException e) {
            throw new OutputException(html.toString(), e);
        }
    }

    private void answer(ReplayedRun run, CauseAnswer explanation, String nearest, double seconds)
            throws OutputException {
        if (html != null) {
            writePage(run, explanation, nearest);
        }
        if (json) {
            JsonOutput.print(CauseDocument.of(run, explanation), console.out());
        } else {
            new CauseText(run, explanation, nearest, seconds).print(console.out());
            if (html != null) {
                console.out().println("\n  page: " + html);
            }
        }
    }
}
