package ganglion.cli.verb;

import ganglion.cli.option.LeastShare;
import ganglion.cli.option.OriginOptions;
import ganglion.cli.print.CauseText;
import ganglion.cli.print.DecisionCauseText;
import ganglion.cli.print.JsonOutput;
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
import ganglion.report.cause.MomentQuestion;
import ganglion.report.cause.ReplayedRun;
import ganglion.scenario.cause.CauseAnswer;
import ganglion.scenario.cause.Pruning;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ganglion why}. */
@Command(
        name = "why",
        header = "Tells why a neuron of a recorded run fired, or why it did not.",
        description =
                "Makes the run again up to that time, and takes the membrane potential apart: a term for each synaptic event that"
                        + " reached the neuron, and for its drive, its resets and its initial potential. Their sum is the potential"
                        + " that was compared with the threshold. Spikes that lifted it are followed back to the inputs. Finally the"
                        + " spike that lifted it most is withheld from the neuron, to see whether it then still fires. Not for Izhikevich"
                        + " neurons, whose potential is no sum.",
        footer = {
            "  ganglion why runs/mine --spike 'out/3@128 ms'",
            "  ganglion why runs/mine --missing out/0@1000 --json",
            "  ganglion why runs/mine --decision audio/clarinet-c5.flac",
            "  ganglion why runs/mine --spike out/3@128ms --least-share 0.1%%"
        })
public final class WhyCommand implements Callable<Integer> {

    private static final double NANOSECOND = 1e-9;

    private final Console console;

    @Parameters(paramLabel = "RUN_DIR", description = "A run directory that ganglion run has written.")
    private Path directory;

    @ArgGroup(multiplicity = "1")
    private Question question;

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
    }

    /** @param console to print on */
    public WhyCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws InputException, OutputException {
        checkPage();
        ReplayedRun.Source source = ReplayedRun.Source.read(directory, origin.movedTo(), origin.allowOutsidePaths());
        long start = System.nanoTime();
        Pruning pruning = new Pruning(leastShare, Pruning.USUAL.mostSpikes());
        if (question.decision != null) {
            DecisionQuestion asked = decision(source, pruning);
            answer(asked, seconds(start));
        } else if (question.spike != null) {
            MomentQuestion asked = moment(source, "--spike", question.spike, pruning);
            double seconds = seconds(start);
            answer(asked.run(), asked.spike(), "", seconds);
        } else {
            MomentQuestion asked = moment(source, "--missing", question.missing, pruning);
            double seconds = seconds(start);
            answer(asked.run(), asked.missing(), asked.nearest(), seconds);
        }
        return ExitCode.FINE.number();
    }

    private DecisionQuestion decision(ReplayedRun.Source source, Pruning pruning) throws InputException {
        try (ProgressLine progress = new ProgressLine(console, "why")) {
            return DecisionQuestion.of(source, question.decision, pruning, progress);
        }
    }

    private MomentQuestion moment(ReplayedRun.Source source, String option, String text, Pruning pruning)
            throws InputException {
        try (ProgressLine progress = new ProgressLine(console, "why")) {
            return MomentQuestion.of(source, option, text, pruning, progress);
        }
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) * NANOSECOND;
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
        if (question.decision != null) {
            throw new InputException(
                    new Problem("--html", 0, "", "found it with --decision, expected --spike or --missing with it"));
        }
        try {
            OwnFile.check(html, CausePage.SIGN, "a page of causes");
        } catch (IOException e) {
            throw new OutputException(html.toString(), e);
        }
    }

    private void writePage(ReplayedRun run, CauseAnswer explanation, String nearest) throws OutputException {
        try {
            String page = CausePage.of(run, explanation, nearest, directory.toString());
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
