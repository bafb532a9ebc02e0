package ganglion.cli.verb;

import ganglion.cli.option.OriginOptions;
import ganglion.cli.print.AnswerText;
import ganglion.cli.print.JsonOutput;
import ganglion.cli.terminal.Console;
import ganglion.cli.terminal.ExitCode;
import ganglion.cli.terminal.ExitCodeWords;
import ganglion.cli.terminal.ProgressLine;
import ganglion.documents.InputException;
import ganglion.report.cause.Answer;
import ganglion.report.cause.AskedRun;
import ganglion.report.cause.DecisionQuestion;
import ganglion.report.cause.MomentQuestion;
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
        header = "Tells why a neuron of a recorded run fired or did not, and what a decision came from.",
        description =
                "Builds the network of the run again, and takes the membrane potential apart: a term for each synaptic event that"
                        + " reached the neuron, and for its drive, its resets and its initial potential. Their sum is the potential"
                        + " that was compared with the threshold. Spikes that lifted it are followed back to the inputs. Finally the"
                        + " spike that lifted it most is withheld from the neuron, to see whether it then still fires."
                        + " The potential of Izhikevich neurons and of models of equations is no sum: these are run without one after the other of the spikes that"
                        + " reached them. Why two runs differ is told by ganglion diff.",
        exitCodeList = {ExitCodeWords.FINE, ExitCodeWords.BAD_INPUT, ExitCodeWords.OUR_FAULT, ExitCodeWords.INTERRUPTED
        },
        footer = {
            "  ganglion why runs/mine --spike 'out/3@128 ms'",
            "  ganglion why runs/mine --missing out/0@1000 --json",
            "  ganglion why runs/mine --decision audio/clarinet-c5.flac"
        })
public final class WhyCommand implements Callable<Integer> {

    private static final double NANOSECOND = 1e-9;

    private final Console console;

    @Parameters(paramLabel = "RUN_DIR", description = "A run directory that ganglion run has written.")
    private Path directory;

    @ArgGroup(multiplicity = "1")
    private Question question = new Question();

    /** What is asked; null for each question that is not. */
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

    @Mixin
    private OriginOptions origin;

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    /** @param console to print on */
    public WhyCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws InputException {
        AskedRun.Source source = AskedRun.Source.read(directory, origin.movedTo(), origin.allowOutsidePaths());
        long start = System.nanoTime();
        Answer answer;
        try (ProgressLine progress = new ProgressLine(console, "why")) {
            answer = answer(source, progress);
        }
        if (json) {
            JsonOutput.print(answer.document(), console.out());
        } else {
            AnswerText.print(answer, (System.nanoTime() - start) * NANOSECOND, console.out());
        }
        return ExitCode.FINE.number();
    }

    private Answer answer(AskedRun.Source source, ProgressLine progress) throws InputException {
        if (question.decision != null) {
            return DecisionQuestion.answer(source, question.decision, progress);
        }
        return question.spike != null
                ? MomentQuestion.ofSpike(source, question.spike, progress)
                : MomentQuestion.ofMissing(source, question.missing, progress);
    }
}
