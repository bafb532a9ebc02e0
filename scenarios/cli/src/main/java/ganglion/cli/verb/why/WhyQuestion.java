package ganglion.cli.verb.why;

import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** What is asked; null for each question that is not. */
final class WhyQuestion {

    @Option(
            names = "--spike",
            paramLabel = "POP/NEURON@TIME",
            required = true,
            description = "Why this neuron fired at this time: out/3@128ms, or out/3@1280 for a tick.")
    String spike;

    @Option(
            names = "--missing",
            paramLabel = "POP/NEURON@TIME",
            required = true,
            description = "Why this neuron did not fire at this time.")
    String missing;

    @Option(
            names = "--decision",
            paramLabel = "CLIP|N",
            required = true,
            description =
                    "Where the spikes that decided a clip came from: the clip as the scenario names it, or the number"
                            + " of the decision, from 0.")
    String decision;

    @Option(
            names = "--divergence",
            arity = "2",
            paramLabel = "RUN_DIR",
            required = true,
            description =
                    "Where the neurons of two runs first fire differently, and which parts of the potential differ. With"
                            + " --scenario, that is the scenario of both.")
    List<Path> divergence;

    boolean isEmpty() {
        return spike == null && missing == null && decision == null && divergence == null;
    }

    /** Whether it is why a neuron fired at a time, or did not. */
    boolean isMoment() {
        return spike != null || missing != null;
    }
}
