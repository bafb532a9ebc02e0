package ganglion.report.run;

import ganglion.kernel.MembraneTrace;
import ganglion.kernel.network.Projection;
import ganglion.report.spikes.NpzRecording;
import ganglion.report.spikes.SonataFile;
import ganglion.scenario.result.Recorded;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Names of the files in a run directory. */
final class RunFiles {

    static final String RESULT = "result.json";
    static final String SPIKES = "spikes.csv";
    static final String REPORT = "report.html";
    static final String ORIGIN = "origin.json";
    static final String ACTIVITY = "activity.json";
    /** The scenario, where it has no file of its own. */
    static final String SCENARIO = "scenario.yaml";

    /** The names of all files that a run directory lists, histograms (hlog) of former versions among them. */
    static final Pattern LISTED =
            Pattern.compile(Stream.of(SPIKES, ORIGIN, ACTIVITY, SCENARIO, SonataFile.NAME, NpzRecording.NAME)
                            .map(Pattern::quote)
                            .collect(Collectors.joining("|"))
                    + "|decision-latency\\.hlog|tick-latency-.*\\.hlog|(?:membrane-|weights-\\d+-|" + Recorded.PROBE
                    + "\\d+-).*\\.csv|"
                    + Recorded.PROBE + "\\d+-weights\\.npz|scenario\\.[A-Za-z0-9_.-]+\\.np[yz]");

    private RunFiles() {}

    /** Recorded membrane potentials of a population. */
    static String membranes(MembraneTrace trace) {
        return "membrane-" + safe(trace.population()) + ".csv";
    }

    /** Weights of a plastic projection at the end of the run. */
    static String weights(int projection, Projection between) {
        return "weights-" + projection + "-" + safe(between.source()) + "-" + safe(between.target()) + ".csv";
    }

    /** Names come from files that may be hostile: they must not lead out of the directory. */
    private static String safe(String name) {
        return name.replaceAll("[^A-Za-z0-9._-]", "_");
    }
}
