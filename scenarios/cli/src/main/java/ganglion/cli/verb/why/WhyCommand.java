package ganglion.cli.verb.why;

import ganglion.cli.option.LeastShare;
import ganglion.cli.option.OriginOptions;
import ganglion.cli.print.CauseText;
import ganglion.cli.print.DecisionCauseText;
import ganglion.cli.print.JsonOutput;
import ganglion.cli.print.ResumeCommand;
import ganglion.cli.print.cause.DivergenceText;
import ganglion.cli.print.cause.ReplayAnswerText;
import ganglion.cli.print.cause.WithoutText;
import ganglion.cli.terminal.Console;
import ganglion.cli.terminal.ExitCode;
import ganglion.cli.terminal.ExitCodeWords;
import ganglion.cli.terminal.ProgressLine;
import ganglion.documents.InputException;
import ganglion.documents.OutputException;
import ganglion.report.cause.AskedRun;
import ganglion.report.cause.CauseDocument;
import ganglion.report.cause.DecisionQuestion;
import ganglion.report.cause.DivergenceDocument;
import ganglion.report.cause.DivergenceQuestion;
import ganglion.report.cause.MomentQuestion;
import ganglion.report.cause.ReplayAnswerDocument;
import ganglion.report.cause.WithoutDocument;
import ganglion.report.cause.WithoutQuestion;
import ganglion.scenario.cause.CauseAnswer;
import ganglion.scenario.cause.Pruning;
import ganglion.scenario.cause.ReplayAnswer;
import java.nio.file.Path;
import java.util.ArrayList;
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
                "Tells why a neuron of a recorded run fired or did not, what a decision came from, and what would have been without something.",
        description =
                "Builds the network of the run again, and takes the membrane potential apart: a term for each synaptic event that"
                        + " reached the neuron, and for its drive, its resets and its initial potential. Their sum is the potential"
                        + " that was compared with the threshold. Spikes that lifted it are followed back to the inputs. Finally the"
                        + " spike that lifted it most is withheld from the neuron, and knocked out of the whole network, to see"
                        + " whether the neuron then still fires. With --without, the whole network is run with and without something."
                        + " The potential of Izhikevich neurons is no sum: these are run without one after the other of the spikes that"
                        + " reached them.",
        exitCodeList = {ExitCodeWords.FINE, ExitCodeWords.BAD_INPUT, ExitCodeWords.OUR_FAULT, ExitCodeWords.INTERRUPTED
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
    private WhyQuestion question = new WhyQuestion();

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

    @Mixin
    private CausePageOption page;

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    /** @param console to print on */
    public WhyCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws InputException, OutputException {
        check();
        if (question.divergence != null) {
            divergence();
        } else if (!without.isEmpty()) {
            without();
        } else if (question.decision != null) {
            decision();
        } else {
            moment();
        }
        return ExitCode.FINE.number();
    }

    private void check() throws InputException, OutputException {
        if (question.divergence != null && (directory != null || !without.isEmpty())) {
            throw usage("--divergence: found "
                    + (directory != null ? "'" + directory + "' beside it" : "--without beside it")
                    + ", expected two run directories and no more");
        }
        if (question.divergence == null && directory == null) {
            throw usage("found no RUN_DIR, which is required");
        }
        if (without.isEmpty() && question.isEmpty()) {
            throw usage(
                    "found none of --decision CLIP|N, --divergence RUN_DIR RUN_DIR, --missing POP/NEURON@TIME, --spike"
                            + " POP/NEURON@TIME, --without WHAT, expected one of them");
        }
        page.check(question.isMoment() && without.isEmpty());
    }

    private ParameterException usage(String message) {
        return new ParameterException(specification.commandLine(), message);
    }

    private AskedRun.Source source(Path run) throws InputException {
        return AskedRun.Source.read(run, origin.movedTo(), origin.allowOutsidePaths());
    }

    private Pruning pruning() {
        return new Pruning(leastShare, Pruning.USUAL.mostSpikes());
    }

    private ProgressLine progress() {
        return new ProgressLine(console, "why");
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) * NANOSECOND;
    }

    private void divergence() throws InputException {
        long start = System.nanoTime();
        DivergenceQuestion asked;
        try (ProgressLine progress = progress()) {
            asked = DivergenceQuestion.of(
                    source(question.divergence.get(0)), source(question.divergence.get(1)), progress);
        }
        if (json) {
            JsonOutput.print(DivergenceDocument.of(asked), console.out());
        } else {
            new DivergenceText(asked, seconds(start)).print(console.out());
        }
    }

    private void without() throws InputException {
        AskedRun.Source source = source(directory);
        long start = System.nanoTime();
        WithoutQuestion asked;
        try (ProgressLine progress = progress()) {
            asked = WithoutQuestion.of(
                    source,
                    without,
                    new WithoutQuestion.Asked(question.spike, question.missing, question.decision),
                    progress);
        }
        if (json) {
            JsonOutput.print(WithoutDocument.of(asked), console.out());
        } else {
            new WithoutText(asked, seconds(start)).print(console.out());
        }
    }

    private void decision() throws InputException {
        AskedRun.Source source = source(directory);
        long start = System.nanoTime();
        DecisionQuestion asked;
        try (ProgressLine progress = progress()) {
            asked = DecisionQuestion.of(source, question.decision, pruning(), progress);
        }
        if (json) {
            JsonOutput.print(CauseDocument.of(asked), console.out());
        } else {
            new DecisionCauseText(asked, seconds(start)).print(console.out());
        }
    }

    private void moment() throws InputException, OutputException {
        AskedRun.Source source = source(directory);
        long start = System.nanoTime();
        boolean fired = question.spike != null;
        MomentQuestion asked;
        Optional<CauseAnswer> sum = Optional.empty();
        Optional<ReplayAnswer> replay = Optional.empty();
        try (ProgressLine progress = progress()) {
            asked = fired
                    ? MomentQuestion.of(source, "--spike", question.spike, pruning(), progress)
                    : MomentQuestion.of(source, "--missing", question.missing, pruning(), progress);
            page.checkSum(asked.isSum());
            if (asked.isSum()) {
                sum = Optional.of(fired ? asked.spike() : asked.missing());
            } else {
                replay = Optional.of(fired ? asked.spikeByReplay() : asked.missingByReplay());
            }
        }
        String nearest = fired ? "" : asked.nearest();
        if (sum.isPresent()) {
            answer(asked.run(), sum.get(), nearest, seconds(start));
        } else {
            answer(asked.run(), replay.orElseThrow(), nearest, seconds(start));
        }
    }

    private void answer(AskedRun run, ReplayAnswer answer, String nearest, double seconds) {
        if (json) {
            JsonOutput.print(ReplayAnswerDocument.of(run, answer), console.out());
        } else {
            new ReplayAnswerText(run, answer, nearest, seconds).print(console.out());
        }
    }

    private void answer(AskedRun run, CauseAnswer answer, String nearest, double seconds) throws OutputException {
        List<String> words = new ArrayList<>(List.of(directory.toString()));
        words.addAll(origin.words());
        page.write(run, answer, nearest, ResumeCommand.quoted(words));
        if (json) {
            JsonOutput.print(CauseDocument.of(run, answer), console.out());
            return;
        }
        new CauseText(run, answer, nearest, seconds).print(console.out());
        page.file().ifPresent(file -> console.out().println("\n  page: " + file));
    }
}
