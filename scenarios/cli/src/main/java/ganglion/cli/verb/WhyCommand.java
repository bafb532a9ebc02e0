package ganglion.cli.verb;

import ganglion.cli.option.FutureOptions;
import ganglion.cli.option.LeastShare;
import ganglion.cli.option.OriginOptions;
import ganglion.cli.print.CauseText;
import ganglion.cli.print.DecisionCauseText;
import ganglion.cli.print.JsonOutput;
import ganglion.cli.print.certainty.CertaintyText;
import ganglion.cli.terminal.Console;
import ganglion.cli.terminal.ExitCode;
import ganglion.cli.terminal.ProgressLine;
import ganglion.documents.InputException;
import ganglion.documents.Problem;
import ganglion.report.cause.CauseDocument;
import ganglion.report.cause.CertaintyDocument;
import ganglion.report.cause.CertaintyQuestion;
import ganglion.report.cause.DecisionQuestion;
import ganglion.report.cause.MomentQuestion;
import ganglion.report.cause.ReplayedRun;
import ganglion.scenario.cause.CauseAnswer;
import ganglion.scenario.cause.Pruning;
import ganglion.scenario.result.RunSettings;
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
        header = "Tells why a neuron of a recorded run fired, why it did not, or when a decision was certain.",
        description =
                "Makes the run again up to that time, and takes the membrane potential apart: a term for each synaptic event that"
                        + " reached the neuron, and for its drive, its resets and its initial potential. Their sum is the potential"
                        + " that was compared with the threshold. Spikes that lifted it are followed back to the inputs. Finally the"
                        + " spike that lifted it most is withheld from the neuron, to see whether it then still fires. Not for Izhikevich"
                        + " neurons, whose potential is no sum. With --when it lets the network go on from moments of a clip with other"
                        + " input, to see from when on the same class wins whatever comes.",
        footer = {
            "  ganglion why runs/mine --spike 'out/3@128 ms'",
            "  ganglion why runs/mine --missing out/0@1000 --json",
            "  ganglion why runs/mine --decision audio/clarinet-c5.flac",
            "  ganglion why runs/mine --spike out/3@128ms --least-share 0.1%%",
            "  ganglion why runs/mine --when",
            "  ganglion why runs/mine --when audio/clarinet-c5.flac --futures 100"
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
    private FutureOptions futures;

    @Mixin
    private OriginOptions origin;

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
                names = "--when",
                paramLabel = "CLIP|N",
                required = true,
                arity = "0..1",
                fallbackValue = "",
                description =
                        "When the decision of a clip was certain, and what devices had spent by then; of all clips if none is"
                                + " named.")
        private String when;
    }

    /** @param console to print on */
    public WhyCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws InputException {
        if (question.when == null && !futures.given().isEmpty()) {
            throw new InputException(
                    new Problem(futures.given(), 0, "", "found without --when, expected both or neither"));
        }
        ReplayedRun.Source source = ReplayedRun.Source.read(directory, origin.movedTo(), origin.allowOutsidePaths());
        long start = System.nanoTime();
        Pruning pruning = new Pruning(leastShare, Pruning.USUAL.mostSpikes());
        if (question.when != null) {
            CertaintyQuestion asked = certainty(source);
            answer(asked, seconds(start));
        } else if (question.decision != null) {
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

    private CertaintyQuestion certainty(ReplayedRun.Source source) throws InputException {
        try (ProgressLine progress = new ProgressLine(console, "why")) {
            return CertaintyQuestion.of(
                    source,
                    question.when,
                    futures.rules(source.scenario().clock()),
                    RunSettings.ofThisMachine().threads(),
                    progress);
        }
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

    private void answer(CertaintyQuestion asked, double seconds) {
        if (json) {
            JsonOutput.print(CertaintyDocument.of(asked), console.out());
        } else {
            new CertaintyText(asked, seconds).print(console.out());
        }
    }

    private void answer(DecisionQuestion asked, double seconds) {
        if (json) {
            JsonOutput.print(CauseDocument.of(asked), console.out());
        } else {
            new DecisionCauseText(asked, seconds).print(console.out());
        }
    }

    private void answer(ReplayedRun run, CauseAnswer explanation, String nearest, double seconds) {
        if (json) {
            JsonOutput.print(CauseDocument.of(run, explanation), console.out());
        } else {
            new CauseText(run, explanation, nearest, seconds).print(console.out());
        }
    }
}
