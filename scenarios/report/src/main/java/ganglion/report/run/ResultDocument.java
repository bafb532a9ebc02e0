package ganglion.report.run;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.report.files.JsonDocument;
import ganglion.report.result.ComparisonSection;
import ganglion.report.result.CostedRun;
import ganglion.report.result.DecisionSection;
import ganglion.report.result.FrontEndSection;
import ganglion.report.result.LatencySection;
import ganglion.report.result.NetworkSection;
import ganglion.report.result.PrecisionSection;
import ganglion.report.result.ProfileSection;
import ganglion.report.result.RunSection;
import ganglion.report.result.RunWarnings;
import ganglion.report.result.Verdict;
import ganglion.report.spikes.RecordedSpikes;
import ganglion.scenario.cost.Comparison;
import ganglion.scenario.model.DecisionRule;
import ganglion.scenario.result.ScenarioRun;
import java.util.function.Supplier;

/**
 * A run as one JSON document for scripts, with units in the names ({@code totalJoules}) and null for unknown values. All times are
 * on the scenario's clock, except in {@code manifest}, {@code wallClock} and {@code execution}. Only these three differ between two runs of
 * one scenario with one seed.
 */
public final class ResultDocument {

    /** Value of {@code format}, by which a run directory is recognised. */
    static final String FORMAT = "ganglion-run";

    /** Incremented when a name or its meaning changes, not for new names. */
    public static final int FORMAT_VERSION = 2;

    private ResultDocument() {}

    /** The document of a run: the content of result.json without its list of files. */
    public static ObjectNode of(ScenarioRun run, RunManifest manifest) {
        RecordedSpikes spikes = RecordedSpikes.of(run);
        return of(run, manifest, spikes, spikes::hash);
    }

    /** @param hash the hash of the spikes, asked for when all else is done */
    static ObjectNode of(ScenarioRun run, RunManifest manifest, RecordedSpikes spikes, Supplier<String> hash) {
        ObjectNode document = JsonDocument.start(FORMAT, FORMAT_VERSION);
        document.set("scenario", RunSection.scenario(run.scenario()));
        document.set("verdict", RunSection.verdict(Verdict.of(run)));
        document.set("run", RunSection.run(run));
        document.set("warnings", RunWarnings.json(run));
        document.putNull("raster"); // keeps its place
        document.set("expectations", RunSection.expectations(run));
        document.put(
                "decisionPopulation",
                run.scenario().decision().map(DecisionRule::population).orElse(null));
        document.set("clips", DecisionSection.clips(run));
        document.set("decisions", DecisionSection.decisions(run));
        document.set("decisionLatency", LatencySection.ofDecisions(run.decisions(), run.clock()));
        document.set("precision", PrecisionSection.of(run));
        CostedRun costed = CostedRun.of(run);
        document.set("profiles", ProfileSection.all(costed));
        Comparison comparison = costed.comparison();
        document.set(
                "frontEnd",
                FrontEndSection.of(costed.frontEnds(), comparison.work().frontEnds()));
        document.set("comparison", run.costs().isEmpty() ? null : ComparisonSection.of(comparison, costed.battery()));
        document.set("network", NetworkSection.of(run, costed.workload().numbers()));
        document.set("activity", RunSection.activity(run.result().activity()));
        document.set("manifest", manifest.json());
        document.set("wallClock", RunSection.wallClock(run.times()));
        document.set("execution", RunSection.execution(run));
        document.set("raster", RunSection.raster(spikes, RunFiles.SPIKES, hash.get()));
        return document;
    }
}
